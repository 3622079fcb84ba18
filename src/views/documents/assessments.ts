// The parts of `pay --json` on assessments (spec 8): scores, grids, duties. Scores have two decimals, 无数据 is null.
import type { Finding } from '../../model/decision.ts';
import type { MonthRecord } from '../../model/record.ts';
import { ROLES, type Role } from '../../model/terms.ts';
import {
  countIn,
  departuresOf,
  membersOf,
  percentOf,
  requirementsOf,
  scoreNumber,
  scoreOf,
  spanOf,
  twoDecimals,
} from '../assessed.ts';
import type { DocumentBody } from '../schemas/common.ts';
import type { duty } from '../schemas/duties.ts';

/** `score.training` → `training` */
const contentName = (key: string): string => key.slice(key.lastIndexOf('.') + 1);

/** Days where it is about a week. */
const dutyDocument = (finding: Finding): DocumentBody<typeof duty> => ({
  requirement: finding.clause,
  key: finding.key,
  title: finding.title,
  figure: scoreNumber(finding.value),
  threshold: finding.required && twoDecimals(finding.required.value),
  unit: finding.unit,
  met: finding.met,
  ...spanOf(finding),
});

export function scoreDocuments(record: MonthRecord) {
  return membersOf(record).flatMap((subject) => {
    const scored = scoreOf(subject);
    if (scored === null) return [];
    const contents = scored.findings.filter(({ full }) => full !== null);
    return [
      {
        id: subject.id,
        name: subject.name,
        score: scoreNumber(scored.score.value),
        rank: scored.score.rank,
        contents: Object.fromEntries(contents.map((one) => [contentName(one.key), percentOf(one)])),
      },
    ];
  });
}

export const gridDocuments = ({ grids }: MonthRecord) =>
  grids.map((grid) => {
    const score = scoreOf(grid)?.score ?? null;
    return {
      id: grid.id,
      name: grid.name,
      score: score && scoreNumber(score.value),
      rank: score?.rank ?? null,
      ...Object.fromEntries(
        ['assessableDays', 'metDays', 'effectiveReports'].map((figure) => [figure, countIn(grid, figure)]),
      ),
      reportsByRole: Object.fromEntries(
        (Object.keys(ROLES) as Role[]).map((role) => [role, countIn(grid, `reports.${role}`)]),
      ),
      ...Object.fromEntries(
        ['tasksAssigned', 'tasksDone', 'missedIncidents'].map((figure) => [figure, countIn(grid, figure)]),
      ),
      departures: departuresOf(grid).map(({ key, value, required, days }) => ({
        rule: key,
        found: scoreNumber(value),
        required: required && twoDecimals(required.value),
        days: days?.length ?? null,
      })),
      duties: requirementsOf(grid).map(dutyDocument),
    };
  });

export const dutyDocuments = (record: MonthRecord) =>
  membersOf(record).flatMap((subject) =>
    requirementsOf(subject).map((finding) => ({ id: subject.id, name: subject.name, ...dutyDocument(finding) })),
  );
