// The pay workbook (spec 10): the sheet that is signed, the evidence behind it, the rules and the files it rests on.
import type { MonthRecord } from '../../model/record.ts';
import type { WorkbookModel } from './model.ts';
import { monthTitle, type Prepared } from './prepared.ts';
import { interpretationsSheet } from './sheets/interpretations.ts';
import { issuesSheet } from './sheets/issues.ts';
import { meetingsSheet } from './sheets/meetings.ts';
import { patrolLinks, patrolSheet } from './sheets/patrol.ts';
import { payrollSheet } from './sheets/payroll.ts';
import { reportsSheet } from './sheets/reports.ts';
import { rulesSheet } from './sheets/rules.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { tasksSheet } from './sheets/tasks.ts';

export function payWorkbook(record: MonthRecord, prepared: Prepared): WorkbookModel {
  const month = monthTitle(record.period);
  const links = patrolLinks(record);
  const fullTime = record.subjects.filter(({ role }) => role === 'fullTime');
  const others = record.subjects.filter(({ role }) => role !== 'fullTime');
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
      patrolSheet(record),
      reportsSheet(record),
      tasksSheet(record),
      meetingsSheet(record),
      payrollSheet(
        record,
        {
          name: '以奖代补',
          title: `${month} 网格长、兼职网格员以奖代补发放表`,
          subjects: others,
          showsRole: true,
          linkOf: () => null,
        },
        prepared,
      ),
      issuesSheet(record),
      rulesSheet(record),
      interpretationsSheet(record),
      sourcesSheet(record),
    ],
  };
}
