// 一分钟内多条: one person with several reports in so short a time that nobody can have gone from one to the next.
import { type CivilDate, monthOf } from '../../model/civil.ts';
import type { Report } from '../../model/facts.ts';
import { daysOfMonth } from '../../scheme/calendar.ts';
import { cellsOf } from '../cells.ts';
import { type FindClues, personOf } from './clue.ts';
import { BURST_REPORTS, BURST_SECONDS, DAY_SECONDS } from './thresholds.ts';
import { listText } from './words.ts';

interface Timed {
  readonly report: Report;
  readonly time: string;
  /** Since the month began. */
  readonly second: number;
}

/** A stretch in which each report belongs to a window that is full. */
interface Burst {
  readonly from: number;
  readonly to: number;
  /** The most reports of one window. */
  readonly most: number;
}

export const burst: FindClues = (office) => {
  const { facts, period } = office;
  const dayNumbers = new Map(daysOfMonth(period).map((day, index) => [day, index]));
  return facts.people.flatMap((person) => {
    const timed = timedReports(
      facts.reports.of(person.id).filter(({ at }) => monthOf(at.date) === period),
      dayNumbers,
    );
    return burstsOf(timed).map(({ from, to, most }) => {
      const reports = timed.slice(from, to + 1);
      const numbers = listText(
        reports.map(({ report }) => report.id),
        '条',
      );
      return {
        clue: 'burst' as const,
        people: [personOf(person)],
        text: `${spanText(reports)}上报 ${reports.length} 条信息，${BURST_SECONDS} 秒内最多 ${most} 条；编号 ${numbers}`,
        sources: cellsOf(
          office,
          reports.map(({ report }) => report.origin),
          'at',
        ),
      };
    });
  });
};

function timedReports(reports: readonly Report[], dayNumbers: ReadonlyMap<CivilDate, number>): readonly Timed[] {
  return reports
    .flatMap((report): Timed[] => {
      const { date, time } = report.at;
      return time === null
        ? []
        : [{ report, time, second: (dayNumbers.get(date) ?? 0) * DAY_SECONDS + secondOfDay(time) }];
    })
    .sort((a, b) => a.second - b.second || (a.report.id < b.report.id ? -1 : 1));
}

const secondOfDay = (time: string): number => time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);

/** Windows that share a report are one burst. */
function burstsOf(timed: readonly Timed[]): readonly Burst[] {
  const bursts: Burst[] = [];
  let first = 0;
  for (const [index, { second }] of timed.entries()) {
    while (second - (timed[first] as Timed).second > BURST_SECONDS) first++;
    const size = index - first + 1;
    if (size < BURST_REPORTS) continue;
    const last = bursts.at(-1);
    if (last && first <= last.to) bursts[bursts.length - 1] = { ...last, to: index, most: Math.max(last.most, size) };
    else bursts.push({ from: first, to: index, most: size });
  }
  return bursts;
}

/** 2021-07-05 10:00:00 至 10:00:40 */
function spanText(reports: readonly Timed[]): string {
  const [first, last] = [reports[0] as Timed, reports.at(-1) as Timed];
  const [from, to] = [first.report.at.date, last.report.at.date];
  const end = from === to ? last.time : `${to} ${last.time}`;
  return first.second === last.second ? `${from} ${first.time} ` : `${from} ${first.time} 至 ${end} `;
}
