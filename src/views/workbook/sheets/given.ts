// 增减项明细: amounts that somebody approved, and what came over from last month.
import { yuanNumber } from '../../../model/money.ts';
import type { MonthRecord } from '../../../model/record.ts';
import { detailSheet, moneyColumn, PERSON_COLUMNS, textColumn } from '../columns.ts';
import type { LiveBook } from '../live/book.ts';
import { type BackLink, idCell } from '../live/details.ts';
import type { GivenRow } from '../live/rows.ts';
import type { SheetModel } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { cellsText } from '../words.ts';

/** 原因, 批准人 */
function groundOf({ basis }: GivenRow['line']): readonly [string, string | null] {
  if ('approver' in basis) return [basis.reason, basis.approver];
  return ['interpretation' in basis ? `按口径 ${basis.interpretation}` : basis.clause, null];
}

/** Null where there are none. */
export const givenSheet = (record: MonthRecord, { given }: LiveBook, back: BackLink): SheetModel | null =>
  given.length === 0
    ? null
    : detailSheet({
        name: SHEETS.given,
        title: `${monthTitle(record.period)} 增减项明细`,
        subtitle: [['', '单位：元']],
        columns: [
          ...PERSON_COLUMNS,
          textColumn('类别', 6, 12),
          textColumn('项目', 8, 24),
          moneyColumn('金额'),
          textColumn('原因', 10, 50),
          textColumn('批准人', 6, 16),
          textColumn('来源（文件!工作表!单元格）', 12, 50),
        ],
        rows: given.map(({ subject, decision, line }, index) => [
          index + 1,
          idCell(subject, back),
          subject.name,
          decision.title,
          line.label,
          yuanNumber(line.amount),
          ...groundOf(line),
          cellsText(record, line.sources),
        ]),
        frozenColumns: 3,
      });
