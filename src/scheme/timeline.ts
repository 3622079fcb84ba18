// Editions follow one another by date; a month has exactly one.
import { addMonths, type YearMonth } from '../model/civil.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Edition } from './edition.ts';
import type { EditionSource } from './parse-edition.ts';

/** The last month of an edition: its own, or the one before the edition that follows it; null when it goes on. */
export function lastMonth({ id, inForce: { until } }: Edition, editions: readonly EditionSource[]): YearMonth | null {
  const ends = [
    ...(until === undefined ? [] : [until as YearMonth]),
    ...editions
      .filter(({ edition }) => edition.follows === id)
      .map(({ edition }) => addMonths(edition.inForce.from as YearMonth, -1)),
  ];
  return ends.sort()[0] ?? null;
}

/** The edition that came into force last. */
export const newestOf = (editions: readonly EditionSource[]): EditionSource =>
  editions.reduce((newest, one) => (one.edition.inForce.from > newest.edition.inForce.from ? one : newest));

/** The first month in which any edition was in force. */
export const schemeStart = (editions: readonly EditionSource[]): YearMonth =>
  editions.map(({ edition }) => edition.inForce.from).sort()[0] as YearMonth;

/** The one edition in force in a month, or the problem that there is none or more than one. */
export function editionOf(editions: readonly EditionSource[], month: YearMonth): EditionSource | Problem {
  const inForce = editions.filter(({ edition }) => {
    const last = lastMonth(edition, editions);
    return edition.inForce.from <= month && (last === null || month <= last);
  });
  const [only, ...others] = inForce;
  if (only === undefined) {
    const start = schemeStart(editions);
    return month < start ? problem('noEdition', { month, first: start }) : problem('editionGap', { month });
  }
  if (others.length === 0) return only;
  return problem('severalEditions', { month, editions: inForce.map(({ edition }) => edition.id) });
}
