// What sheets say only while the workbook proves itself (核对).
import { call, cells, type Formula, text } from './formula.ts';
import type { LiveText } from './model.ts';
import { SHEETS } from './sheet-names.ts';

/** Whether every row of 核对 agrees. */
const proofHolds: Formula = cells({ sheet: SHEETS.proof, row: 'totals', column: 'agrees' });

export const CHANGED = '已改动，非系统结果';

export const unlessChanged = (said: string, changed: string): LiveText => ({
  text: said,
  formula: call('IF', proofHolds, text(said), text(changed)),
});
