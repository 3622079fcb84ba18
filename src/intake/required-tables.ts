// What a month must have (必需的表和列): the required tables, and a column for every patrol figure in force.
import type { CivilDate, YearMonth } from '../model/civil.ts';
import type { Facts, PatrolRow } from '../model/facts.ts';
import { PATROL_FIGURES, type PatrolFigure, REQUIRED_TABLES, TABLE_KINDS, type TableKind } from '../model/terms.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { figureSuggestions, suggestedColumn, withSamples } from './header/suggestions.ts';
import { KINDS } from './kinds/index.ts';
import { REASONS } from './rows/reasons.ts';
import { isMarked, type ParsedTable, placeIn, tablesOf } from './table.ts';

/** What a month in progress needs already. */
const REQUIRED_FROM_THE_START: ReadonlySet<TableKind> = new Set(['roster', 'patrol']);
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
    (one.code === 'sheetNotRecognised' || one.code === 'sheetNotTaken' || one.code === 'sheetUnread') &&
    one.data.nearest?.kind === TABLE_KINDS[kind]
      ? [{ place: one.place, suggestions: one.data.nearest.suggestions }]
      : [],
  );

interface Month {
  readonly period: YearMonth;
  /** The last day looked at of a month in progress; null where the whole month is. */
  readonly asOf: CivilDate | null;
}

function missingTables({ period, asOf }: Month, tables: readonly ParsedTable[], found: readonly Problem[]): Problem[] {
  const present = new Set(tables.filter(({ side }) => side !== 'previous').map(({ kind }) => kind));
  // Points stand in for the daily table; see trackPointProblems.
  if (present.has('trackPoints')) present.add('patrol');
  const absent = REQUIRED_TABLES.filter((kind) => !present.has(kind));
  const missing = absent.filter((kind) => asOf === null || REQUIRED_FROM_THE_START.has(kind));
  const notYet = absent.filter((kind) => !missing.includes(kind)).map((kind) => TABLE_KINDS[kind]);
  const problems = missing.map((kind) =>
    problem('tableMissing', {
      kind: TABLE_KINDS[kind],
      folders: foldersOf(kind, period),
      columns: lookedFor(kind),
      near: sheetsNear(kind, found),
    }),
  );
  return notYet.length > 0 ? [...problems, problem('tableNotYet', { folder: period, kinds: notYet })] : problems;
}

/** Whether a table is a template that nobody filled in. */
function isUnfilled({ ledger }: ParsedTable): boolean {
  const { read, leftOut } = ledger.balance();
  return read > 0 && leftOut[REASONS.example] === read;
}

/** Required tables of which there are templates only: an empty table would pass for a month in which nothing happened. */
const unfilledTemplates = ({ asOf }: Month, tables: readonly ParsedTable[]): Problem[] =>
  REQUIRED_TABLES.filter((kind) => asOf === null || REQUIRED_FROM_THE_START.has(kind)).flatMap((kind) => {
    const own = tables.filter((table) => table.kind === kind && table.side !== 'previous');
    return own.every(isUnfilled)
      ? own.map((table) => problem('templateUnfilled', { kind: TABLE_KINDS[kind] }, placeIn(table, null, null)))
      : [];
  });

function trackPointProblems(tables: readonly ParsedTable[]): Problem[] {
  const daily = tablesOf(tables, 'patrol').length > 0;
  return tablesOf(tables, 'trackPoints').map((table) => {
    const count = table.ledger.balance().read;
    const place = placeIn(table, daily ? null : table.headerRow, null);
    return problem(daily ? 'trackPointsNotUsed' : 'trackPointsNotYetSupported', { count }, place);
  });
}

/** Figures for which at least one patrol table has a column. */
const patrolColumnsOf = (tables: readonly ParsedTable[]): ReadonlySet<PatrolFigure> =>
  new Set(
    FIGURES.filter((figure) =>
      tablesOf(tables, 'patrol').some(({ fields, figures }) => fields.has(figure) || figures.has(figure)),
    ),
  );

/** What a scheme asks of the daily tables. */
export interface FigureDemands {
  /** Daily figures whose target is switched off: their column may be lacking. */
  readonly switchedOff: ReadonlySet<PatrolFigure>;
  /** Titles of the settings that switch figures off. */
  readonly switches: ReadonlyMap<PatrolFigure, string>;
  /** The setting by which √ and × of a day stand for the figures that no table has; null where they do not. */
  readonly marksBy: string | null;
}

/** Figures that at least one patrol table tells of: by a column, or by √ and × for all. */
export const patrolFiguresOf = (tables: readonly ParsedTable[]): ReadonlySet<PatrolFigure> =>
  tables.some(isMarked) ? new Set(FIGURES) : patrolColumnsOf(tables);

/** What √ and × stand for in the month: of each table of them the figures that some day of somebody has nowhere else. */
interface Marks {
  readonly standIn: ReadonlyMap<number, ReadonlySet<PatrolFigure>>;
  /** Whether every day that somebody has rows of is marked. */
  readonly coverAll: boolean;
}

const NO_MARKS: Marks = { standIn: new Map(), coverAll: false };

function marksIn({ people, patrol }: Pick<Facts, 'people' | 'patrol'>, asked: FigureDemands): Marks {
  const standIn = new Map<number, Set<PatrolFigure>>();
  const wanted = FIGURES.filter((figure) => figure !== 'onlineRate' && !asked.switchedOff.has(figure));
  let coverAll = true;
  for (const { id } of people) {
    const days = new Map<CivilDate, PatrolRow[]>();
    for (const row of patrol.of(id)) days.set(row.date, [...(days.get(row.date) ?? []), row]);
    for (const rows of days.values()) {
      const marks = rows.filter(({ met }) => met !== null);
      if (marks.length === 0) coverAll = false;
      const lacking = wanted.filter((figure) => rows.every((row) => row[figure] === null));
      for (const { origin } of lacking.length > 0 ? marks : []) {
        const known = standIn.get(origin.table) ?? new Set<PatrolFigure>();
        standIn.set(origin.table, known);
        for (const figure of lacking) known.add(figure);
      }
    }
  }
  return { standIn, coverAll };
}

/** Tables of marks that stand for figures: told where they may, refused where they may not. */
const markProblems = (tables: readonly ParsedTable[], { marksBy }: FigureDemands, { standIn }: Marks): Problem[] =>
  tablesOf(tables, 'patrol').flatMap((table) => {
    const known = standIn.get((table as ParsedTable).id);
    if (known === undefined) return [];
    const figures = FIGURES.filter((figure) => known.has(figure)).map((figure) => PATROL_FIGURES[figure]);
    const place = placeIn(table, table.headerRow, null);
    return [
      marksBy === null
        ? problem('patrolMarksOnly', { figures }, place)
        : problem('patrolMarksTaken', { figures, setting: marksBy }, place),
    ];
  });

function missingFigures(
  tables: readonly ParsedTable[],
  { switchedOff, switches }: FigureDemands,
  marks: Marks,
): Problem[] {
  const patrol = tablesOf(tables, 'patrol');
  const [first] = patrol;
  // A matrix that could not be read may hold any figure.
  if (!first || patrol.some(({ dates, incomplete }) => dates.length > 0 && incomplete)) return [];
  const present = patrolColumnsOf(tables);
  // Without 在线率 the rate follows from the online time (spec 5.1).
  const missing = FIGURES.filter(
    (figure) => figure !== 'onlineRate' && !present.has(figure) && !switchedOff.has(figure),
  );
  // Everybody's days are marked instead.
  if (marks.coverAll) return [];
  return missing.map((figure) => {
    const near = patrol
      .map((table) => ({
        table,
        suggestions: suggestionsIn(table, missing).flatMap((found) => (found.figure === figure ? [found.one] : [])),
      }))
      .find(({ suggestions }) => suggestions.length > 0);
    const suggestions = near?.suggestions ?? [];
    const data = { figure: PATROL_FIGURES[figure], setting: switches.get(figure) ?? null, suggestions };
    const { headerRow } = near?.table ?? first;
    return problem('figureColumnMissing', data, placeIn(near?.table ?? first, headerRow, suggestedColumn(suggestions)));
  });
}

/** Figures of which the month has a column and not one value: as good as none. 确无记录 for everyone answers. */
function emptyFigures(
  tables: readonly ParsedTable[],
  { switchedOff, switches }: FigureDemands,
  { patrol, noRecords }: Pick<Facts, 'patrol' | 'noRecords'>,
): Problem[] {
  const empty = new Set(
    [...patrolColumnsOf(tables)].filter((figure) => figure !== 'onlineRate' && !switchedOff.has(figure)),
  );
  let rows = 0;
  for (const row of patrol) {
    rows += 1;
    for (const figure of empty) if (row[figure] !== null || row.met !== null) empty.delete(figure);
    if (empty.size === 0) return [];
  }
  const isAnswered = (figure: PatrolFigure) =>
    noRecords.some((one) => one.person === null && (one.figure === null || one.figure === figure));
  const own = tablesOf(tables, 'patrol').filter(({ valueRules, incomplete }) => valueRules === 2 && !incomplete);
  if (rows === 0 || own.length === 0) return [];
  return FIGURES.filter((figure) => empty.has(figure) && !isAnswered(figure)).map((figure) => {
    const table = own.find(({ fields, figures }) => fields.has(figure) || figures.has(figure)) ?? own[0];
    const { column = null } = table?.fields.get(figure) ?? {};
    const data = { figure: PATROL_FIGURES[figure], setting: switches.get(figure) ?? null };
    return problem('figureColumnEmpty', data, table ? placeIn(table, table.headerRow, column) : undefined);
  });
}

/** For figures that a table lacks: a heading like two of them says which by none. */
function suggestionsIn({ unused, profiles }: ParsedTable<'patrol'>, figures: readonly PatrolFigure[]) {
  const unknown = unused.filter(({ spare }) => !spare);
  const all = figures.flatMap((figure) =>
    figureSuggestions(figure, unknown).map((one) => ({ figure, one: withSamples(one, profiles.get(one.column)) })),
  );
  return all.filter(({ one }) => all.filter((other) => other.one.column === one.column).length === 1);
}

/** Columns that may be a figure their table lacks, where another patrol table has it. */
function figuresElsewhere(tables: readonly ParsedTable[], switchedOff: ReadonlySet<PatrolFigure>): Problem[] {
  const present = [...patrolColumnsOf(tables)].filter((figure) => !switchedOff.has(figure));
  return tablesOf(tables, 'patrol').flatMap((table) => {
    const lacking = present.filter((figure) => !table.fields.has(figure) && !table.figures.has(figure));
    return suggestionsIn(table, lacking).map(({ one }) =>
      problem('columnUnknown', { suggestions: [one] }, placeIn(table, table.headerRow, one.column)),
    );
  });
}

/** Problems of what the month lacks as a whole; `found` are those of its sheets. */
export const missingInMonth = (
  month: Month,
  tables: readonly ParsedTable[],
  facts: Pick<Facts, 'people' | 'patrol' | 'noRecords'>,
  asked: FigureDemands,
  found: readonly Problem[],
): Problem[] => {
  const isMarkedMonth = tablesOf(tables, 'patrol').some(isMarked);
  const marks = isMarkedMonth ? marksIn(facts, asked) : NO_MARKS;
  return [
    ...missingTables(month, tables, found),
    ...unfilledTemplates(month, tables),
    ...trackPointProblems(tables),
    ...missingFigures(tables, asked, marks),
    ...emptyFigures(tables, asked, facts),
    ...markProblems(tables, asked, marks),
    ...figuresElsewhere(tables, asked.switchedOff),
  ];
};
