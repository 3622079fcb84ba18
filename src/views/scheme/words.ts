// Words for what the map of a published text refers to: items, tables, checks, readings.
import { TABLE_KINDS, type TableKind } from '../../model/terms.ts';
import type { Code } from '../../problems/problem.ts';

/** Titles of the checks that a map may name; a sentence of the catalogue needs data. */
export const CHECK_TITLES: Readonly<Partial<Record<Code, string>>> = {
  monthBeforeMissing: '上月资料缺失',
  workdayWithoutPatrol: '工作日无巡查记录',
  personWithoutPatrol: '全月无巡查记录',
  reportByAdviser: '指导员上报不计发',
  adjustmentForAdviser: '指导员有增减项',
  missedAlthoughReported: '漏报与已报信息不符',
  notMissedWithoutReport: '未漏报但无信息',
  missedWithoutMember: '漏报无人承担',
  patrolMarksTaken: '巡查标记代替数字',
  noTasksAssigned: '当月无派单',
  dispatchBelowMinimum: '网格派单不足',
  absentFromMeetingList: '例会签到缺人',
  lateForMeeting: '例会迟到',
  specialDutyNotFullTime: '专项人员不是专职',
  dutyListNotKnown: '履职清单未掌握',
  redCardCheckIncomplete: '红牌核对不全',
  redCardStillServing: '红牌后仍在岗',
  quarterIncomplete: '季度资料不全（排名奖励按0元）',
  quarterMonthMissing: '季度资料不全（不能排名）',
  dimensionLeftOut: '排名内容无数据',
  redCardUnknown: '红牌情况不明',
};

export const checkTitle = (code: Code): string => CHECK_TITLES[code] ?? code;

export const tableTitle = (kind: TableKind): string => TABLE_KINDS[kind];

/** `label 甲、乙`, nothing for an empty list. */
export const listed = (label: string, names: readonly string[] | undefined): readonly string[] =>
  names && names.length > 0 ? [`${label}${names.join('、')}`] : [];
