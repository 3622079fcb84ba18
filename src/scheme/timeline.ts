// Editions follow one another by date; a month has exactly one.
import type { YearMonth } from '../model/civil.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Edition } from './edition.ts';

/** An edition with the text it was read from. */
export interface EditionSource {
  readonly edition: Edition;
  readonly text: string;
}

const inForce = ({ inForce: { from, until } }: Edition, month: YearMonth): boolean =>
  from <= month && (until === undefined || month <= until);

/** The first month in which any edition was in force. */
export const schemeStart = (editions: readonly EditionSource[]): YearMonth =>
  editions.map(({ edition }) => edition.inForce.from).sort()[0] as YearMonth;

/** The one edition in force in a month, or the problem that there is none or more than one. */
export function editionOf(editions: readonly EditionSource[], month: YearMonth): EditionSource | Problem {
  const [only, ...others] = editions.filter(({ edition }) => inForce(edition, month));
  if (only === undefined) return problem('noEdition', { month, first: schemeStart(editions) });
  if (others.length === 0) return only;
  return problem('severalEditions', { month, editions: [only, ...others].map(({ edition }) => edition.id) });
}
