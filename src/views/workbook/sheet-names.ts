// The sheets of the pay workbook by name: formulas and links refer to them, and no item's own sheet may be called so.

export const SHEETS = {
  payroll: '发放表',
  slips: '工资条',
  patrol: '巡查明细',
  reports: '信息明细',
  tasks: '任务明细',
  meetings: '例会明细',
  otherFigures: '其他指标',
  given: '增减项明细',
  gridScores: '网格考核',
  gridTeams: '网格配置',
  duties: '工作要求',
  scores: '考核评分',
  issues: '问题清单',
  clues: '异常线索',
  proof: '核对',
  rules: '规则依据',
  interpretations: '解释口径',
  sources: '数据来源',
} as const;
