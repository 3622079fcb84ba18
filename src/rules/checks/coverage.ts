// What should be there and is not (该有而没有): figures missing for many on a day, for one person over days, reports that break off
// (spec 3.0). 确无记录 answers; nothing here changes a verdict.
import { type CivilDate, monthOf } from '../../model/civil.ts';
import type { NoRecord, PersonId } from '../../model/facts.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { type Place, type Problem, problem } from '../../problems/problem.ts';
import { weekOf } from '../../scheme/calendar.ts';
import { type Office, rosterPlace, type Subject, tablesOf } from '../office.ts';

interface Who {
  readonly id: string;
  readonly name: string;
}
const whoOf = ({ person: { id, name } }: Subject): Who => ({ id, name });

/** A place in the first table of a kind. */
function tablePlace(office: Office, kind: 'patrol' | 'reports'): Place {
  const [table] = tablesOf(office, kind);
  const { file = null, sheet = null } = office.facts.tables.find(({ id }) => id === table) ?? {};
  return { file, sheet, row: null, column: null };
}

/** Whether 确无记录 says so of a person's figure on a day; `figure` null asks for all figures, `person` null for everyone. */
const isTold = (
  rows: readonly NoRecord[],
  person: PersonId | null,
  day: CivilDate,
  figure: PatrolFigure | null,
): boolean =>
  rows.some(
    (row) =>
      (row.person === null || row.person === person) &&
      row.from <= day &&
      day <= row.to &&
      (row.figure === null || row.figure === figure),
  );

const hasFigure = ({ patrolDays }: Subject, day: CivilDate, figure: PatrolFigure): boolean => {
  const found = patrolDays.get(day);
  return found !== undefined && (found.figures[figure] !== null || found.met !== null);
};

const FEWEST = 3;
const MANY = 5;

/** Of a figure on a day: who is due and has it on another day, and who of them lacks it. */
interface Due {
  readonly pool: readonly Subject[];
  readonly lack: readonly Subject[];
}

function dueOn(office: Office, members: readonly Subject[], figure: PatrolFigure, day: CivilDate): Due {
  const pool = members.filter(
    (one) =>
      one.service.assessable.includes(day) &&
      [...one.patrolDays.keys()].some((other) => other !== day && hasFigure(one, other, figure)),
  );
  const { noRecords } = office.facts;
  const lack = pool.filter((one) => !hasFigure(one, day, figure) && !isTold(noRecords, one.person.id, day, figure));
  return { pool, lack };
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};

type DueDay = readonly [day: CivilDate, due: Due];

const isUsual = (days: readonly DueDay[]): boolean =>
  median(days.filter(([, { pool }]) => pool.length > 0).map(([, { pool, lack }]) => lack.length / pool.length)) < 0.25;

const lackMany = ({ pool, lack }: Due): boolean => lack.length >= FEWEST && lack.length * 2 >= pool.length;
const lackAlmostAll = ({ pool, lack }: Due): boolean =>
  lack.length > 0 && (lack.length === pool.length || (lack.length >= FEWEST && lack.length * 4 >= pool.length * 3));

/** How many days in a row, from the first on, lack a figure for nearly everybody. */
const runOf = (days: readonly DueDay[]): number => {
  const end = days.findIndex(([, due]) => !lackAlmostAll(due));
  return end < 0 ? days.length : end;
};

/**
 * Days on which a figure is missing for at least three and half of those due, while the median day lacks it for less than a
 * quarter; and the days before it begins, or after it ends, for nearly everybody, however few those are.
 */
function daysLacking(office: Office, members: readonly Subject[], days: readonly CivilDate[], figure: PatrolFigure) {
  const due = days.map((day): DueDay => [day, dueOn(office, members, figure, day)]);
  const [before, behind] = [runOf(due), runOf([...due].reverse())];
  const between = due.slice(before, due.length - behind);
  const isCut = between.length >= FEWEST && isUsual(between);
  const found = due.filter(([, one], index) => {
    if (isUsual(due) && lackMany(one)) return true;
    if (!isCut) return false;
    return (before >= FEWEST && index < before) || (behind >= FEWEST && index >= due.length - behind);
  });
  return new Map(found.map(([day, { lack }]) => [day, lack] as const));
}

interface Gap {
  readonly days: CivilDate[];
  readonly figures: readonly PatrolFigure[];
  readonly people: Map<string, { readonly who: Who; days: number }>;
}

/** Gaps of several days with the same figures are one cause. */
function gapsIn(office: Office, members: readonly Subject[], days: readonly CivilDate[]): readonly Gap[] {
  const lacking = office.dueFigures.map((figure) => [figure, daysLacking(office, members, days, figure)] as const);
  const gaps: Gap[] = [];
  let last: Gap | null = null;
  for (const day of days) {
    const figures = lacking.filter(([, found]) => found.has(day)).map(([figure]) => figure);
    if (figures.length === 0) {
      last = null;
      continue;
    }
    if (last === null || last.figures.join() !== figures.join()) {
      last = { days: [], figures, people: new Map() };
      gaps.push(last);
    }
    last.days.push(day);
    const people = new Set(lacking.flatMap(([, found]) => found.get(day) ?? []));
    for (const one of people) {
      const known = last.people.get(one.person.id) ?? { who: whoOf(one), days: 0 };
      known.days += 1;
      last.people.set(one.person.id, known);
    }
  }
  return gaps;
}

/** Figures that a device measures: beside others of a day they are not left empty because there was nothing. */
const MEASURED: readonly PatrolFigure[] = ['onlineTime', 'mileage'];

/** What somebody lacks on a day that no 确无记录 tells: everything (null), measured figures, or nothing. */
function lackingOn({ facts, dueFigures }: Office, subject: Subject, day: CivilDate): readonly (PatrolFigure | null)[] {
  const lacking = subject.patrolDays.has(day)
    ? MEASURED.filter((figure) => dueFigures.includes(figure) && !hasFigure(subject, day, figure))
    : [null];
  return lacking.filter((figure) => !isTold(facts.noRecords, subject.person.id, day, figure));
}

/** Runs of assessable days on which somebody has no figure at all, or lacks what a device measures. */
function runsWithout(office: Office, subject: Subject, days: ReadonlySet<CivilDate>): readonly CivilDate[][] {
  const runs: CivilDate[][] = [];
  let run: CivilDate[] = [];
  for (const day of subject.service.assessable) {
    if (days.has(day) && lackingOn(office, subject, day).length > 0) run.push(day);
    else {
      runs.push(run);
      run = [];
    }
  }
  return [...runs, run].filter(({ length }) => length >= FEWEST);
}

const hasDates = ({ person: { hired, left, assignments } }: Subject): boolean =>
  hired !== null || left !== null || assignments.some(({ from, to }) => from !== null || to !== null);

/** Days on which some table tells of a person. */
function daysTold(
  { facts }: Office,
  { person, patrolDays, tasks, meetings, reports }: Subject,
): ReadonlySet<CivilDate> {
  const leave = facts.leave.filter((one) => one.person === person.id).flatMap(({ from, to }) => [from, to]);
  return new Set([
    ...patrolDays.keys(),
    ...reports().map(({ at }) => at.date),
    ...tasks.flatMap(({ dispatched, done, due }) => [dispatched, done, due].flatMap((one) => one?.date ?? [])),
    ...meetings.map(({ date }) => date),
    ...leave,
  ]);
}

/** Assessable days at either end of the month on which no table tells of somebody without dates in the roster. */
function silentEnds(office: Office, subject: Subject) {
  const { asOf } = office;
  const assessable = subject.service.assessable.filter((day) => asOf === null || day <= asOf);
  if (hasDates(subject) || subject.patrolDays.size === 0) return null;
  const told = daysTold(office, subject);
  const first = assessable.findIndex((day) => told.has(day));
  const last = assessable.findLastIndex((day) => told.has(day));
  const [before, behind] = [assessable.slice(0, Math.max(0, first)), last < 0 ? [] : assessable.slice(last + 1)];
  const isSilent = before.length >= MANY || behind.length >= MANY;
  return isSilent ? { before: before.length >= MANY ? before : [], behind: behind.length >= MANY ? behind : [] } : null;
}

/** Figures of 巡查: a workday nobody recorded, figures missing for many, people without any. */
export function checkCoverage(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts, workdays, asOf } = office;
  // Of somebody on hold rows in error were left out: what is lacking is told with those.
  const members = subjects.filter(({ role, person }) => role === 'fullTime' && !office.uncertain.has(person.id));
  const past = asOf === null ? workdays : workdays.filter((day) => day <= asOf);
  const owed = new Set(members.flatMap(({ service }) => service.assessable));
  const forgotten = past.filter(
    (day) => owed.has(day) && !facts.patrolDates.has(day) && !isTold(facts.noRecords, null, day, null),
  );
  const place = tablePlace(office, 'patrol');
  const recorded = past.filter((day) => facts.patrolDates.has(day));
  const gaps = gapsIn(office, members, recorded);
  const lastDay = recorded.at(-1);
  const missing = gaps.map(({ days, figures, people }) => {
    const isAll = figures.length === office.dueFigures.length;
    const data = {
      days,
      figures: isAll ? null : figures.map((figure) => PATROL_FIGURES[figure]),
      people: [...people.values()].map(({ who, days: count }) => ({ ...who, days: count })),
    };
    const isGrave = people.size >= MANY || days.at(-1) === lastDay;
    return problem(isGrave ? 'figuresBreakOff' : 'figuresLacking', data, place);
  });
  const toldDays = new Set([...forgotten, ...gaps.flatMap(({ days }) => days)]);
  const asked = new Set(recorded.filter((day) => !toldDays.has(day)));
  return [
    ...(forgotten.length > 0
      ? [problem('workdayWithoutPatrol', { dates: forgotten, people: peopleDue(members, forgotten) }, place)]
      : []),
    ...missing,
    ...peopleWithout(office, members, asked),
  ];
}

const peopleDue = (members: readonly Subject[], days: readonly CivilDate[]) =>
  members.flatMap((one) => {
    const count = days.filter((day) => one.service.assessable.includes(day)).length;
    return count > 0 ? [{ ...whoOf(one), days: count }] : [];
  });

function peopleWithout(office: Office, members: readonly Subject[], asked: ReadonlySet<CivilDate>): readonly Problem[] {
  const hasLeave = tablesOf(office, 'leave').length > 0;
  const without = members.filter(
    ({ person, service, patrolDays }) =>
      patrolDays.size === 0 && service.assessable.some((day) => !isTold(office.facts.noRecords, person.id, day, null)),
  );
  const silent = members.flatMap((one) => {
    const ends = silentEnds(office, one);
    return ends === null ? [] : [{ one, ends }];
  });
  const isSilent = new Set(silent.map(({ one }) => one));
  const partly = members.flatMap((one) => {
    if (one.patrolDays.size === 0 || isSilent.has(one)) return [];
    const runs = runsWithout(office, one, asked);
    if (runs.length === 0) return [];
    const days = runs.flat();
    const figures = new Set(days.flatMap((day) => lackingOn(office, one, day)));
    const named = MEASURED.filter((figure) => figures.has(figure)).map((figure) => PATROL_FIGURES[figure]);
    return [{ one, days, figures: named }];
  });
  const place = tablePlace(office, 'patrol');
  const dayOf = ({ one, days, figures }: (typeof partly)[number]) => ({ ...whoOf(one), days, figures });
  return [
    ...(hasLeave
      ? without.map((one) =>
          problem(
            'personWithoutPatrol',
            { people: [{ ...whoOf(one), days: one.service.assessable.length }] },
            rosterPlace(office.facts, one.person),
          ),
        )
      : without.length > 0
        ? [
            problem(
              'personWithoutPatrol',
              { people: without.map((one) => ({ ...whoOf(one), days: one.service.assessable.length })) },
              without.length === 1 ? rosterPlace(office.facts, (without[0] as Subject).person) : place,
            ),
          ]
        : []),
    ...(hasLeave
      ? partly.map((one) => problem('daysWithoutFigures', { people: [dayOf(one)], hasLeave }, place))
      : partly.length > 0
        ? [problem('daysWithoutFigures', { people: partly.map(dayOf), hasLeave }, place)]
        : []),
    ...silent.map(({ one, ends }) =>
      problem(
        'serviceDoubtful',
        { ...whoOf(one), before: ends.before, behind: ends.behind },
        rosterPlace(office.facts, one.person),
      ),
    ),
  ];
}

/** Assessable days without a record that no question is about: told, for they may cost somebody a day. */
export function checkSingleDays(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts, asOf } = office;
  const members = subjects.filter(({ role }) => role === 'fullTime');
  const lacking = members.flatMap((one) => {
    if (one.patrolDays.size === 0 || silentEnds(office, one) !== null) return [];
    const isPast = (day: CivilDate): boolean => asOf === null || day <= asOf;
    const days = one.service.assessable.filter(
      (day) => isPast(day) && facts.patrolDates.has(day) && !one.patrolDays.has(day),
    );
    return days.length === 0 ? [] : [{ ...whoOf(one), days }];
  });
  return lacking.length > 0 ? [problem('daysWithoutData', { people: lacking }, tablePlace(office, 'patrol'))] : [];
}

/** 信息: members without any, and a table that breaks off before the month's end. */
export function checkReportCoverage(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts, period, workdays, asOf } = office;
  if (asOf !== null || tablesOf(office, 'reports').length === 0) return [];
  const place = tablePlace(office, 'reports');
  const members = subjects.filter(({ role }) => role === 'fullTime');
  const without = members.filter((one) => one.service.assessable.length >= MANY && one.reports().length === 0);
  const days = new Set<CivilDate>();
  for (const { at } of facts.reports) if (monthOf(at.date) === period) days.add(at.date);
  const last = [...days].sort().at(-1);
  if (last === undefined) return [];
  const left = workdays.filter((day) => day > last).length;
  const weeks = new Set(workdays.filter((day) => day <= last).map(weekOf));
  const weeksTold = new Set([...days].map(weekOf));
  const breaksOff = left >= MANY && [...weeks].every((week) => weeksTold.has(week));
  const toldPeople = members.filter(({ service }) => service.assessable.some((day) => day > last)).map(whoOf);
  return [
    ...(without.length > 0 && without.length < members.length
      ? [problem('membersWithoutReports', { people: without.map(whoOf) }, place)]
      : []),
    ...(breaksOff ? [problem('reportsBreakOff', { last, left, people: toldPeople }, place)] : []),
  ];
}
