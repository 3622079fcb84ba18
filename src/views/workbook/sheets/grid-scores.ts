// 网格考核: each grid's month, the points made of it, and the rank among the grids.
import type { GridRecord, MonthRecord } from '../../../model/record.ts';
import { ROLES, type Role } from '../../../model/terms.ts';
import { countIn, departuresOf, isScored, scoreNumber, scoreOf } from '../../assessed.ts';
import {
  countColumn,
  GRID_COLUMNS,
  scoreCell,
  scoreColumn,
  type TableColumn,
  tableSheet,
  wordColumn,
} from '../columns.ts';
import type { SheetModel } from '../model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';

const REPORTERS: readonly Role[] = ['fullTime', 'gridLead', 'partTime', 'adviser'];

/** By rank, then id; null where the edition scores no grid. */
export function gridScoresSheet(record: MonthRecord, prepared: Prepared): SheetModel | null {
  const first = record.grids.flatMap(({ assessments }) => assessments.filter(isScored))[0];
  if (first === undefined) return null;
  const contents = first.findings;
  const rankOf = (grid: GridRecord): number => scoreOf(grid)?.score.rank ?? Number.POSITIVE_INFINITY;
  return tableSheet<GridRecord>({
    name: SHEETS.gridScores,
    title: `${monthTitle(record.period)} ${first.title}`,
    subtitle: [[`单位：${officeOf(record)}`, '单位：分']],
    columns: [
      ['rank', countColumn('名次'), (grid) => scoreOf(grid)?.score.rank ?? null],
      ...GRID_COLUMNS,
      [
        'metDays',
        wordColumn('达标/考核日', 6, 8),
        (grid) => `${countIn(grid, 'metDays')}/${countIn(grid, 'assessableDays')}`,
      ],
      ...REPORTERS.map(
        (role): TableColumn<GridRecord> => [
          `reports ${role}`,
          countColumn(`${ROLES[role]}有效信息`),
          (grid) => countIn(grid, `reports.${role}`),
        ],
      ),
      [
        'tasks',
        wordColumn('办结/应办', 6, 8),
        (grid) => `${countIn(grid, 'tasksDone')}/${countIn(grid, 'tasksAssigned')}`,
      ],
      ['missed', countColumn('漏报'), (grid) => countIn(grid, 'missedIncidents')],
      ['departures', countColumn('配备不符'), (grid) => departuresOf(grid).length],
      ...contents.map(
        ({ key, title, full }): TableColumn<GridRecord> => [
          `content ${key}`,
          scoreColumn(full === null ? `${title}扣分` : `${title}\n（${full}分）`),
          (grid) => scoreCell(scoreNumber(scoreOf(grid)?.findings.find((one) => one.key === key)?.value ?? null)),
        ],
      ),
      ['score', scoreColumn('得分'), (grid) => scoreCell(scoreNumber(scoreOf(grid)?.score.value ?? null))],
    ],
    rows: [...record.grids].sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1)),
    footer: [
      ['“—”为没有数据的内容，不计分，其余内容的分值按比例放大。得分按网格排名，并列同名次，不影响发放金额。'],
      signatures(prepared),
    ],
    frozenColumns: 3,
  });
}
