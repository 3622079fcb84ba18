// 口径确认: the reading of an interpretation that an office has chosen, from a month on (spec 12).
import type { ConfirmationRow } from '../intake/read-workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Edition } from './edition.ts';
import { inForce } from './in-force.ts';
import { type Confirmed, labelOf, valuesOfReadings, wordsOfReadings } from './readings.ts';
import { tidy } from './values.ts';

/** What is written to agree with the reading in force. */
export const AGREE = '采用';

const AGREED = new Set<string>([AGREE, '同意', '是', labelOf(0)]);

export interface ReadConfirmations {
  /** By number of the interpretation. */
  readonly confirmed: ReadonlyMap<string, Confirmed>;
  /** By key of a parameter: the value the chosen reading asks for, and the row that chose it. */
  readonly values: ReadonlyMap<string, { readonly value: string; readonly row: ConfirmationRow }>;
  /** The rows in force: part of the scheme's hash. */
  readonly used: readonly Pick<ConfirmationRow, 'id' | 'choice' | 'from' | 'basis' | 'approver'>[];
  readonly problems: readonly Problem[];
}

/** The reading chosen, by its place among them: 0 as shipped, −1 when the program computes none like it. */
function chosen(readings: readonly string[], choice: string): number {
  const found = tidy(choice);
  if (AGREED.has(found)) return 0;
  return readings.findIndex((reading, index) => found === labelOf(index) || found === tidy(reading));
}

/** The values a row asks for, or what is wrong with it. */
type Answer = { readonly values: Readonly<Record<string, string>> } | { readonly fault: Problem };

function answerOf(
  edition: Edition,
  { id, choice, place, columns }: ConfirmationRow,
  inForceOf: (key: string) => string | undefined,
): Answer {
  const interpretation = edition.interpretations[id];
  if (interpretation === undefined) {
    const cell = { ...place, column: columns.id ?? null };
    return { fault: problem('confirmationUnknown', { found: id }, cell) };
  }
  const readings = wordsOfReadings(edition, interpretation, inForceOf);
  const values = valuesOfReadings(edition, interpretation)[chosen(readings, choice)];
  if (values !== undefined) return { values };
  const choices = readings.map((reading, index) => ({ label: labelOf(index), reading }));
  return { fault: problem('confirmationNotComputed', { number: id, found: choice, choices }, place) };
}

/** The readings in force in a month; `inForceOf` is a parameter by the office's settings. Every row is checked. */
export function readConfirmations(
  edition: Edition,
  rows: readonly ConfirmationRow[],
  period: YearMonth,
  inForceOf: (key: string) => string | undefined,
): ReadConfirmations {
  const { rows: latest, repeated } = inForce(rows, ({ id }) => id, period);
  const answers = rows.map((row) => ({ row, answer: answerOf(edition, row, inForceOf) }));
  const sound = answers.flatMap(({ row, answer }) =>
    'values' in answer && latest.get(row.id) === row ? [{ row, values: answer.values }] : [],
  );
  const used = sound.map(({ row: { id, choice, from, basis, approver } }) => ({ id, choice, from, basis, approver }));
  return {
    confirmed: new Map(used.map(({ id, from, basis, approver }) => [id, { from, approver, reason: basis }])),
    values: new Map(
      sound.flatMap(({ row, values }) => Object.entries(values).map(([key, value]) => [key, { value, row }] as const)),
    ),
    used,
    problems: [
      ...repeated.map(({ id, from, place }) => problem('confirmationTwice', { number: id, month: from }, place)),
      ...answers.flatMap(({ answer }) => ('fault' in answer ? [answer.fault] : [])),
    ],
  };
}
