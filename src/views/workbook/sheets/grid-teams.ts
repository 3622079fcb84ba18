// 网格配置: who holds each post of each grid in the month, and every departure from the required team.
import type { Finding } from '../../../model/decision.ts';
import type { GridRecord, MonthRecord, TeamMember } from '../../../model/record.ts';
import { ROLES, type Role } from '../../../model/terms.ts';
import { daysOfMonth } from '../../../scheme/calendar.ts';
import { daysText, departuresOf, findingText, postsOf, requiredText, requirementsOf } from '../../assessed.ts';
import { GRID_COLUMNS, numberColumn, type TableColumn, tableSheet, textColumn, wordColumn } from '../columns.ts';
import { type Cell, type SheetModel, styled } from '../model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { requirementCell } from './duties.ts';

const POSTS: readonly Role[] = ['gridLead', 'fullTime', 'adviser', 'partTime'];

/** `王芳（1至15日）`; the days only where they are not the whole month's. */
const memberText = ({ name, days }: TeamMember, monthDays: number): string =>
  days.length === monthDays ? name : `${name}（${daysText(days)}）`;

/** `网格长 0 名（应 1 名），1至15日` */
const departureText = (finding: Finding): string => {
  const { title, value, unit, days } = finding;
  const when = days === null ? '' : `，${daysText(days)}`;
  return `${title} ${findingText(value, unit)}（${requiredText(finding)}）${when}`;
};

/** What is required of the office for each grid. */
const dueOf = ({ grids }: MonthRecord): readonly Finding[] => (grids[0] === undefined ? [] : requirementsOf(grids[0]));

function resultCell(grid: GridRecord): Cell {
  const departures = departuresOf(grid);
  if (departures.length > 0) return styled(departures.map(departureText).join('；'), 'bad');
  const unknown = postsOf(grid).filter(({ value }) => value === null);
  return unknown.length > 0 ? styled(`${unknown.map(({ title }) => title).join('、')}无数据，未核对`, 'warn') : '符合';
}

/** Null where the edition says nothing of the grids' teams. */
export function gridTeamsSheet(record: MonthRecord, prepared: Prepared): SheetModel | null {
  if (record.grids.every((grid) => postsOf(grid).length === 0)) return null;
  const monthDays = daysOfMonth(record.period).length;
  const holders = ({ team }: GridRecord, role: Role): string | null =>
    team
      .filter((one) => one.role === role)
      .map((one) => memberText(one, monthDays))
      .join('、') || null;
  const party = ({ team }: GridRecord): string | null =>
    [...new Set(team.filter(({ partyMember }) => partyMember).map(({ name }) => name))].join('、') || null;
  const short = record.grids.filter((grid) => departuresOf(grid).length > 0).length;
  return tableSheet<GridRecord>({
    name: SHEETS.gridTeams,
    title: `${monthTitle(record.period)} 网格配置核对`,
    subtitle: [[`单位：${officeOf(record)}`, `网格 ${record.grids.length} 个，不符 ${short} 个`]],
    columns: [
      numberColumn,
      ...GRID_COLUMNS,
      ...POSTS.map(
        (role): TableColumn<GridRecord> => [role, textColumn(ROLES[role], 6, 18), (grid) => holders(grid, role)],
      ),
      ['party', textColumn('党员', 6, 18), party],
      ...dueOf(record).map(
        ({ key, title }): TableColumn<GridRecord> => [
          `required ${key}`,
          wordColumn(title, 4, 6),
          (grid) => requirementCell(requirementsOf(grid).find((one) => one.key === key)),
        ],
      ),
      ['result', textColumn('核对结果', 8, 44), resultCell],
    ],
    rows: record.grids,
    footer: [signatures(prepared)],
    frozenColumns: 3,
  });
}
