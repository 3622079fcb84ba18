// What a month must have (必需的表和列): the required tables, and a column for every patrol figure in force.
import type { YearMonth } from '../model/civil.ts';
import { PATROL_FIGURES, type PatrolFigure, TABLE_KINDS, type TableKind } from '../model/terms.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { KINDS } from './kinds/index.ts';
import { type ParsedTable, placeIn, tablesOf } from './table.ts';

const REQUIRED: readonly TableKind[] = ['roster', 'patrol', 'reports', 'tasks', 'meetings'];
const FIGURES = Object.keys(PATROL_FIGURES) as PatrolFigure[];

/** Canonical headings of the columns a kind cannot do without. */
function lookedFor(kind: TableKind): string[] {
  const spec = KINDS.find((candidate) => candidate.kind === kind);
  const canonical = (spec?.required ?? []).flatMap(([field]) => spec?.fields[field as string]?.[0] ?? []);
  return kind === 'patrol' ? [...canonical, ...Object.values(PATROL_FIGURES)] : canonical;
}

/** The roster may also stand in the root, for every month. */
const folderOf = (kind: TableKind, period: YearMonth): string =>
  kind === 'roster' ? `${period} 文件夹和工作区根目录` : `${period} 文件夹`;

function missingTables(period: YearMonth, tables: readonly ParsedTable[]): Problem[] {
  const present = new Set(tables.filter(({ side }) => side !== 'previous').map(({ kind }) => kind));
  // Points stand in for the daily table; see trackPointProblems.
  if (present.has('trackPoints')) present.add('patrol');
  return REQUIRED.filter((kind) => !present.has(kind)).map((kind) =>
    problem('tableMissing', { kind: TABLE_KINDS[kind], folder: folderOf(kind, period), columns: lookedFor(kind) }),
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
  new Set(FIGURES.filter((figure) => tablesOf(tables, 'patrol').some(({ fields }) => fields.has(figure))));

function missingFigures(
  tables: readonly ParsedTable[],
  switchedOff: ReadonlySet<PatrolFigure>,
  switches: ReadonlyMap<PatrolFigure, string>,
): Problem[] {
  const [first] = tablesOf(tables, 'patrol');
  if (!first) return [];
  const present = patrolColumnsOf(tables);
  // Without 在线率 the rate follows from the online time (spec 5.1).
  return FIGURES.filter((figure) => figure !== 'onlineRate' && !present.has(figure) && !switchedOff.has(figure)).map(
    (figure) => {
      const data = { figure: PATROL_FIGURES[figure], setting: switches.get(figure) ?? null };
      return problem('figureColumnMissing', data, placeIn(first, first.headerRow, null));
    },
  );
}

/** Problems of what the month lacks as a whole. */
export const missingInMonth = (
  period: YearMonth,
  tables: readonly ParsedTable[],
  switchedOff: ReadonlySet<PatrolFigure>,
  switches: ReadonlyMap<PatrolFigure, string>,
): Problem[] => [
  ...missingTables(period, tables),
  ...trackPointProblems(tables),
  ...missingFigures(tables, switchedOff, switches),
];
