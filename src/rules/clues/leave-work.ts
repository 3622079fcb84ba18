// 请假日有工作记录: work recorded on a day that was leave from morning to evening.
import type { CivilDate } from '../../model/civil.ts';
import type { Leave, MeetingEntry, PatrolRow, Report, Task } from '../../model/facts.ts';
import { fraction } from '../../model/fraction.ts';
import { personRowsOf } from '../../model/person-rows.ts';
import type { Source } from '../../model/source.ts';
import { ATTENDANCE } from '../../model/terms.ts';
import { cellsOf } from '../cells.ts';
import { type HalfDays, halfDaysOf, takenDays } from '../half-days.ts';
import type { Office } from '../office.ts';
import { type FindClues, personOf } from './clue.ts';
import { figureText, WORK_FIGURES } from './words.ts';

interface Work {
  readonly patrol: readonly PatrolRow[];
  readonly reports: readonly Report[];
  readonly tasks: readonly Task[];
  readonly meetings: readonly MeetingEntry[];
}

interface Activity {
  readonly text: string;
  readonly sources: readonly Source[];
}

export const leaveWork: FindClues = (office) => {
  const { facts } = office;
  const halfDays = halfDaysOf(office.scheme);
  const [leave, tasks, meetings] = [personRowsOf(facts.leave), personRowsOf(facts.tasks), personRowsOf(facts.meetings)];
  return facts.people.flatMap((person) => {
    const { id } = person;
    const days = wholeDays(leave.of(id), halfDays);
    if (days.length === 0) return [];
    const work = {
      patrol: facts.patrol.of(id),
      reports: facts.reports.of(id),
      tasks: tasks.of(id),
      meetings: meetings.of(id),
    };
    return days.flatMap(([day, leaves]) => {
      const found = activitiesOn(office, work, day);
      if (found.length === 0) return [];
      const kinds = [...new Set(leaves.map(({ kind }) => kind))].sort().join('、');
      const rows = leaves.flatMap(({ origin }) => (typeof origin === 'string' ? [] : [origin]));
      return [
        {
          clue: 'leaveWork' as const,
          people: [personOf(person)],
          text: `${day} 全天请假（${kinds}），当天有工作记录：${found.map(({ text }) => text).join('、')}`,
          sources: [
            ...cellsOf(office, rows, 'from'),
            ...cellsOf(office, rows, 'to'),
            ...found.flatMap(({ sources }) => sources),
          ],
        },
      ];
    });
  });
};

/** Days of which both halves are leave, in order, with the leave that makes them so. */
function wholeDays(leaves: readonly Leave[], by: HalfDays | null): readonly (readonly [CivilDate, readonly Leave[]])[] {
  const byDay = new Map<CivilDate, { rows: Leave[]; halves: Set<0 | 1> }>();
  for (const leave of leaves) {
    for (const { day, halves } of takenDays(leave, by)) {
      const known = byDay.get(day) ?? { rows: [], halves: new Set<0 | 1>() };
      byDay.set(day, known);
      if (halves.length > 0) known.rows.push(leave);
      for (const half of halves) known.halves.add(half);
    }
  }
  return [...byDay]
    .filter(([, { halves }]) => halves.size === 2)
    .map(([day, { rows }]) => [day, rows] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function activitiesOn(office: Office, work: Work, day: CivilDate): readonly Activity[] {
  const reports = work.reports.filter(({ at }) => at.date === day);
  const done = work.tasks.filter((task) => task.done?.date === day && !task.withdrawn);
  const attended = work.meetings.filter(
    ({ date, attendance }) => date === day && (attendance === 'present' || attendance === 'late'),
  );
  const words = [...new Set(attended.map(({ attendance }) => ATTENDANCE[attendance]))].sort();
  const some = (rows: readonly Pick<Report, 'origin'>[], text: string, field: string): readonly Activity[] =>
    rows.length === 0
      ? []
      : [
          {
            text,
            sources: cellsOf(
              office,
              rows.map(({ origin }) => origin),
              field,
            ),
          },
        ];
  return [
    ...patrolOn(work.patrol.filter(({ date }) => date === day)).flatMap(({ rows, text, field }) =>
      some(rows, text, field),
    ),
    ...some(reports, `上报信息 ${reports.length} 条`, 'at'),
    ...some(done, `完成派单 ${done.length} 件`, 'done'),
    ...some(attended, `例会${words.join('、')}`, 'attendance'),
  ];
}

/** What a day's rows of 巡查 tell of work: figures above zero, or √ in their place. */
function patrolOn(day: readonly PatrolRow[]): readonly { rows: readonly PatrolRow[]; text: string; field: string }[] {
  const figures = WORK_FIGURES.map((figure) => {
    const rows = day.filter((row) => (row[figure] ?? 0) > 0);
    const total = rows.reduce((sum, row) => sum + (row[figure] ?? 0), 0);
    return { rows, text: figureText(figure, fraction(total)), field: figure };
  });
  const marked = day.filter(({ met }) => met === true);
  return [...figures, { rows: marked, text: '巡查标记 √', field: 'date' }];
}
