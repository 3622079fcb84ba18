// The pay workbook (spec 10): the sheet that is signed, the evidence behind it, the rules and the files it rests on. Its
// amounts are live over the other sheets, and 核对 proves them.
import type { MonthRecord } from '../../model/record.ts';
import { isRole } from '../../model/terms.ts';
import { liveBook } from './live/book.ts';
import { namesCalled } from './live/called.ts';
import type { BackLink } from './live/details.ts';
import { parameterNames } from './live/names.ts';
import { type Payroll, type PayrollPlan, payrollPlan } from './live/payroll-plan.ts';
import type { SheetModel, WorkbookModel } from './model.ts';
import { monthTitle, type Prepared } from './prepared.ts';
import { SHEETS } from './sheet-names.ts';
import { cluesSheet } from './sheets/clues.ts';
import { dutiesSheet } from './sheets/duties.ts';
import { givenSheet } from './sheets/given.ts';
import { gridScoresSheet } from './sheets/grid-scores.ts';
import { gridTeamsSheet } from './sheets/grid-teams.ts';
import { interpretationsSheet } from './sheets/interpretations.ts';
import { issuesSheet } from './sheets/issues.ts';
import { meetingsSheet } from './sheets/meetings.ts';
import { otherFiguresSheet } from './sheets/other-figures.ts';
import { patrolSheet } from './sheets/patrol.ts';
import { payrollSheet } from './sheets/payroll.ts';
import { proofSheet } from './sheets/proof.ts';
import { reportsSheet } from './sheets/reports.ts';
import { definedNames, rulesSheet } from './sheets/rules.ts';
import { scoresSheet } from './sheets/scores.ts';
import { slipsSheet } from './sheets/slips.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { tasksSheet } from './sheets/tasks.ts';
import { tabNames } from './tab-names.ts';

/** The sheet of 网格长 and 兼职, named after what the edition pays them; none where it pays them nothing. */
function othersPayroll(record: MonthRecord): Payroll | null {
  const subjects = record.subjects.filter(({ role }) => role !== 'fullTime');
  const paid = record.scheme.items.filter((item) => item.for.some((about) => isRole(about) && about !== 'fullTime'));
  if (paid.length === 0 && subjects.every(({ decisions }) => decisions.every(({ lines }) => lines.length === 0)))
    return null;
  const [only, ...more] = paid;
  const name = only && more.length === 0 ? only.title : '网格长和兼职';
  const title = `${monthTitle(record.period)} 网格长、兼职网格员${only && more.length === 0 ? only.title : ''}发放表`;
  return { name: tabNames([...Object.values(SHEETS), name]).at(-1) as string, title, subjects, showsRole: true };
}

/** Those of which the edition has items. */
const assessmentSheets = (record: MonthRecord, prepared: Prepared): readonly (SheetModel | null)[] => [
  gridScoresSheet(record, prepared),
  gridTeamsSheet(record, prepared),
  dutiesSheet(record, prepared),
  scoresSheet(record, prepared),
];

/** Each person's row on the sheet that pays. */
function payRows(plans: readonly PayrollPlan[]): BackLink {
  const rows = new Map(
    plans.flatMap(({ name, subjects }) => subjects.map((subject, row) => [subject, { sheet: name, row }] as const)),
  );
  return (subject) => rows.get(subject) ?? null;
}

export function payWorkbook(record: MonthRecord, prepared: Prepared): WorkbookModel {
  const title = `${monthTitle(record.period)} 专职网格员工资发放表`;
  const fullTime = record.subjects.filter(({ role }) => role === 'fullTime');
  const payrolls = [{ name: SHEETS.payroll, title, subjects: fullTime, showsRole: false }, othersPayroll(record)];
  const plans = payrolls.flatMap((payroll) => (payroll ? [payrollPlan(record, payroll)] : []));
  const names = parameterNames(record.scheme);
  const back = payRows(plans);

  const judgesDays = record.scheme.items.some((item) => item.judgesDays !== null);
  const details = [
    ...(judgesDays ? [patrolSheet(record, names, back)] : []),
    reportsSheet(record, back),
    tasksSheet(record, back),
    meetingsSheet(record, back),
  ];
  const live = liveBook(record, plans, new Map(details.map((detail) => [detail.sheet.name, detail])), names);
  const linkOf: BackLink = (subject) => {
    const [first] = details.flatMap(({ sheet, spans }) => {
      const span = spans.get(subject);
      return span ? [{ sheet: sheet.name, row: span.from }] : [];
    });
    return first ?? null;
  };
  const [paySheet, ...others] = plans.map((plan) => payrollSheet(record, plan, live, linkOf, prepared));
  const calculating = [
    paySheet,
    slipsSheet(record, live, prepared),
    ...details.map(({ sheet }) => sheet),
    otherFiguresSheet(record, live, back),
    givenSheet(record, live, back),
    ...others,
  ].filter((sheet) => sheet != null);
  const sheets = [
    ...calculating,
    ...assessmentSheets(record, prepared),
    issuesSheet(record),
    cluesSheet(record, prepared),
    proofSheet(record, live, names, back),
    rulesSheet(record, names, namesCalled(calculating)),
    interpretationsSheet(record),
    sourcesSheet(record),
  ];
  return {
    title,
    names: definedNames(record.scheme, names),
    sheets: sheets.filter((sheet) => sheet != null),
  };
}
