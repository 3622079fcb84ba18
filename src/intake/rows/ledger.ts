// The books of one table (行数平衡): every row read ends as used, left out with a reason, or in error.
import type { RowBalance } from '../../model/source.ts';
import { Numbers } from './packed.ts';
import type { Reason } from './reasons.ts';

type RowFate = 'used' | 'error' | Reason;

export interface Ledger {
  /** Enters a non-blank row below the headings. */
  readonly enter: (row: number) => void;
  /** Settles a row, once for each record in it: an error outweighs use, use outweighs a reason. */
  readonly settle: (row: number, outcome: RowFate) => void;
  /** Throws when a row was never settled: that would be a defect, and books that do not balance. */
  readonly balance: () => RowBalance;
}

/** What a row can be, as it is kept: nothing entered, entered but not settled, then the outcomes met so far. */
const [ABSENT, OPEN, FIRST_OUTCOME] = [0, 1, 2];

const weightOf = (outcome: RowFate | undefined): number =>
  outcome === undefined ? 0 : outcome === 'error' ? 3 : outcome === 'used' ? 2 : 1;

export function openLedger(): Ledger {
  const rows = new Numbers(Uint8Array);
  const outcomes: RowFate[] = [];
  const codeOf = (outcome: RowFate): number => {
    const known = outcomes.indexOf(outcome);
    return FIRST_OUTCOME + (known < 0 ? outcomes.push(outcome) - 1 : known);
  };
  return {
    enter: (row) => rows.set(row, OPEN),
    settle: (row, outcome) => {
      const code = rows.at(row);
      if (code !== ABSENT && weightOf(outcome) > weightOf(outcomes[code - FIRST_OUTCOME])) {
        rows.set(row, codeOf(outcome));
      }
    },
    balance: () => {
      const counts = new Array<number>(outcomes.length).fill(0);
      let read = 0;
      for (let row = 0; row < rows.length; row++) {
        const code = rows.at(row);
        if (code === OPEN) throw new Error(`row ${row} was read but never settled`);
        if (code === ABSENT) continue;
        counts[code - FIRST_OUTCOME] = (counts[code - FIRST_OUTCOME] as number) + 1;
        read += 1;
      }
      const named = outcomes.map((outcome, index) => [outcome, counts[index] as number] as const);
      const met = named.filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
      const { used = 0, error = 0, ...leftOut } = Object.fromEntries(met) as Record<string, number>;
      return { read, used, leftOut, inError: error };
    },
  };
}
