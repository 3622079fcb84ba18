// 网格配置: who holds each post of each grid in the month, and every departure from the required team.
import type { Finding } from '../../../model/decision.ts';
import type { GridRecord, MonthRecord, TeamMember } from '../../../model/record.ts';
import { ROLES, type Role } from '../../../model/terms.ts';
import { daysOfMonth } from '../../../scheme/calendar.ts';
import { daysText, departuresOf, findingText, postsOf, requiredText, requirementsOf } from '../../assessed.ts';
import { countColumn, detailSheet, textColumn, wordColumn } from '../columns.ts';
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

/** Null where the edition says nothing of the grids' teams. */
export function gridTeamsSheet(record: MonthRecord, prepared: Prepared): SheetModel | null {
  if (record.grids.every((grid) => postsOf(grid).length === 0)) return null;
  const monthDays = daysOfMonth(record.period).length;
  const rowOf = (grid: GridRecord, index: number): readonly Cell[] => {
    const held = (role: Role) => grid.team.filter((one) => one.role === role);
    const departures = departuresOf(grid);
    const unknown = postsOf(grid).filter(({ value }) => value === null);
    const party = [...new Set(grid.team.filter(({ partyMember }) => partyMember).map(({ name }) => name))];
    return [
      index + 1,
      grid.id,
      grid.name,
      grid.village,
      ...POSTS.map(
        (role) =>
          held(role)
            .map((one) => memberText(one, monthDays))
            .join('、') || null,
      ),
      party.join('、') || null,
      ...dueOf(record).map(({ key }) => requirementCell(requirementsOf(grid).find((one) => one.key === key))),
      departures.length > 0
        ? styled(departures.map(departureText).join('；'), 'bad')
        : unknown.length > 0
          ? styled(`${unknown.map(({ title }) => title).join('、')}无数据，未核对`, 'warn')
          : '符合',
    ];
  };
  const short = record.grids.filter((grid) => departuresOf(grid).length > 0).length;
  return detailSheet({
    name: SHEETS.gridTeams,
    title: `${monthTitle(record.period)} 网格配置核对`,
    subtitle: [[`单位：${officeOf(record)}`, `网格 ${record.grids.length} 个，不符 ${short} 个`]],
    columns: [
      countColumn('序号'),
      textColumn('网格编号', 6, 14),
      textColumn('网格名称', 6, 20),
      textColumn('村社', 4, 14),
      ...POSTS.map((role) => textColumn(ROLES[role], 6, 18)),
      textColumn('党员', 6, 18),
      ...dueOf(record).map(({ title }) => wordColumn(title, 4, 6)),
      textColumn('核对结果', 8, 44),
    ],
    rows: record.grids.map(rowOf),
    footer: [signatures(prepared)],
    frozenColumns: 3,
  });
}
