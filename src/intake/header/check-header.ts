// What a header says and lacks (表头检查): columns missing, found twice, unknown.
import { PATROL_FIGURES, TABLE_KINDS } from '../../model/terms.ts';
import type { HeadingSuggestion } from '../../problems/intake/suggestion.ts';
import { type Place, type Problem, problem } from '../../problems/problem.ts';
import { adviceFor } from '../answers.ts';
import { MARK, type ParsedTable, placeIn, type UnusedColumn } from '../table.ts';
import { datesTwice } from './matrix.ts';
import type { Fit, Recognition } from './recognise.ts';
import { fittingValues, optionalSuggestions, suggestedColumn, suggestionsFor } from './suggestions.ts';

/** A sheet none of whose rows is a header, with the kind that comes nearest. */
export function notRecognised(
  { headings, nearest }: Extract<Recognition, { type: 'none' }>,
  at: (row: number | null) => Place,
): Problem {
  if (nearest === null) return problem('sheetNotRecognised', { headings, nearest }, at(null));
  const { kind, missing, suggestions } = nearest;
  const data = { headings, nearest: { kind: TABLE_KINDS[kind], missing, suggestions } };
  return problem('sheetNotRecognised', data, { ...at(nearest.row.number), column: suggestedColumn(suggestions) });
}

/** Columns no field takes. */
export const unusedColumns = ({ spare, unknown }: Fit): UnusedColumn[] =>
  [
    ...spare.map(({ column }) => ({ ...column, spare: true })),
    ...unknown.map((one) => ({ ...one, spare: false })),
  ].sort((a, b) => a.column - b.column);

/** What unknown headings may stand for: first the columns that are missing, one to one over the table, then others. */
function suggestionsIn({ spec, fields, unknown }: Fit, missing: readonly string[], { profiles }: ParsedTable) {
  const seen = (one: HeadingSuggestion) => fittingValues(one, profiles.get(one.column));
  const needed = suggestionsFor(spec, missing, unknown).flatMap(seen);
  const told = new Set(needed.map(({ column }) => column));
  const further = optionalSuggestions(
    spec,
    (field) => fields.has(field) || missing.includes(field),
    unknown.filter(({ column }) => !told.has(column)),
  ).flatMap(seen);
  return { needed, further };
}

function matrixFault({ matrix, dates }: Fit, place: Place): readonly Problem[] {
  if (!matrix?.fault) return [];
  if (matrix.fault === 'figureUnknown') return [problem('patrolFigureUnknown', {}, place)];
  const named = dates.flatMap(({ figure }) => (figure === null || figure === MARK ? [] : [PATROL_FIGURES[figure]]));
  return [problem('patrolMarksOnly', { figures: named.length > 0 ? [...new Set(named)] : ['各项目'] }, place)];
}

const missingIn = ({ spec, fields }: Fit): Fit['spec']['required'] =>
  spec.required.filter((group) => !group.some((field) => fields.has(field)));

const hasNothingTwice = (fit: Fit): boolean =>
  !fit.matrix?.fault && datesTwice(fit.dates).length === 0 && !fit.spare.some(({ equal }) => equal);

/** Whether the rows can be read: every required column is there, none twice. */
export const isReadable = (fit: Fit): boolean => hasNothingTwice(fit) && missingIn(fit).length === 0;

/** A roster without 工号 is an error; read by names nevertheless, it lets the month's other tables tell what is wrong with them. */
export const lacksOnlyIds = (fit: Fit): boolean =>
  fit.spec.kind === 'roster' &&
  hasNothingTwice(fit) &&
  fit.fields.has('name') &&
  missingIn(fit).every((group) => group.join() === 'person');

/** What is wrong with a header, told when the values below it are known. Gives the columns that were asked about. */
export function tellHeader(fit: Fit, table: ParsedTable, isNotUsed: (heading: string) => boolean): ReadonlySet<number> {
  const place = (column: number | null) => placeIn(table, table.headerRow, column);
  const kind = TABLE_KINDS[fit.spec.kind];
  const missing = missingIn(fit);
  const { needed, further } = suggestionsIn(fit, missing.flat(), table);
  if (missing.length > 0) {
    const columns = missing.map((group) => group.flatMap((field) => fit.spec.fields[field] as readonly string[]));
    const answer = table.side === 'month' ? adviceFor(table.file, table.sheet, null) : null;
    const data = { kind, columns, suggestions: needed, answer };
    table.problems.push(problem('columnMissing', data, place(suggestedColumn(needed))));
  }
  const asked = further.filter(({ heading }) => !isNotUsed(heading));
  const [first] = asked;
  if (first) table.problems.push(problem('columnUnknown', { suggestions: asked }, place(first.column)));
  for (const { column, used, equal } of fit.spare) {
    const found = equal
      ? problem('headingTwice', { heading: column.heading }, place(column.column))
      : problem('columnNotUsed', { heading: column.heading, used: used.heading }, place(column.column));
    table.problems.push(found);
  }
  const twice = datesTwice(fit.dates);
  for (const { heading, column } of twice) table.problems.push(problem('headingTwice', { heading }, place(column)));
  table.problems.push(...matrixFault(fit, place(null)));
  return new Set([...needed, ...further].map(({ column }) => column));
}
