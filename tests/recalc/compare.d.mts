import type { ReadCell } from './workbook.mjs';

export interface Comparison {
  readonly formulas: number;
  readonly differing: readonly {
    readonly cell: string;
    readonly formula: string;
    readonly cached: ReadCell['value'];
    readonly recalculated: ReadCell['value'];
  }[];
}
export const comparison: (before: Uint8Array, after: Uint8Array) => Comparison;
