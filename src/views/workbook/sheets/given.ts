// 增减项明细: amounts that somebody approved, and what came over from last month.
import { yuanNumber } from '../../../model/money.ts';
import type { MonthRecord } from '../../../model/record.ts';
import { moneyColumn, namedColumns, numberColumn, tableSheet, textColumn } from '../columns.ts';
import type { LiveBook } from '../live/book.ts';
import { type BackLink, idCell } from '../live/details.ts';
import type { GivenRow } from '../live/rows.ts';
import type { SheetModel } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { cellsText } from '../words.ts';

function reasonOf({ basis }: GivenRow['line']): string {
  if ('approver' in basis) return basis.reason;
  return 'interpretation' in basis ? `按口径 ${basis.interpretation}` : basis.clause;
}

/** Null where there are none. */
export const givenSheet = (record: MonthRecord, { given }: LiveBook, back: BackLink): SheetModel | null =>
  given.length === 0
    ? null
    : tableSheet<GivenRow>({
        name: SHEETS.given,
        title: `${monthTitle(record.period)} 增减项明细`,
        subtitle: [['', '单位：元']],
        columns: [
          numberColumn,
          ...namedColumns<GivenRow>(
            ({ subject }) => subject,
            ({ subject }) => idCell(subject, back),
          ),
          ['kind', textColumn('类别', 6, 12), ({ decision }) => decision.title],
          ['item', textColumn('项目', 8, 24), ({ line }) => line.label],
          ['amount', moneyColumn('金额'), ({ line }) => yuanNumber(line.amount)],
          ['reason', textColumn('原因', 10, 50), ({ line }) => reasonOf(line)],
          [
            'approver',
            textColumn('批准人', 6, 16),
            ({ line: { basis } }) => ('approver' in basis ? basis.approver : null),
          ],
          ['sources', textColumn('来源（文件!工作表!单元格）', 12, 50), ({ line }) => cellsText(record, line.sources)],
        ],
        rows: given,
        frozenColumns: 3,
      });
