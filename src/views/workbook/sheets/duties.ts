// 工作要求: what is required of each member in the month, what was reached, and what was not.
import type { Finding } from '../../../model/decision.ts';
import type { MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { failedOf, failureText, findingText, membersOf, requirementsOf } from '../../assessed.ts';
import { PERSON_COLUMNS, type TableColumn, tableSheet, textColumn, wordColumn } from '../columns.ts';
import { type Cell, type SheetModel, styled } from '../model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';

/** `20/22`: what was reached of what was due. */
export function requirementCell(finding: Finding | undefined): Cell {
  if (finding === undefined) return styled('—', 'muted');
  const { value, unit, required, met } = finding;
  if (value === null) return styled('无数据', 'warn');
  const isCount = unit !== '%' && unit !== '是否' && required?.bound === 'atLeast';
  const own = findingText(value, unit);
  const text = isCount && required ? `${own.split(' ')[0]}/${findingText(required.value, unit).split(' ')[0]}` : own;
  return met === null ? styled(text, 'muted') : met ? text : styled(text, 'bad');
}

/** A target of every week is one column: in how many weeks it was reached. */
function cellOfAll(findings: readonly Finding[]): Cell {
  const [only, ...more] = findings;
  if (more.length === 0) return requirementCell(only);
  const judged = findings.filter(({ met }) => met !== null);
  if (judged.length === 0) return styled('—', 'muted');
  const text = `${judged.filter(({ met }) => met).length}/${judged.length}周`;
  return judged.every(({ met }) => met) ? text : styled(text, 'bad');
}

/** Null where the edition requires nothing of people. */
export function dutiesSheet(record: MonthRecord, prepared: Prepared): SheetModel | null {
  const members = membersOf(record);
  const required = [
    ...new Map(members.flatMap((one) => requirementsOf(one)).map((finding) => [finding.key, finding])).values(),
  ];
  if (required.length === 0) return null;
  const failedText = (subject: SubjectRecord): string | null => failedOf(subject).map(failureText).join('；') || null;
  return tableSheet<SubjectRecord>({
    name: SHEETS.duties,
    title: `${monthTitle(record.period)} 专职网格员工作要求核对`,
    subtitle: [[`单位：${officeOf(record)}`, '计数为实际/应达到；红色为未达到，黄色为无数据，灰色为不作判断']],
    columns: [
      ...PERSON_COLUMNS,
      ...required.map(
        ({ key, title, clause }): TableColumn<SubjectRecord> => [
          key,
          wordColumn(`${title}\n${clause}`, 6, 11),
          (subject) => cellOfAll(requirementsOf(subject).filter((one) => one.key === key)),
        ],
      ),
      ['failed', textColumn('未达到', 10, 40), failedText],
    ],
    rows: members,
    footer: [['只列示，不影响发放金额。'], signatures(prepared)],
    frozenColumns: 3,
  });
}
