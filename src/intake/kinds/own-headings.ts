// 列名: headings of an office's own exports, and what they stand for.
import { defineKind } from '../kind.ts';
import { text } from '../values/text.ts';

export interface OwnHeadingDraft {
  /** The Chinese name of a table kind. */
  readonly table: string;
  /** As it stands in the export. */
  readonly heading: string;
  /** The heading it stands for, with a unit where the numbers need one. */
  readonly meaning: string;
}

export const ownHeadings = defineKind({
  kind: 'ownHeadings',
  fields: {
    table: ['表', '表名', '表的种类'],
    heading: ['列名', '导出列名', '本单位列名'],
    meaning: ['含义', '标准列名', '对应列名'],
    basis: ['依据', '决定', '决定/依据', '备注', '说明'],
  },
  recognisedBy: [
    ['table', 'heading'],
    ['heading', 'meaning'],
  ],
  required: [['table'], ['heading'], ['meaning']],
  parse(row) {
    const table = row.need('table', text);
    const heading = row.need('heading', text);
    const meaning = row.need('meaning', text);
    return table === null || heading === null || meaning === null ? null : { table, heading, meaning };
  },
});
