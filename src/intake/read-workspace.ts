// The office's own tables in the workspace's root (工作区的设置、口径确认、日历); what they mean is checked elsewhere.
import type { TableKind } from '../model/terms.ts';
import type { Place, Problem } from '../problems/problem.ts';
import type { CalendarDayDraft } from './kinds/calendar-days.ts';
import type { ConfirmationDraft } from './kinds/confirmations.ts';
import type { Drafts } from './kinds/drafts.ts';
import type { SettingDraft } from './kinds/settings.ts';
import { orderProblems } from './problem-order.ts';
import { type InputFile, readFile, sortedFiles } from './read-files.ts';
import { columnsOf, fieldPlace, type ParsedTable, tablesOf } from './table.ts';

/** Where a row stands: the place of its value, and the columns of its other fields. */
interface Placed {
  readonly place: Place;
  readonly columns: Readonly<Record<string, number>>;
}
export interface SettingRow extends SettingDraft, Placed {}
export interface ConfirmationRow extends ConfirmationDraft, Placed {}
export interface CalendarDayRow extends CalendarDayDraft, Placed {}

export interface WorkspaceTables {
  readonly settings: SettingRow[];
  readonly confirmations: ConfirmationRow[];
  readonly calendarDays: CalendarDayRow[];
  readonly problems: Problem[];
}

const takes = (kind: TableKind): 'read' | 'skip' | 'leaveOut' => {
  if (kind === 'settings' || kind === 'confirmations' || kind === 'calendarDays') return 'read';
  return kind === 'roster' || kind === 'grids' ? 'skip' : 'leaveOut';
};

/** Rows without problems, in file order, and the problems of the root's files (花名册 and 网格 are read by readMonth). */
export async function readWorkspaceTables(root: readonly InputFile[]): Promise<WorkspaceTables> {
  const tables: ParsedTable[] = [];
  const problems: Problem[] = [];
  for (const file of sortedFiles(root)) {
    await readFile(file, { side: 'root', period: null, takes, problems, tables });
  }
  const found = tables.flatMap((table) => [...table.problems, ...table.entries.flatMap((entry) => entry.problems)]);
  return {
    settings: placedRows(tablesOf(tables, 'settings'), 'value'),
    confirmations: placedRows(tablesOf(tables, 'confirmations'), 'choice'),
    calendarDays: placedRows(tablesOf(tables, 'calendarDays'), 'date'),
    problems: orderProblems([...problems, ...found]),
  };
}

function placedRows<K extends TableKind>(tables: readonly ParsedTable<K>[], field: string): (Drafts[K] & Placed)[] {
  return tables.flatMap((typed) => {
    const table = typed as ParsedTable;
    const columns = columnsOf(table);
    return typed.entries.flatMap(({ row, value }) =>
      value === null ? [] : [{ ...value, place: fieldPlace(table, row, field), columns }],
    );
  });
}
