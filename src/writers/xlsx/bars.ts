// Bars in cells (data bars): drawn by the program that shows the sheet, from 0 to a column's greatest number. exceljs names
// each bar by a random id in two places; numbered ones keep equal models equal.
import type { ConditionalFormattingRule, DataBarRuleType, Worksheet } from 'exceljs';
import { columnLetter } from '../../model/source.ts';
import type { Column } from '../../views/workbook/model.ts';

const COLOR = { argb: 'FFD0E2F3' };

/** exceljs takes the colour, which its types do not know. */
const barOf = (max: number, priority: number): DataBarRuleType & { color: typeof COLOR } => ({
  type: 'dataBar',
  priority,
  cfvo: [
    { type: 'num', value: 0 },
    { type: 'num', value: max },
  ],
  color: COLOR,
  gradient: false,
  border: false,
  minLength: 0,
  maxLength: 100,
});

export function addBars(worksheet: Worksheet, columns: readonly Column[], firstRow: number, rows: number): void {
  if (rows === 0) return;
  columns.forEach(({ bar }, index) => {
    if (bar === undefined) return;
    const letter = columnLetter(index);
    const rules: ConditionalFormattingRule[] = [barOf(bar.max, index + 1)];
    worksheet.addConditionalFormatting({ ref: `${letter}${firstRow}:${letter}${firstRow + rows - 1}`, rules });
  });
}

const RANDOM_ID = /(<x14:id>|<x14:cfRule [^>]*?\bid=")\{[0-9A-F-]{36}\}/g;

/** The bars of a sheet numbered as they are first named. */
export function withNumberedBars(part: string, xml: string): string {
  if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(part)) return xml;
  const numbers = new Map<string, string>();
  return xml.replace(RANDOM_ID, (named: string, before: string) => {
    const id = named.slice(before.length);
    const number = numbers.get(id) ?? `{00000000-0000-0000-0000-${String(numbers.size + 1).padStart(12, '0')}}`;
    numbers.set(id, number);
    return `${before}${number}`;
  });
}
