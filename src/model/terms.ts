// The glossary: identifiers and the Chinese terms they stand for (spec 2). Every output takes its words from here.

export const ROLES = {
  fullTime: '专职网格员',
  gridLead: '网格长',
  partTime: '兼职网格员',
  adviser: '网格指导员',
} as const;
export type Role = keyof typeof ROLES;

/** What an item is about: people in roles, or the grids. */
export const ABOUT = { ...ROLES, grid: '网格' } as const;
export type About = keyof typeof ABOUT;
export const GRID = 'grid' satisfies About;
export const isRole = (about: About): about is Role => about !== GRID;

export const TABLE_KINDS = {
  roster: '花名册',
  grids: '网格',
  patrol: '巡查',
  trackPoints: '轨迹点',
  reports: '信息',
  tasks: '派单',
  meetings: '例会',
  leave: '请假',
  excused: '免考',
  missedIncidents: '漏报',
  specialDuties: '专项',
  scores: '评分',
  survey: '测评',
  adjustments: '增减项',
  settings: '设置',
  confirmations: '口径确认',
  calendarDays: '日历',
  ownHeadings: '列名',
  quantifiedTargets: '量化指标',
  noRecords: '确无记录',
  notUsed: '不用',
  wordings: '用词',
} as const;
export type TableKind = keyof typeof TABLE_KINDS;

/** Tables that every month must have. */
export const REQUIRED_TABLES: readonly TableKind[] = ['roster', 'patrol', 'reports', 'tasks', 'meetings'];

/** Daily patrol figures; the first word is the canonical heading. */
export const PATROL_FIGURES = {
  onlineRate: '在线率',
  onlineTime: '在线时长',
  mileage: '巡查里程',
  keyPersonVisits: '重点人员走访',
  keyPlaceVisits: '重点场所走访',
} as const;
export type PatrolFigure = keyof typeof PATROL_FIGURES;

/** What an office's own weekly and monthly targets may be about. */
export const TARGET_FIGURES = {
  onlineTime: '在线时长',
  mileage: '巡查里程',
  keyPersonVisits: '重点人员走访',
  keyPlaceVisits: '重点场所走访',
  effectiveReports: '有效信息',
  tasksDone: '办结派单',
} as const;
export type TargetFigure = keyof typeof TARGET_FIGURES;

export const TARGET_PERIODS = { week: '每周', month: '每月' } as const;
export type TargetPeriod = keyof typeof TARGET_PERIODS;

/** Leave kinds (spec 4); which of them excuse and reduce is the edition's to say. */
export const LEAVE_KINDS = ['年假', '公假', '工伤', '婚假', '丧假', '产假', '事假', '病假'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

export const DAY_PARTS = { full: '全天', morning: '上午', afternoon: '下午' } as const;
export type DayPart = keyof typeof DAY_PARTS;

export const TASK_TYPES = { event: '事件', task: '任务', adHoc: '临时' } as const;
export type TaskType = keyof typeof TASK_TYPES;

export const ATTENDANCE = { present: '出席', late: '迟到', onLeave: '请假', absent: '缺席' } as const;
export type Attendance = keyof typeof ATTENDANCE;

export const INCIDENTS = ['违法建设', '违建坟墓', '山林破坏'] as const;
export type Incident = (typeof INCIDENTS)[number];

export const SPECIAL_DUTIES = ['系统维护', '牵头'] as const;
export type SpecialDutyName = (typeof SPECIAL_DUTIES)[number];

export const CARDS = { yellow: '黄牌', red: '红牌' } as const;
export type Card = keyof typeof CARDS;
/** What a card brings (三（六）末段, spec 7). */
export const CARD_CONSEQUENCES: Readonly<Record<Card, string>> = { yellow: '黄牌警告', red: '红牌，调整出网格员队伍' };

/** Why a full-time member does not take part in a quarter's ranking (spec 6). */
export const INELIGIBLE_REASONS = {
  notEmployedAtEnd: '季末最后一日不在职',
  noAssessableDays: '本季有月份没有考核日',
  redCard: '本季有红牌',
} as const;
export type IneligibleReason = keyof typeof INELIGIBLE_REASONS;

/** Task states under which a task does not count (spec 5.3). */
export const WITHDRAWN_STATES = ['退回', '撤销', '转派'] as const;

/** What 异常线索 are about, in their order. */
export const CLUES = {
  accountShared: '银行账号相同',
  accountChanged: '银行账号变更',
  leaverPaid: '离职仍有发放',
  totalJump: '合计增减较大',
  headcount: '人数变动',
  sameContent: '信息内容重复',
  burst: '一分钟内多条',
  leaveWork: '请假日有工作记录',
  equalDays: '连续多日数字相同',
  over24h: '在线超过24小时',
} as const;
export type Clue = keyof typeof CLUES;
