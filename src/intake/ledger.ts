// The books of one table (行数平衡): every row read ends as used, left out with a reason, or in error.
import type { RowBalance } from '../model/source.ts';
import type { Reason } from './reasons.ts';

export type Outcome = 'used' | 'error' | Reason;

export interface Ledger {
  /** Enters a non-blank row below the headings. */
  readonly enter: (row: number) => void;
  /** Settles a row, once for each record in it: an error outweighs use, use outweighs a reason. */
  readonly settle: (row: number, outcome: Outcome) => void;
  /** Throws when a row was never settled: that would be a defect, and books that do not balance. */
  readonly balance: () => RowBalance;
}

const weightOf = (outcome: Outcome | null): number =>
  outcome === null ? 0 : outcome === 'error' ? 3 : outcome === 'used' ? 2 : 1;

export function openLedger(): Ledger {
  // Indexed by row: a million rows would weigh more in a Map.
  const outcomes: (Outcome | null | undefined)[] = [];
  return {
    enter: (row) => {
      outcomes[row] = null;
    },
    settle: (row, outcome) => {
      const held = outcomes[row];
      if (held !== undefined && weightOf(outcome) > weightOf(held)) outcomes[row] = outcome;
    },
    balance: () => {
      const counts = new Map<Outcome, number>();
      let read = 0;
      outcomes.forEach((outcome, row) => {
        if (!outcome) throw new Error(`row ${row} was read but never settled`);
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        read += 1;
      });
      const { used = 0, error = 0, ...leftOut } = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
      return { read, used, leftOut, inError: error };
    },
  };
}
