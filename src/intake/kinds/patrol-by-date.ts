// 巡查 as a matrix: one row a person, or a person and figure, and one column a date with one figure, or √ or ×, in each cell.
import { LEAVE_KINDS, PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { FIGURE_HEADINGS, figureNamed, type NamedFigure } from '../header/figures.ts';
import { defineKind } from '../kind.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { type DateColumn, MARK, type ParsedTable } from '../table.ts';
import { count } from '../values/counts.ts';
import { distance } from '../values/distances.ts';
import { duration } from '../values/durations.ts';
import { fault, type Parser } from '../values/fault.ts';
import { rate } from '../values/rates.ts';
import { compact, shownText } from '../values/text.ts';
import { wordOf } from '../values/words.ts';
import { PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON } from './common.ts';
import { LEAVE_MARKS, PATROL_MARKS } from './marks.ts';
import { type PatrolDraft, settlePatrol } from './patrol.ts';

interface LeaveMark {
  readonly leaveMark: string;
}

const orLeaveMark =
  <T>(parser: Parser<T>): Parser<T | LeaveMark> =>
  (cell, column) => {
    const mark = cell.kind === 'text' ? compact(cell.text) : '';
    return LEAVE_MARKS.has(mark) ? { leaveMark: mark } : parser(cell, column);
  };

const PARSERS = {
  onlineRate: orLeaveMark(rate),
  onlineTime: orLeaveMark(duration),
  mileage: orLeaveMark(distance),
  keyPersonVisits: orLeaveMark(count),
  keyPlaceVisits: orLeaveMark(count),
  met: orLeaveMark(wordOf<boolean>(PATROL_MARKS, ['√', '×', ...LEAVE_KINDS])),
} as const satisfies Record<PatrolFigure | 'met', Parser<unknown>>;

const NO_FIGURES = {
  onlineRate: null,
  onlineTime: null,
  mileage: null,
  keyPersonVisits: null,
  keyPlaceVisits: null,
  met: null,
  leaveMark: null,
} as const;

const figureWord: Parser<NamedFigure> = (cell, column) => {
  const found = shownText(cell);
  const allowed = Object.values(PATROL_FIGURES);
  return figureNamed(found) ?? fault('wordUnknown', { heading: column.heading, found, allowed });
};

type Read = boolean | number | object;

function draftOf(row: RowReader<string>, at: DateColumn, field: 'met' | PatrolFigure, unit: string | null) {
  const value = row.readDate<Read>(at, field, unit, PARSERS[field] as Parser<Read>);
  if (value === null) return null;
  const cell = { ...NO_FIGURES, date: at.date, column: at.column };
  return typeof value === 'object' && 'leaveMark' in value
    ? { ...cell, leaveMark: (value as LeaveMark).leaveMark }
    : { ...cell, [field]: value };
}

/** The figures that stand in a matrix, headed by its first date. */
function learnFigures(table: ParsedTable<'patrol'>): void {
  const [first] = table.dates;
  for (const figure of Object.keys(PATROL_FIGURES) as PatrolFigure[]) {
    const stands = [...table.entries.distinct(figure)].some((value) => value !== null && value !== undefined);
    if (!stands || !first) continue;
    table.figures.set(figure, { column: first.column, heading: PATROL_FIGURES[figure], unit: null, year: null });
  }
}

export const patrolByDate = defineKind({
  kind: 'patrol',
  fields: { ...PERSON_FIELDS, ...PLACE_FIELDS, figure: FIGURE_HEADINGS },
  recognisedBy: SOME_PERSON.map((field) => [field]),
  required: [SOME_PERSON],
  dateColumns: true,
  comparesOtherColumns: true,
  parse(row) {
    row.identify();
    row.locate();
    const told = row.dates.every(({ figure }) => figure !== null);
    const ofRow = told ? null : row.need('figure', figureWord);
    const drafts = row.dates.flatMap((at): PatrolDraft[] => {
      const { figure, unit } = at.figure === null ? { figure: ofRow?.figure ?? null, unit: ofRow?.unit ?? null } : at;
      const draft = figure && draftOf(row, at, figure === MARK ? 'met' : figure, unit);
      return draft ? [draft] : [];
    });
    const days = row.dates.map(({ date }) => date).sort();
    if (days[0] !== undefined) row.happened(days[0], days.at(-1));
    return drafts;
  },
  finish(table) {
    learnFigures(table);
    settlePatrol(table);
  },
});
