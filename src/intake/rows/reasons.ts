// Why a row of a table was left out (未计入的原因): the keys of RowBalance.leftOut.

export const REASONS = {
  total: '合计行',
  repeatedHeader: '重复的表头',
  footnote: '表尾说明',
  example: '示例行',
  notSet: '没有填写',
  noFigures: '各日期都没有填写',
  otherPeriod: '不属于本月',
  later: '在截止日期以后',
  voided: '已作废、撤销或未获批准',
  pending: '待审',
  replaced: '以后来登记的为准',
  outOfScope: '不在本单位范围',
  outsideEmployment: '不在任职期间',
  outsideAssignments: '在职但没有任职',
  equalRow: '与同表另一行完全相同',
  copy: '与其他表的记录相同',
  newerRow: '以本月文件夹的记录为准',
  notNeeded: '上月资料中本月不用',
  trackPoint: '轨迹点未采用',
} as const;
export type Reason = (typeof REASONS)[keyof typeof REASONS];
