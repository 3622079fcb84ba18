// `check --annotate`: a marked copy of every input with problems, and the list of problems that leads to the marks.
import { UnreadableFile } from '../files/sheet.ts';
import type { SheetAccount } from '../intake/reading.ts';
import type { YearMonth } from '../model/civil.ts';
import type { IssueRecord } from '../model/record.ts';
import { inputsOf } from '../store/inputs.ts';
import { replaceOutputs } from '../store/replace.ts';
import type { Input, Workspace } from '../store/workspace.ts';
import type { Output } from '../store/write.ts';
import { markedCopy } from '../views/workbook/marked-copy.ts';
import { type ListedPlace, problemListWorkbook } from '../views/workbook/problem-list.ts';
import { copyBytes } from '../writers/xlsx/copy.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { heldSheets } from './held-sheets.ts';
import { openFile } from './open.ts';
import { opinionKey, opinionsIn, problemListPath } from './opinions.ts';
import { COPIES, checkFolder } from './paths.ts';
import { opened } from './read.ts';

const ROOT = '工作目录';

/** Where the copy of an input goes: the month's own files stand first, others below their folder's name. */
function copyName(path: string, period: YearMonth): string {
  const own = `${period}/`;
  const place = path.startsWith(own) ? path.slice(own.length) : path.includes('/') ? path : `${ROOT}/${path}`;
  return /\.xlsx$/i.test(place) ? place : `${place}.xlsx`;
}

/** One name for each input: 巡查.csv and 巡查.csv.xlsx would else become one. Names differ in more than case. */
function copyNames(paths: readonly string[], period: YearMonth): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    paths.map((path) => {
      const wanted = copyName(path, period);
      let [name, count] = [wanted, 1];
      while (taken.has(name.toLowerCase())) {
        count += 1;
        name = wanted.replace(/\.xlsx$/i, `(${count}).xlsx`);
      }
      taken.add(name.toLowerCase());
      return [path, name];
    }),
  );
}

interface Copy {
  readonly output: Output;
  readonly places: ReadonlyMap<IssueRecord, ListedPlace>;
}

async function copyOf(
  input: Input,
  issues: readonly IssueRecord[],
  accounts: readonly SheetAccount[],
  folder: string,
  path: string,
): Promise<Copy | null> {
  const [file] = opened([input]);
  const sheets = file && (await heldSheets(file, ({ name }) => askedOf(name, issues, accounts)));
  if (!sheets) return null;
  const { model, places } = markedCopy(`${input.path} 标注副本`, sheets, issues);
  return {
    output: { path: `${folder}/${path}`, bytes: await copyBytes(model) },
    places: new Map([...places].map(([issue, place]) => [issue, { ...place, path }])),
  };
}

function askedOf(sheet: string | null, issues: readonly IssueRecord[], accounts: readonly SheetAccount[]) {
  const account = accounts.find((one) => one.sheet === sheet && one.headerRow !== null);
  const rows = issues.filter((issue) => issue.sheet === sheet).flatMap(({ row }) => (row === null ? [] : [row]));
  return { headerRow: account?.headerRow ?? null, rows };
}

/** A notice about a file or sheet as a whole, such as one that is no table, is no reason to copy it. */
const asksForCopy = ({ severity, row, column }: IssueRecord): boolean =>
  severity !== 'notice' || row !== null || column !== null;

/** The list first, then the copies by path. */
async function annotations(
  workspace: Workspace,
  period: YearMonth,
  issues: readonly IssueRecord[],
  accounts: readonly SheetAccount[],
): Promise<readonly Output[]> {
  const folder = checkFolder(period);
  const { month, previous, root } = await inputsOf(workspace, period);
  const marked = new Set(issues.filter(asksForCopy).map(({ file }) => file));
  const inputs = [...month, ...previous, ...root].filter(({ path }) => marked.has(path));
  const names = copyNames(
    inputs.map(({ path }) => path),
    period,
  );
  const places = new Map<IssueRecord, ListedPlace>();
  const copies: Output[] = [];
  for (const input of inputs) {
    const own = issues.filter(({ file }) => file === input.path);
    const sheets = accounts.filter(({ file }) => file === input.path);
    const copy = await copyOf(input, own, sheets, folder, `${COPIES}/${names.get(input.path)}`);
    if (copy === null) continue;
    copies.push(copy.output);
    for (const [issue, place] of copy.places) places.set(issue, place);
  }
  const opinions = await opinionsIn(workspace, period);
  const list = problemListWorkbook(period, issues, places, (issue) => opinions.get(opinionKey(issue)) ?? null);
  return [{ path: problemListPath(period), bytes: await workbookBytes(list) }, ...copies];
}

async function isOwnOutput(bytes: Uint8Array, path: string): Promise<boolean> {
  try {
    return (await openFile(bytes, path)).ownOutput;
  } catch (error) {
    if (error instanceof UnreadableFile) return false;
    throw error;
  }
}

/** Writes the list and the copies in place of those of an earlier check; their paths. A month without a folder gets none. */
export async function annotate(
  workspace: Workspace,
  period: YearMonth,
  issues: readonly IssueRecord[],
  accounts: readonly SheetAccount[],
): Promise<readonly string[]> {
  if (!workspace.months.includes(period)) return [];
  const outputs = await annotations(workspace, period, issues, accounts);
  await replaceOutputs(workspace, checkFolder(period), outputs, isOwnOutput);
  return outputs.map(({ path }) => path);
}
