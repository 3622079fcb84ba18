// 考核日、出勤份额 and the assessable days with online time (spec 4, 6).
import type { Figures } from '../../model/decision.ts';
import { binary } from '../../model/expression.ts';
import type { Assignment, Person } from '../../model/facts.ts';
import { ratioText } from '../../model/fraction.ts';
import { rowsOf, type Source } from '../../model/source.ts';
import { referencesIn } from '../../scheme/scheme.ts';
import { cellsIfThere, cellsOf } from '../cells.ts';
import { figureLeaf } from '../leaves.ts';
import { type Office, type Service, type Subject, tablesOf } from '../office.ts';
import { settingsBehind } from '../settings-behind.ts';
import { count, counted, noData } from './figure.ts';
import type { PatrolDay } from './patrol-days.ts';

/** The role, and the dates that limit service where there are any; nothing of somebody no longer on the roster. */
function rosterCells(office: Office, { assignments, hired, left }: Person): readonly Source[] {
  const listed = assignments.filter(({ origin, isGap }) => origin.table >= 0 && !isGap);
  const cells = (field: string, found: readonly Assignment[]) =>
    cellsIfThere(
      office,
      found.map(({ origin }) => origin),
      field,
    );
  return [
    ...rowsOf(
      listed.map(({ origin }) => origin),
      'role',
    ),
    ...(hired === null ? [] : cells('hired', listed)),
    ...(left === null ? [] : cells('left', listed)),
    ...cells(
      'from',
      listed.filter(({ from }) => from !== null),
    ),
    ...cells(
      'to',
      listed.filter(({ to }) => to !== null),
    ),
  ];
}

/** Rows of leave, or the month in whose record it is kept. */
function leaveSources({ leaves }: Service, { id }: Person): readonly Source[] {
  const rows = leaves.flatMap(({ origin }) => (typeof origin === 'string' ? [] : [origin]));
  const months = new Set(leaves.flatMap(({ origin }) => (typeof origin === 'string' ? [origin] : [])));
  return [
    ...['kind', 'from', 'to'].flatMap((field) => rowsOf(rows, field)),
    ...[...months].map((period): Source => ({ type: 'record', period, person: id, item: 'leave' })),
  ];
}

const wasOnline = (day: PatrolDay | undefined): boolean => {
  const time = day?.figures.onlineTime ?? null;
  return time === null ? day?.met === true : time.n > 0n;
};

/** 出勤份额 with the days it is made of. */
function shareFigures({ share, shareOf }: Service, sources: readonly Source[]): Figures {
  const days = {
    paidWorkdays: count(shareOf.days, sources),
    reducedDays: count(shareOf.reduced, sources),
    workdays: count(shareOf.workdays, sources),
  };
  const leaf = (key: keyof typeof days, title: string) => figureLeaf(days, key, title, '天');
  const left = binary('subtract', leaf('paidWorkdays', '计发工作日'), leaf('reducedDays', '请假扣减'));
  return {
    ...days,
    share: {
      type: 'share',
      value: ratioText(share),
      sources,
      ...(shareOf.workdays > 0 && { expression: binary('divide', left, leaf('workdays', '当月工作日')) }),
    },
  };
}

export function measureAttendance(office: Office, subject: Subject): Figures {
  const { service, person } = subject;
  const days = subject.patrolDays;
  const online = service.assessable.filter((day) => wasOnline(days.get(day)));
  const settings = settingsBehind(office.scheme, referencesIn(office.scheme.edition.attendance));
  const sources = [
    ...rosterCells(office, person),
    ...leaveSources(service, person),
    ...rowsOf(service.exemptions, 'reason'),
    ...settings,
  ];
  const patrolled = cellsOf(
    office,
    online.flatMap((day) => [...(days.get(day)?.origins ?? [])]),
    'onlineTime',
    'date',
  );
  const onlineDays = count(
    online.length,
    counted(patrolled, { type: 'absence', what: '有在线时长的考核日', searched: tablesOf(office, 'patrol') }),
  );
  return {
    assessableDays: count(service.assessable.length, sources),
    ...shareFigures(service, sources),
    onlineDays,
    // Where no table tells of online time, the days that had some are not known.
    dutyDays: office.facts.patrolFigures.has('onlineTime') ? onlineDays : noData(onlineDays.sources),
  };
}
