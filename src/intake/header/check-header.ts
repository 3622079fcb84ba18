// What a header says and lacks (表头检查): columns missing, found twice, unknown.
import { PATROL_FIGURES, TABLE_KINDS } from '../../model/terms.ts';
import type { HeadingSuggestion } from '../../problems/intake/suggestion.ts';
import { type Place, type Problem, problem } from '../../problems/problem.ts';
import { MARK, type ParsedTable, placeIn, type UnusedColumn } from '../table.ts';
import { datesTwice } from './matrix.ts';
import type { Fit, Recognition } from './recognise.ts';
import { optionalSuggestions, suggestedColumn, suggestionsFor } from './suggestions.ts';

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

/** What unknown headings may stand for besides the columns that are told to be missing. */
function furtherSuggestions({ spec, fields, unknown }: Fit, missing: readonly string[]): HeadingSuggestion[] {
  const told = new Set(suggestionsFor(spec, missing, unknown).map(({ column }) => column));
  return optionalSuggestions(
    spec,
    (field) => fields.has(field) || missing.includes(field),
    unknown.filter(({ column }) => !told.has(column)),
  );
}

function matrixFault({ matrix, dates }: Fit, place: Place): readonly Problem[] {
  if (!matrix?.fault) return [];
  if (matrix.fault === 'figureUnknown') return [problem('patrolFigureUnknown', {}, place)];
  const named = dates.flatMap(({ figure }) => (figure === null || figure === MARK ? [] : [PATROL_FIGURES[figure]]));
  return [problem('patrolMarksOnly', { figures: named.length > 0 ? [...new Set(named)] : ['各项目'] }, place)];
}

/** Whether the rows can be read: every required column is there, none twice. */
export function checkHeader(fit: Fit, table: ParsedTable): boolean {
  const place = (column: number | null) => placeIn(table, table.headerRow, column);
  const kind = TABLE_KINDS[fit.spec.kind];
  const missing = fit.spec.required.filter((group) => !group.some((field) => fit.fields.has(field)));
  for (const group of missing) {
    const headings = group.flatMap((field) => fit.spec.fields[field] as readonly string[]);
    const suggestions = suggestionsFor(fit.spec, group, fit.unknown);
    table.problems.push(problem('columnMissing', { kind, headings, suggestions }, place(suggestedColumn(suggestions))));
  }
  for (const suggestion of furtherSuggestions(fit, missing.flat())) {
    table.problems.push(problem('columnUnknown', { suggestion }, place(suggestion.column)));
  }
  for (const { column, used, equal } of fit.spare) {
    const found = equal
      ? problem('headingTwice', { heading: column.heading }, place(column.column))
      : problem('columnNotUsed', { heading: column.heading, used: used.heading }, place(column.column));
    table.problems.push(found);
  }
  const twice = datesTwice(fit.dates);
  for (const { heading, column } of twice) table.problems.push(problem('headingTwice', { heading }, place(column)));
  const faults = matrixFault(fit, place(null));
  table.problems.push(...faults);
  return faults.length === 0 && missing.length === 0 && twice.length === 0 && !fit.spare.some(({ equal }) => equal);
}
