// Whom an alert is about, most urgent first, and what it says of each: one unmet day from losing the item, lost already, or
// short of reports.
import { CARDS } from '../model/terms.ts';
import type { Prospect } from '../rules/prospects.ts';

/** Null where no item holds reports against a base. */
export const reportsShort = ({ reportBase, effectiveReports }: Prospect): number | null =>
  reportBase === null ? null : Math.max(0, reportBase - effectiveReports);

/** One more unmet day loses the item, and there is a day left for it. */
const isOneDayAway = ({ patrol, assessableDaysLeft }: Prospect): boolean =>
  patrol?.daysToForfeit === 1 && assessableDaysLeft > 0;

const isLost = ({ patrol }: Prospect): boolean => patrol?.forfeited === true;

const isShort = (member: Prospect): boolean => (reportsShort(member) ?? 0) > 0;

/** Each class by id, as the members are. */
function concerned(members: readonly Prospect[]): readonly Prospect[] {
  const isCalm = (member: Prospect) => !isOneDayAway(member) && !isLost(member);
  return [
    ...members.filter(isOneDayAway),
    ...members.filter(isLost),
    ...members.filter((member) => isCalm(member) && isShort(member)),
  ];
}

interface Column {
  readonly title: string;
  readonly isNumber?: true;
  /** Whether the edition has it. */
  readonly has: (member: Prospect) => boolean;
  readonly text: (member: Prospect) => string;
}

const judged = ({ patrol }: Prospect): boolean => patrol !== null;

const COLUMNS: readonly Column[] = [
  { title: '姓名', has: () => true, text: ({ name }) => name },
  { title: '工号', has: () => true, text: ({ id }) => id },
  { title: '未达标', has: judged, text: unmetText },
  { title: '连续', isNumber: true, has: judged, text: ({ patrol }) => String(patrol?.unmetRun ?? '') },
  { title: '取消', has: judged, text: distanceText },
  {
    title: '后果',
    has: ({ patrol }) => patrol?.cardIfForfeited != null,
    text: cardText,
  },
  { title: '缺席例会', isNumber: true, has: ({ meetingAbsences }) => meetingAbsences > 0, text: absencesText },
  {
    title: '信息还差',
    isNumber: true,
    has: ({ reportBase }) => reportBase !== null,
    text: (member) => String(reportsShort(member) || ''),
  },
];

/** `3（无数据1）` */
function unmetText({ patrol }: Prospect): string {
  if (patrol === null) return '';
  return patrol.noDataDays > 0 ? `${patrol.unmetDays}（无数据${patrol.noDataDays}）` : String(patrol.unmetDays);
}

function distanceText(member: Prospect): string {
  if (isLost(member)) return '已取消';
  const { patrol, assessableDaysLeft } = member;
  const days = patrol?.daysToForfeit ?? null;
  return days === null || days > assessableDaysLeft ? '' : `再有${days}天`;
}

/** A yellow card that is still far off is not held out to anybody; a red one is, since the month before has failed. */
function cardText(member: Prospect): string {
  const card = member.patrol?.cardIfForfeited ?? null;
  const isTold = card === 'red' || isLost(member) || isOneDayAway(member);
  return card !== null && isTold ? CARDS[card] : '';
}

function absencesText({ meetingAbsences }: Prospect): string {
  return String(meetingAbsences || '');
}

/** The people concerned as a table; the name stands first, where it may be cut short. */
export function alertTable(members: readonly Prospect[]): {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers. */
  readonly right: readonly number[];
} {
  const columns = COLUMNS.filter(({ has }) => members.some(has));
  return {
    head: columns.map(({ title }) => title),
    rows: concerned(members).map((member) => columns.map(({ text }) => text(member))),
    right: columns.flatMap(({ isNumber }, index) => (isNumber ? [index] : [])),
  };
}

/** What the table shows, in sentences; or that there is none. */
export function alertSentences(members: readonly Prospect[]): readonly string[] {
  if (members.length === 0) return ['当月没有在职的专职网格员。'];
  if (concerned(members).length === 0) return [`在职的专职网格员 ${members.length} 人，都没有需要提醒的情况。`];
  const count = (test: (member: Prospect) => boolean): number => members.filter(test).length;
  const item = members.find(judged)?.patrol?.item;
  const others = members.length - concerned(members).length;
  const told = [
    ...(item === undefined
      ? []
      : [`再有 1 天未达标就取消${item}的 ${count(isOneDayAway)} 人`, `已经取消的 ${count(isLost)} 人`]),
    ...(members.some(({ reportBase }) => reportBase !== null) ? [`信息还差的 ${count(isShort)} 人`] : []),
    `没有这些情况的 ${others} 人`,
  ];
  const isPerhapsLate = concerned(members).some(({ patrol }) => patrol !== null && patrol.noDataDays > 0);
  return [`${told.join('，')}。`, ...(isPerhapsLate ? ['无数据的日子可能是巡查记录尚未导出，补导后再看。'] : [])];
}
