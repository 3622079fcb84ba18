// What a month must have (必需的表和列): the required tables, and a column for every patrol figure in force.
import type { YearMonth } from '../model/civil.ts';
import { PATROL_FIGURES, type PatrolFigure, TABLE_KINDS, type TableKind } from '../model/terms.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { figureSuggestions, suggestedColumn } from './header/suggestions.ts';
import { KINDS } from './kinds/index.ts';
import { isMarked, type ParsedTable, placeIn, tablesOf } from './table.ts';

const REQUIRED: readonly TableKind[] = ['roster', 'patrol', 'reports', 'tasks', 'meetings'];
const FIGURES = Object.keys(PATROL_FIGURES) as PatrolFigure[];

/** Canonical headings of the columns a kind cannot do without. */
function lookedFor(kind: TableKind): string[] {
  const spec = KINDS.find((candidate) => candidate.kind === kind);
  const canonical = (spec?.required ?? []).flatMap(([field]) => spec?.fields[field as string]?.[0] ?? []);
  return kind === 'patrol' ? [...canonical, ...Object.values(PATROL_FIGURES)] : canonical;
}

/** The roster may also stand in the root, for every month. */
const foldersOf = (kind: TableKind, period: YearMonth): readonly string[] =>
  kind === 'roster' ? [`${period} 文件夹`, '工作区根目录'] : [`${period} 文件夹`];

/** Sheets that were not recognised but nearly are of this kind. */
const sheetsNear = (kind: TableKind, found: readonly Problem[]) =>
  found.flatMap((one) =>
    one.code === 'sheetNotRecognised' && one.data.nearest?.kind === TABLE_KINDS[kind]
      ? [{ place: one.place, suggestions: one.data.nearest.suggestions }]
      : [],
  );

function missingTables(period: YearMonth, tables: readonly ParsedTable[], found: readonly Problem[]): Problem[] {
  const present = new Set(tables.filter(({ side }) => side !== 'previous').map(({ kind }) => kind));
  // Points stand in for the daily table; see trackPointProblems.
  if (present.has('trackPoints')) present.add('patrol');
  return REQUIRED.filter((kind) => !present.has(kind)).map((kind) =>
    problem('tableMissing', {
      kind: TABLE_KINDS[kind],
      folders: foldersOf(kind, period),
      columns: lookedFor(kind),
      near: sheetsNear(kind, found),
    }),
  );
}

function trackPointProblems(tables: readonly ParsedTable[]): Problem[] {
  const daily = tablesOf(tables, 'patrol').length > 0;
  return tablesOf(tables, 'trackPoints').map((table) => {
    const count = table.ledger.balance().read;
    const place = placeIn(table, daily ? null : table.headerRow, null);
    return problem(daily ? 'trackPointsNotUsed' : 'trackPointsNotYetSupported', { count }, place);
  });
}

/** Figures for which at least one patrol table has a column. */
export const patrolColumnsOf = (tables: readonly ParsedTable[]): ReadonlySet<PatrolFigure> =>
  new Set(
    FIGURES.filter((figure) =>
      tablesOf(tables, 'patrol').some(({ fields, figures }) => fields.has(figure) || figures.has(figure)),
    ),
  );

/** What a scheme asks of the daily tables. */
export interface Asked {
  /** Daily figures whose target is switched off: their column may be lacking. */
  readonly switchedOff: ReadonlySet<PatrolFigure>;
  /** Titles of the settings that switch figures off. */
  readonly switches: ReadonlyMap<PatrolFigure, string>;
  /** The setting by which √ and × of a day stand for the figures that no table has; null where they do not. */
  readonly marksBy: string | null;
}

function missingFigures(tables: readonly ParsedTable[], { switchedOff, switches, marksBy }: Asked): Problem[] {
  const patrol = tablesOf(tables, 'patrol');
  const [first] = patrol;
  // A matrix that could not be read may hold any figure.
  if (!first || patrol.some(({ dates, incomplete }) => dates.length > 0 && incomplete)) return [];
  const present = patrolColumnsOf(tables);
  // Without 在线率 the rate follows from the online time (spec 5.1).
  const missing = FIGURES.filter(
    (figure) => figure !== 'onlineRate' && !present.has(figure) && !switchedOff.has(figure),
  );
  const marked = patrol.filter(isMarked);
  if (missing.length > 0 && marked.length > 0) {
    const figures = missing.map((figure) => PATROL_FIGURES[figure]);
    return marked.map((table) => {
      const place = placeIn(table, table.headerRow, null);
      return marksBy === null
        ? problem('patrolMarksOnly', { figures }, place)
        : problem('patrolMarksTaken', { figures, setting: marksBy }, place);
    });
  }
  return missing.map((figure) => {
    const near = patrol
      .map((table) => ({ table, suggestions: suggestionsIn(table, figure) }))
      .find(({ suggestions }) => suggestions.length > 0);
    const suggestions = near?.suggestions ?? [];
    const data = { figure: PATROL_FIGURES[figure], setting: switches.get(figure) ?? null, suggestions };
    const { headerRow } = near?.table ?? first;
    return problem('figureColumnMissing', data, placeIn(near?.table ?? first, headerRow, suggestedColumn(suggestions)));
  });
}

const suggestionsIn = ({ unused }: ParsedTable<'patrol'>, figure: PatrolFigure) =>
  figureSuggestions(
    figure,
    unused.filter(({ spare }) => !spare),
  );

/** Columns that may be a figure their table lacks, where another patrol table has it. */
function figuresElsewhere(tables: readonly ParsedTable[], switchedOff: ReadonlySet<PatrolFigure>): Problem[] {
  const present = [...patrolColumnsOf(tables)].filter((figure) => !switchedOff.has(figure));
  return tablesOf(tables, 'patrol').flatMap((table) =>
    present
      .filter((figure) => !table.fields.has(figure) && !table.figures.has(figure))
      .flatMap((figure) => suggestionsIn(table, figure))
      .map((suggestion) =>
        problem('columnUnknown', { suggestion }, placeIn(table, table.headerRow, suggestion.column)),
      ),
  );
}

/** Problems of what the month lacks as a whole; `found` are those of its sheets. */
export const missingInMonth = (
  period: YearMonth,
  tables: readonly ParsedTable[],
  asked: Asked,
  found: readonly Problem[],
): Problem[] => [
  ...missingTables(period, tables, found),
  ...trackPointProblems(tables),
  ...missingFigures(tables, asked),
  ...figuresElsewhere(tables, asked.switchedOff),
];
