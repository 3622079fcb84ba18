// What is FALSE stands out, also after somebody changed the workbook.
import type { Worksheet } from 'exceljs';
import { columnLetter } from '../../model/source.ts';
import type { SheetModel } from '../../views/workbook/model.ts';
import type { Layout } from './layout.ts';
import { FALSE_STYLE } from './styles.ts';

export function addAlarms(worksheet: Worksheet, { columns }: SheetModel, { firstRow, totalsRow }: Layout): void {
  columns.forEach(({ kind }, index) => {
    if (kind !== 'truth') return;
    const letter = columnLetter(index);
    worksheet.addConditionalFormatting({
      ref: `${letter}${firstRow}:${letter}${totalsRow}`,
      rules: [{ type: 'cellIs', operator: 'equal', formulae: ['FALSE'], priority: index + 1, style: FALSE_STYLE }],
    });
  });
}
