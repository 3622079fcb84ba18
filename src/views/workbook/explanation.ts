// The explanation on paper, to hand to the worker: the tree as indented rows with amounts, grounds and sources.
import { type Fen, yuanNumber } from '../../model/money.ts';
import type { MonthRecord } from '../../model/record.ts';
import type { ExplanationNode } from '../explanation/node.ts';
import { moneyColumn, tableSheet, textColumn } from './columns.ts';
import { type Cell, type SheetLine, styled, type WorkbookModel } from './model.ts';
import { officeOf, type Prepared, signatures } from './prepared.ts';

export interface ExplanationSheet {
  readonly title: string;
  /** Above the table: whom it is about, and the amounts by item. */
  readonly head: readonly SheetLine[];
  readonly told: readonly ExplanationNode[];
  /** 应发合计; null where nothing is paid by this sheet. */
  readonly total: Fen | null;
}

const INDENT = '　';

/** The heading of the column need not stand before each text. */
const textUnder = (heading: string, texts: readonly string[]): string | null =>
  texts.length === 0
    ? null
    : texts.map((text) => (text.startsWith(`${heading} `) ? text.slice(heading.length + 1) : text)).join('\n');

/** One cell a line: a row is as high as its lines, however the program that prints it would wrap them. */
const cellPerLine = (text: string): string => text.replaceAll('）、', '）\n');

/** What was told, amount, grounds, sources; deeper lines are indented. */
export interface ExplanationRow {
  readonly said: Cell;
  readonly amount: Cell;
  readonly grounds: string | null;
  readonly sources: string | null;
}

function rowsOf(
  { text, amount, formula, remarks, grounds, sources, below }: ExplanationNode,
  depth: number,
): readonly ExplanationRow[] {
  const indent = INDENT.repeat(depth);
  const lines = [text, ...(formula === null ? [] : [`＝ ${formula}`]), ...remarks];
  const said = lines.map((line, index) => `${indent}${index === 0 ? '' : INDENT}${line}`).join('\n');
  const look = (value: string | number | null): Cell => (depth === 0 ? styled(value, 'strong') : value);
  const row = {
    said: look(said),
    amount: look(amount === null ? null : yuanNumber(amount)),
    grounds: textUnder('依据', grounds),
    sources: textUnder('来源', sources.map(cellPerLine)),
  };
  return [row, ...below.flatMap((one) => rowsOf(one, depth + 1))];
}

export const explanationRows = (nodes: readonly ExplanationNode[]): readonly ExplanationRow[] =>
  nodes.flatMap((one) => rowsOf(one, 0));

export function explanationWorkbook(
  record: MonthRecord,
  { title, head, told, total }: ExplanationSheet,
  prepared: Prepared,
): WorkbookModel {
  const below = (cell: Cell): Cell | undefined => (total === null ? undefined : cell);
  const sheet = tableSheet<ExplanationRow>({
    name: '说明',
    title,
    subtitle: [[`单位：${officeOf(record)}`, '单位：元'], ...head],
    columns: [
      ['said', textColumn('项目、说明', 24, 38), ({ said }) => said, below(styled('应发合计', 'strong'))],
      ['amount', moneyColumn('金额'), ({ amount }) => amount, below(styled(total && yuanNumber(total), 'strong'))],
      ['grounds', textColumn('依据', 12, 36), ({ grounds }) => grounds, below(null)],
      ['sources', textColumn('来源（文件!工作表!单元格）', 12, 34), ({ sources }) => sources, below(null)],
    ],
    rows: explanationRows(told),
    footer: [
      ['对以上说明如有异议，请在收到后向制表人提出。'],
      ['本人签收：', '日期：　　　年　　月　　日'],
      signatures(prepared),
    ],
    landscape: false,
  });
  return { title, sheets: [sheet] };
}
