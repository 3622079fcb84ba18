// Headers that look like matrices because of dates that are none of their own (误认的日期列): those of the data below.
import type { Fit } from './recognise.ts';

const isComplete = ({ spec, fields }: Fit): boolean =>
  spec.required.every((group) => group.some((field) => fields.has(field)));

const shareRows = (one: Fit, other: Fit): boolean => one.rows.some((row) => other.rows.includes(row));

const isPartOf = (part: Fit, whole: Fit): boolean =>
  part.rows.length < whole.rows.length && part.rows.every((row) => whole.rows.includes(row));

/**
 * What stands above or below dates may name their month, no other days; a date that heads several columns is the date of
 * those right of it.
 */
function changesDays(part: Fit, whole: Fit): boolean {
  const dated = new Map(whole.dates.map(({ column, date }) => [column, date]));
  if (part.dates.some(({ column, date }) => dated.get(column)?.slice(8) !== date.slice(8))) return true;
  return whole.dates.some(({ column, date }) => {
    const left = part.dates.findLast((one) => one.column <= column);
    return left === undefined || dated.get(left.column) !== date;
  });
}

/** The fits without matrices that share a row with the whole header of a list, or have other days than a part of them. */
export function withoutFalseDates(fits: readonly Fit[]): readonly Fit[] {
  const complete = fits.filter(isComplete);
  const lists = complete.filter(({ spec }) => !spec.dateColumns);
  const matrices = complete.filter(({ spec }) => spec.dateColumns);
  return fits.filter(
    (fit) =>
      !fit.spec.dateColumns ||
      (!lists.some((list) => shareRows(list, fit)) &&
        !matrices.some((part) => isPartOf(part, fit) && changesDays(part, fit))),
  );
}
