// 其他指标: figures that the amounts rest on and 发放表 has no column for, such as 漏报 and 专项职责; with the rows they were read from.
import type { MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { namedColumns, numberColumn, roleColumn, type TableColumn, tableSheet, textColumn } from '../columns.ts';
import type { LiveBook } from '../live/book.ts';
import { type BackLink, idCell } from '../live/details.ts';
import { figureKey } from '../live/payroll-plan.ts';
import type { SheetModel } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { rowSourcesText } from '../words.ts';
import { figureCell, figureColumn } from './payroll.ts';

const rowsBehind = (record: MonthRecord, { figures }: SubjectRecord, keys: readonly string[]): string | null =>
  [...new Set(keys.flatMap((key) => (figures[key]?.sources ?? []).map((source) => rowSourcesText(record, [source]))))]
    .filter((found) => found !== '')
    .join('；') || null;

/** Null where there are none. */
export function otherFiguresSheet(record: MonthRecord, live: LiveBook, back: BackLink): SheetModel | null {
  const keys = live.otherFigures;
  if (keys.length === 0) return null;
  const subjects = live.otherSubjects;
  const readAsIs = (subject: SubjectRecord) => keys.filter((key) => live.figureFormula(subject, key) === null);
  return tableSheet<SubjectRecord>({
    name: SHEETS.otherFigures,
    title: `${monthTitle(record.period)} 其他指标`,
    subtitle: [['发放表公式用到、发放表没有列出的指标。']],
    columns: [
      numberColumn,
      ...namedColumns<SubjectRecord>(
        (subject) => subject,
        (subject) => idCell(subject, back),
      ),
      roleColumn(),
      ...keys.map(
        (key): TableColumn<SubjectRecord> => [
          figureKey(key),
          figureColumn(record.scheme, key, subjects),
          (subject) => figureCell(subject.figures[key], live.figureFormula(subject, key)),
        ],
      ),
      [
        'sources',
        textColumn('来源（文件!工作表!行）', 12, 56),
        (subject) => rowsBehind(record, subject, readAsIs(subject)),
      ],
    ],
    rows: subjects,
    frozenColumns: 3,
  });
}
