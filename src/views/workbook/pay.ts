// The pay workbook (spec 10): the sheet that is signed, the evidence behind it, the rules and the files it rests on.
import type { MonthRecord, SubjectRecord } from '../../model/record.ts';
import { isRole } from '../../model/terms.ts';
import type { SheetModel, WorkbookModel } from './model.ts';
import { monthTitle, type Prepared } from './prepared.ts';
import { dutiesSheet } from './sheets/duties.ts';
import { gridScoresSheet } from './sheets/grid-scores.ts';
import { gridTeamsSheet } from './sheets/grid-teams.ts';
import { interpretationsSheet } from './sheets/interpretations.ts';
import { issuesSheet } from './sheets/issues.ts';
import { meetingsSheet } from './sheets/meetings.ts';
import { patrolLinks, patrolSheet } from './sheets/patrol.ts';
import { payrollSheet } from './sheets/payroll.ts';
import { reportsSheet } from './sheets/reports.ts';
import { rulesSheet } from './sheets/rules.ts';
import { scoresSheet } from './sheets/scores.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { tasksSheet } from './sheets/tasks.ts';

/** The sheet of 网格长 and 兼职, named after what the edition pays them; none where it pays them nothing. */
function othersSheets(
  record: MonthRecord,
  subjects: readonly SubjectRecord[],
  prepared: Prepared,
): readonly SheetModel[] {
  const paid = record.scheme.items.filter((item) => item.for.some((about) => isRole(about) && about !== 'fullTime'));
  if (paid.length === 0 && subjects.every(({ decisions }) => decisions.every(({ lines }) => lines.length === 0)))
    return [];
  const [only, ...more] = paid;
  const name = only && more.length === 0 ? only.title : '网格长和兼职';
  const title = `${monthTitle(record.period)} 网格长、兼职网格员${only && more.length === 0 ? only.title : ''}发放表`;
  return [payrollSheet(record, { name, title, subjects, showsRole: true, linkOf: () => null }, prepared)];
}

/** Those of which the edition has items. */
const assessmentSheets = (record: MonthRecord, prepared: Prepared): readonly SheetModel[] =>
  [
    gridScoresSheet(record, prepared),
    gridTeamsSheet(record, prepared),
    dutiesSheet(record, prepared),
    scoresSheet(record, prepared),
  ].filter((sheet) => sheet !== null);

export function payWorkbook(record: MonthRecord, prepared: Prepared): WorkbookModel {
  const month = monthTitle(record.period);
  const links = patrolLinks(record);
  const fullTime = record.subjects.filter(({ role }) => role === 'fullTime');
  const others = record.subjects.filter(({ role }) => role !== 'fullTime');
  const judgesDays = record.scheme.items.some((item) => item.judgesDays);
  const title = `${month} 专职网格员工资发放表`;
  return {
    title,
    sheets: [
      payrollSheet(
        record,
        {
          name: '发放表',
          title,
          subjects: fullTime,
          showsRole: false,
          linkOf: (subject) => links.get(subject) ?? null,
        },
        prepared,
      ),
      ...(judgesDays ? [patrolSheet(record)] : []),
      reportsSheet(record),
      tasksSheet(record),
      meetingsSheet(record),
      ...othersSheets(record, others, prepared),
      ...assessmentSheets(record, prepared),
      issuesSheet(record),
      rulesSheet(record),
      interpretationsSheet(record),
      sourcesSheet(record),
    ],
  };
}
