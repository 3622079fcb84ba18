// 口径确认, to be filled in: every interpretation with the reading in force and the others there are.
import { AGREE } from '../../../scheme/confirmations.ts';
import type { Reading } from '../../../scheme/readings.ts';
import type { Scheme } from '../../../scheme/scheme.ts';
import { cellColumns, tableSheet, textColumn, wordColumn } from '../../workbook/columns.ts';
import type { Cell, SheetModel } from '../../workbook/model.ts';
import { textEntry } from '../input-column.ts';
import { DECIDED, UNDECIDED } from './decided.ts';

/** Rows for readings chosen from a later month on. */
const FURTHER_ROWS = 40;

const readingRow = ({ number, question, reading, others }: Reading): readonly Cell[] => [
  number,
  { value: null, validation: { type: 'list', words: [AGREE, ...others.map(({ label }) => label)] } },
  ...UNDECIDED,
  question,
  reading,
  others.map(({ label, reading: other }) => `${label}：${other}`).join('\n') || null,
];

export const readingsSheet = ({ readings }: Scheme): SheetModel =>
  tableSheet({
    name: '口径确认',
    title: '解释口径确认',
    subtitle: [
      [
        `文件未写明或可作不同理解之处。同意现行读法的选“${AGREE}”，改用其他读法的选它的代号；空着的行不计，照现行读法计算。`,
      ],
    ],
    columns: cellColumns([
      { ...wordColumn('编号', 5, 6), note: '口径的编号，不要改动。' },
      {
        heading: '选定',
        ...textEntry(6, 8),
        align: 'center',
        required: true,
        note: `从下拉列表选择：${AGREE}，或其他读法的代号。`,
      },
      ...DECIDED,
      textColumn('问题', 20, 30),
      textColumn('现行读法', 20, 38),
      textColumn('其他读法', 20, 44),
    ]),
    rows: readings.map(readingRow),
    frozenColumns: 1,
    entryRows: FURTHER_ROWS,
  });
