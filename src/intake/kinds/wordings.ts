// 用词: words of an office's own exports, and what they stand for (spec 3.0).
import { defineKind } from '../kind.ts';
import { text, verbatim } from '../values/text.ts';

export interface WordingDraft {
  /** The Chinese name of a table kind. */
  readonly table: string;
  /** A heading of the column. */
  readonly column: string;
  readonly word: string;
  /** One of the words of the column. */
  readonly meaning: string;
  readonly approver: string;
}

export const wordings = defineKind({
  kind: 'wordings',
  fields: {
    table: ['表', '表名', '表的种类'],
    column: ['列', '列名'],
    word: ['词', '用词', '写法'],
    meaning: ['含义', '意思'],
    approver: ['批准人', '审批人'],
  },
  recognisedBy: [
    ['word', 'meaning'],
    ['table', 'column', 'word'],
  ],
  required: [['table'], ['column'], ['word'], ['meaning'], ['approver']],
  parse(row) {
    const table = row.need('table', text);
    const column = row.need('column', text);
    const word = row.need('word', text);
    const meaning = row.need('meaning', text);
    const approver = row.need('approver', verbatim);
    return table && column && word && meaning && approver ? { table, column, word, meaning, approver } : null;
  },
});
