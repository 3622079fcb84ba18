// 解释口径 tried otherwise: every reading that the program computes beside the one taken, with the values it asks for.
import type { Interpretation } from './edition.ts';
import { labelOf, type Reading, valuesOfReadings } from './readings.ts';
import type { Scheme } from './scheme.ts';
import { type TrialValues, withValues } from './trial.ts';

export interface Alternative {
  readonly number: string;
  readonly label: string;
  readonly question: string;
  readonly clause: string | null;
  /** The reading now taken, and the one tried, in words. */
  readonly current: string;
  readonly reading: string;
  /** By id of the edition. */
  readonly values: ReadonlyMap<string, TrialValues>;
}

/** The values of each reading that is not taken, by its label. */
function valuesOfOthers({ edition }: Scheme, { number, others }: Reading): ReadonlyMap<string, TrialValues> {
  const known = valuesOfReadings(edition, edition.interpretations[number] as Interpretation);
  const labels = new Set(others.map(({ label }) => label));
  return new Map(
    known
      .map((values, index) => [labelOf(index), new Map(Object.entries(values))] as const)
      .filter(([label]) => labels.has(label)),
  );
}

const order = ({ number, label }: Alternative): readonly number[] => [
  Number(number.slice(1)),
  [...Array(10).keys()].findIndex((index) => labelOf(index) === label),
];

/** Of the schemes of several months: each reading that is not taken in one of them, by number and label. */
export function alternativesOf(schemes: readonly Scheme[]): readonly Alternative[] {
  const found = new Map<string, Alternative>();
  for (const scheme of schemes) {
    for (const reading of scheme.readings) {
      for (const [label, values] of valuesOfOthers(scheme, reading)) {
        const { number, question, clause } = reading;
        const known = found.get(`${number}${label}`);
        const tried = withValues(scheme, values).readings.find((one) => one.number === number);
        found.set(`${number}${label}`, {
          ...(known ?? { number, label, question, clause, current: reading.reading, reading: tried?.reading ?? '' }),
          values: new Map([...(known?.values ?? []), [scheme.edition.id, values]]),
        });
      }
    }
  }
  return [...found.values()].sort((a, b) => {
    const [first, second] = [order(a), order(b)];
    return (first[0] as number) - (second[0] as number) || (first[1] as number) - (second[1] as number);
  });
}
