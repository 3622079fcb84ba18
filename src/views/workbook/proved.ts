// What sheets say only while the workbook proves itself (核对).
import { call, cells, type Formula, text } from './formula.ts';
import { PROOF_LIVE } from './live/book.ts';
import type { LiveText } from './model.ts';
import { SHEETS } from './sheet-names.ts';

export const PROOF_AGREES = PROOF_LIVE + 1;

/** Whether every row of 核对 agrees. */
const proofHolds: Formula = cells({ sheet: SHEETS.proof, row: 'totals', column: PROOF_AGREES });

export const CHANGED = '已改动，非系统结果';

export const unlessChanged = (said: string, changed: string): LiveText => ({
  text: said,
  formula: call('IF', proofHolds, text(said), text(changed)),
});
