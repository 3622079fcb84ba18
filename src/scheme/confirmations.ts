// 口径确认: the reading of an interpretation that an office has chosen, from a month on (spec 12).
import type { ConfirmationRow } from '../intake/read-workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Edition, Interpretation } from './edition.ts';
import { inForce } from './in-force.ts';
import { type Confirmed, labelOf, valuesOfReadings } from './readings.ts';
import { tidy } from './values.ts';

const AGREED = new Set(['采用', '同意', '是', labelOf(0)]);

export interface ReadConfirmations {
  /** By number of the interpretation. */
  readonly confirmed: ReadonlyMap<string, Confirmed>;
  /** By key of a parameter: the value the chosen reading asks for, and the row that chose it. */
  readonly values: ReadonlyMap<string, { readonly value: string; readonly row: ConfirmationRow }>;
  /** The rows in force: part of the scheme's hash. */
  readonly used: readonly Pick<ConfirmationRow, 'id' | 'choice' | 'from' | 'basis' | 'approver'>[];
  readonly problems: readonly Problem[];
}

/** The reading chosen: 0 as shipped, then the others; −1 when the program computes none like it. */
function chosen({ reading, others }: Interpretation, choice: string): number {
  const found = tidy(choice);
  if (AGREED.has(found) || found === tidy(reading)) return 0;
  return others.findIndex((other, index) => found === labelOf(index + 1) || found === tidy(other.reading)) + 1 || -1;
}

function faultOf(edition: Edition, { id, choice, place, columns }: ConfirmationRow): Problem | null {
  const interpretation = edition.interpretations[id];
  if (interpretation === undefined) return problem('confirmationUnknown', { found: id }, { ...place, column: columns.id ?? null });
  if (chosen(interpretation, choice) >= 0) return null;
  const readings = [interpretation.reading, ...interpretation.others.map(({ reading }) => reading)];
  const choices = readings.map((reading, index) => ({ label: labelOf(index), reading }));
  return problem('confirmationNotComputed', { number: id, found: choice, choices }, place);
}

/** The readings in force in a month. Every row is checked, in force or not. */
export function readConfirmations(
  edition: Edition,
  rows: readonly ConfirmationRow[],
  period: YearMonth,
): ReadConfirmations {
  const { rows: latest, repeated } = inForce(rows, ({ id }) => id, period);
  const faults = rows.map((row) => faultOf(edition, row));
  const sound = [...latest].filter(([, row]) => faults[rows.indexOf(row)] === null);
  const values = sound.flatMap(([number, row]) => {
    const interpretation = edition.interpretations[number] as Interpretation;
    const asked = valuesOfReadings(edition, interpretation)[chosen(interpretation, row.choice)] ?? {};
    return Object.entries(asked).map(([key, value]) => [key, { value, row }] as const);
  });
  return {
    confirmed: new Map(sound.map(([number, { from, basis, approver }]) => [number, { from, approver, reason: basis }])),
    values: new Map(values),
    used: sound.map(([, { id, choice, from, basis, approver }]) => ({ id, choice, from, basis, approver })),
    problems: [
      ...repeated.map(({ id, from, place }) =>
        problem('confirmationTwice', { number: id, month: from ?? '最初' }, place),
      ),
      ...faults.filter((fault) => fault !== null),
    ],
  };
}
