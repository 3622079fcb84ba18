// 网格考核: each grid's month, the points made of it, and the rank among the grids.
import type { GridRecord, MonthRecord } from '../../../model/record.ts';
import { ROLES, type Role } from '../../../model/terms.ts';
import { countIn, departuresOf, isScored, scoreNumber, scoreOf } from '../../assessed.ts';
import { countColumn, detailSheet, scoreCell, scoreColumn, textColumn, wordColumn } from '../columns.ts';
import type { Cell, SheetModel } from '../model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';

const REPORTERS: readonly Role[] = ['fullTime', 'gridLead', 'partTime', 'adviser'];

/** By rank, then id; null where the edition scores no grid. */
export function gridScoresSheet(record: MonthRecord, prepared: Prepared): SheetModel | null {
  const first = record.grids.flatMap(({ assessments }) => assessments.filter(isScored))[0];
  if (first === undefined) return null;
  const contents = first.findings;
  const rankOf = (grid: GridRecord): number => scoreOf(grid)?.score.rank ?? Number.POSITIVE_INFINITY;
  const rowOf = (grid: GridRecord): readonly Cell[] => {
    const scored = scoreOf(grid);
    return [
      scored?.score.rank ?? null,
      grid.id,
      grid.name,
      grid.village,
      `${countIn(grid, 'metDays')}/${countIn(grid, 'assessableDays')}`,
      ...REPORTERS.map((role) => countIn(grid, `reports.${role}`)),
      `${countIn(grid, 'tasksDone')}/${countIn(grid, 'tasksAssigned')}`,
      countIn(grid, 'missedIncidents'),
      departuresOf(grid).length,
      ...contents.map(({ key }) =>
        scoreCell(scoreNumber(scored?.findings.find((one) => one.key === key)?.value ?? null)),
      ),
      scoreCell(scoreNumber(scored?.score.value ?? null)),
    ];
  };
  return detailSheet({
    name: SHEETS.gridScores,
    title: `${monthTitle(record.period)} ${first.title}`,
    subtitle: [[`单位：${officeOf(record)}`, '单位：分']],
    columns: [
      countColumn('名次'),
      textColumn('网格编号', 6, 14),
      textColumn('网格名称', 6, 20),
      textColumn('村社', 4, 14),
      wordColumn('达标/考核日', 6, 8),
      ...REPORTERS.map((role) => countColumn(`${ROLES[role]}有效信息`)),
      wordColumn('办结/应办', 6, 8),
      countColumn('漏报'),
      countColumn('配备不符'),
      ...contents.map(({ title, full }) => scoreColumn(full === null ? `${title}扣分` : `${title}\n（${full}分）`)),
      scoreColumn('得分'),
    ],
    rows: [...record.grids].sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1)).map(rowOf),
    footer: [
      ['“—”为没有数据的内容，不计分，其余内容的分值按比例放大。得分按网格排名，并列同名次，不影响发放金额。'],
      signatures(prepared),
    ],
    frozenColumns: 3,
  });
}
