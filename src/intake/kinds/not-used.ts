// 不用: files, sheets and columns that an office has said are of no use to its pay (spec 3.0).
import type { YearMonth } from '../../model/civil.ts';
import { defineKind } from '../kind.ts';
import { month } from '../values/dates.ts';
import { text, verbatim } from '../values/text.ts';

export interface NotUsedDraft {
  /** As written, with * for digits. */
  readonly file: string;
  /** Null: whatever sheet. */
  readonly sheet: string | null;
  /** The heading of a column; null is the whole sheet. */
  readonly column: string | null;
  readonly from: YearMonth | null;
  readonly reason: string;
  readonly approver: string;
}

export const notUsed = defineKind({
  kind: 'notUsed',
  fields: {
    file: ['文件', '文件名'],
    sheet: ['工作表', '表'],
    column: ['列', '列名'],
    from: ['起始月', '起始月份'],
    reason: ['理由', '原因'],
    approver: ['批准人', '审批人'],
  },
  recognisedBy: [
    ['file', 'sheet', 'reason'],
    ['file', 'column', 'reason'],
    ['file', 'reason', 'approver'],
  ],
  required: [['file'], ['reason'], ['approver']],
  parse(row) {
    const file = row.need('file', text);
    const reason = row.need('reason', verbatim);
    const approver = row.need('approver', verbatim);
    const [sheet, column] = [row.read('sheet', text), row.read('column', text)];
    const from = row.read('from', month);
    return file && reason && approver ? { file, sheet, column, from, reason, approver } : null;
  },
});
