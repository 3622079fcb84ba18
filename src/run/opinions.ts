// 处理意见: what the office wrote beside the warnings of 问题清单, read back.
import type { Cell } from '../files/sheet.ts';
import { UnreadableFile } from '../files/sheet.ts';
import type { YearMonth } from '../model/civil.ts';
import type { IssueRecord } from '../model/record.ts';
import type { Workspace } from '../store/workspace.ts';
import { OPINION_COLUMNS, PROBLEM_LIST } from '../views/workbook/problem-list.ts';
import { openFile } from './open.ts';
import { checkFolder } from './paths.ts';

/** By `opinionKey`. */
export type Opinions = ReadonlyMap<string, string>;

export const problemListPath = (period: YearMonth): string => `${checkFolder(period)}/${period}-${PROBLEM_LIST}.xlsx`;

const textOf = (cell: Cell | undefined): string => {
  if (cell === undefined) return '';
  if (cell.kind === 'text') return cell.text.trim();
  return cell.kind === 'number' ? cell.raw : '';
};

const keyOf = (parts: readonly string[]): string => JSON.stringify(parts);

/** A problem as the list shows it: an opinion is about just these words at just this place. */
export const opinionKey = ({ file, sheet, row, column, message }: IssueRecord): string =>
  keyOf([file ?? '', sheet ?? '', row === null ? '' : String(row), column ?? '', message.trim()]);

async function rowsIn(bytes: Uint8Array, path: string): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  try {
    const book = await openFile(bytes, path);
    for (const sheet of book.sheets)
      for await (const batch of sheet.rows) rows.push(...batch.map(({ cells }) => cells));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return rows;
}

/** None where there is no list, or nothing was written on it. */
export async function opinionsIn(workspace: Workspace, period: YearMonth): Promise<Opinions> {
  const path = problemListPath(period);
  const bytes = await workspace.readIfThere(path);
  const opinions = new Map<string, string>();
  if (bytes === null) return opinions;
  let columns: ReadonlyMap<string, number> | null = null;
  for (const cells of await rowsIn(bytes, path)) {
    const headings = new Map(cells.map((cell) => [textOf(cell), cell.column]));
    if (Object.values(OPINION_COLUMNS).every((heading) => headings.has(heading))) {
      columns = headings;
      continue;
    }
    if (columns === null) continue;
    const at = (heading: string): string => textOf(cells.find(({ column }) => column === columns?.get(heading)));
    const { file, sheet, row, column, message, opinion } = OPINION_COLUMNS;
    const said = at(opinion);
    if (said !== '') opinions.set(keyOf([file, sheet, row, column, message].map(at)), said);
  }
  return opinions;
}
