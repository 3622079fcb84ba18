// Headers that look like matrices because of dates that are none of their own (误认的日期列): dates of the data below a
// list's header, or in a title above a header.
import type { Fit } from './recognise.ts';

const isComplete = ({ spec, fields }: Fit): boolean =>
  spec.required.every((group) => group.some((field) => fields.has(field)));

const shareRows = (one: Fit, other: Fit): boolean => one.rows.some((row) => other.rows.includes(row));

const isPartOf = (part: Fit, whole: Fit): boolean =>
  part.rows.length < whole.rows.length && part.rows.every((row) => whole.rows.includes(row));

/** A group above dates may name their month, never another day. */
const losesDays = (part: Fit, whole: Fit): boolean =>
  part.dates.some(({ column, date }) => {
    const now = whole.dates.find((one) => one.column === column);
    return now?.date.slice(8) !== date.slice(8);
  });

/** The fits without matrices that share a row with the whole header of a list, or lose days that a part of them has. */
export function withoutFalseDates(fits: readonly Fit[]): readonly Fit[] {
  const complete = fits.filter(isComplete);
  const lists = complete.filter(({ spec }) => !spec.dateColumns);
  const matrices = complete.filter(({ spec }) => spec.dateColumns);
  return fits.filter(
    (fit) =>
      !fit.spec.dateColumns ||
      (!lists.some((list) => shareRows(list, fit)) &&
        !matrices.some((part) => isPartOf(part, fit) && losesDays(part, fit))),
  );
}
