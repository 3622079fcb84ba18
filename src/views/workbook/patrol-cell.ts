// A patrol figure as a number that a spreadsheet can calculate with, shown as people read it: never rounded to a threshold
// that it misses.
import { compare, type Fraction, HUNDRED, mul, parseFraction, roundTo } from '../../model/fraction.ts';
import type { PatrolFigure } from '../../model/terms.ts';
import type { StyledCell } from './model.ts';

const SECONDS_A_DAY = 86_400;
const [FEWEST, MOST] = [4, 10];

const isShownWith = (percent: Fraction, decimals: number): boolean =>
  compare(roundTo(percent, decimals), percent) === 0;

/** As many decimals as the rate has; of an endless one, as many as tell it from what is owed. */
function decimalsOf(rate: Fraction, owed: Fraction | null): number {
  const percent = mul(rate, HUNDRED);
  for (let decimals = 0; decimals < FEWEST; decimals++) if (isShownWith(percent, decimals)) return decimals;
  const due = owed && mul(owed, HUNDRED);
  for (let decimals = FEWEST; decimals < MOST; decimals++) {
    if (due === null || compare(roundTo(percent, decimals), due) === compare(percent, due)) return decimals;
  }
  return MOST;
}

/** What a number typed into a figure's cell is taken for. */
const KINDS: Record<PatrolFigure, Pick<StyledCell, 'kind' | 'decimals'>> = {
  onlineRate: { kind: 'rate', decimals: 0 },
  onlineTime: { kind: 'duration' },
  mileage: { kind: 'kilometres', decimals: 2 },
  keyPersonVisits: { kind: 'number' },
  keyPlaceVisits: { kind: 'number' },
};

/** 无数据, √ or × where a number may come to stand. */
export const wordInPatrolCell = (figure: PatrolFigure, word: string): StyledCell => ({ value: word, ...KINDS[figure] });

/** Of seconds, metres, a rate of 1 or times, exact text. */
export function patrolCell(figure: PatrolFigure, exact: string, owed: string | null): StyledCell {
  const value = parseFraction(exact);
  if (value === null) return { value: exact };
  const number = Number(value.n) / Number(value.d);
  if (figure === 'onlineTime') return { value: number / SECONDS_A_DAY, kind: 'duration' };
  if (figure === 'mileage') return { value: number / 1000, kind: 'kilometres', decimals: number % 10 === 0 ? 2 : 3 };
  if (figure !== 'onlineRate') return { value: number, kind: 'integer' };
  return { value: number, kind: 'rate', decimals: decimalsOf(value, owed === null ? null : parseFraction(owed)) };
}
