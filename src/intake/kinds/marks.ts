// The marks of attendance sheets (签到标记): √ × 事 病 迟, and the words they stand for.
import { ATTENDANCE, type Attendance, LEAVE_KINDS } from '../../model/terms.ts';
import { glossary } from '../values/words.ts';

/** 事假, 病假 … and 事, 病 …; 工伤 has no short form. */
export const LEAVE_MARKS: ReadonlySet<string> = new Set([
  ...LEAVE_KINDS,
  ...LEAVE_KINDS.filter((kind) => kind.endsWith('假')).map((kind) => kind.slice(0, -1)),
  '请假',
  '假',
]);

const PRESENT = [
  ...['√', '✓', '✔', '✅', '☑', '到', '已到', '到会', '已到会', '参会', '已参会', '参加', '已参加'],
  ...['签', '签到', '已签', '已签到', '已出席'],
];
const ABSENT = [
  ...['×', '✗', '✘', '✕', '✖', '╳', '❌', '☒', '缺', '缺勤', '缺会', '未到', '未到会', '未参会', '未参加'],
  ...['未签', '未签到', '未出席', '旷', '旷会', '旷工', '旷勤'],
];

export const ATTENDANCE_MARKS: readonly (readonly [string, Attendance])[] = [
  ...glossary(ATTENDANCE),
  ...PRESENT.map((mark) => [mark, 'present'] as const),
  ...ABSENT.map((mark) => [mark, 'absent'] as const),
  ...[...LEAVE_MARKS].map((mark) => [mark, 'onLeave'] as const),
  ['迟', 'late'],
];

/** √ and × of a day of patrol: whether its targets were met. */
export const PATROL_MARKS: readonly (readonly [string, boolean])[] = [
  ...PRESENT.map((mark) => [mark, true] as const),
  ...ABSENT.map((mark) => [mark, false] as const),
  ['达标', true],
  ['未达标', false],
  ['不达标', false],
];

/** Marks that say something of a day and hold no figure. */
export const MARKS: ReadonlySet<string> = new Set([...ATTENDANCE_MARKS, ...PATROL_MARKS].map(([mark]) => mark));
