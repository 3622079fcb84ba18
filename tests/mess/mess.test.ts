// The sample office in random mess styles: every one gives the results of the clean office (spec 3, spec 10).
// MESS_STYLE=17 or 10-19 runs these alone, MESS_SEED=5 other styles; MESS_COUNTS=1 prints what was drawn how often.
import { beforeAll, expect, test } from 'vitest';
import type { YearMonth } from '../../src/model/civil.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import { type MemoryFile, memoryWorkspace } from '../memory-workspace.ts';
import { MONTHS, sampleFiles } from '../run/sample-quarter.ts';
import type { PlainRow, PlainTable } from './model.ts';
import { plainOffice } from './office.ts';
import { withLetters } from './people.ts';
import { firstDifference, type MonthResults, officeTablesOf, outcomeOf } from './results.ts';
import { isForLibreOffice, makeStyle, type Style } from './style.ts';
import { WRITERS } from './writers/index.ts';
import { converted, libreOfficeWriters, withoutLibreOffice } from './writers/libreoffice.ts';

const SEED = Number(process.env.MESS_SEED ?? 1);
const ONLY = process.env.MESS_STYLE;
const COUNT = 200;
const [FIRST, LAST] = ONLY ? [ONLY.split('-')[0], ONLY.split('-').at(-1)].map(Number) : [0, COUNT - 1];
const NUMBERS = Array.from(
  { length: (LAST as number) - (FIRST as number) + 1 },
  (_, index) => (FIRST as number) + index,
);

let office: readonly PlainTable[];
const records: MonthRecord[] = [];
const clean = new Map<YearMonth, MonthResults>();

beforeAll(async () => {
  office = await plainOffice();
  const workspace = memoryWorkspace(sampleFiles);
  const tables = await officeTablesOf(workspace);
  for (const month of MONTHS) {
    const outcome = await outcomeOf(workspace, tables, month, records);
    if ('errors' in outcome) throw new Error(outcome.errors.join('\n'));
    clean.set(month, outcome.results);
    records.push(outcome.record);
  }
});

/** The clean files that a style leaves as they are, and its own. */
function filesOf({ months, root, files }: Style): MemoryFile[] {
  const replaced = (path: string): boolean => (path.includes('/') ? months.some((one) => path.startsWith(one)) : root);
  return [...sampleFiles.filter(({ path }) => !replaced(path)), ...files];
}

/** Null when the style's results are those of the clean office, else the first difference. */
async function differenceOf(style: Style): Promise<string | null> {
  const workspace = memoryWorkspace(filesOf(style));
  const history: MonthRecord[] =
    style.months.length > 1 ? [] : records.slice(0, MONTHS.indexOf(style.months[0] as YearMonth));
  const tables = await officeTablesOf(workspace);
  for (const month of style.months) {
    const outcome = await outcomeOf(workspace, tables, month, history);
    if ('errors' in outcome) return [`${month} has errors`, ...outcome.errors].join('\n  ');
    const results = style.renumbered ? withLetters(outcome.results) : outcome.results;
    const difference = firstDifference(clean.get(month), results);
    if (difference !== null) return `${month}${difference}`;
    history.push(outcome.record);
  }
  return null;
}

const told = ({ number, drawn }: Style, difference: string): string =>
  `MESS_SEED=${SEED} MESS_STYLE=${number}: ${difference}\n  ${[...drawn].sort().join(' | ')}`;

/** The styles one after another; those of which LibreOffice writes a part come first, converted together. */
async function* allStyles(): AsyncIterable<Style> {
  const byLibreOffice: Style[] = [];
  for (const number of NUMBERS.filter(isForLibreOffice)) byLibreOffice.push(await makeStyle(number, SEED, office));
  const files = converted(byLibreOffice.flatMap((style) => style.files));
  for (const style of byLibreOffice) yield { ...style, files: files.splice(0, style.files.length) };
  for (const number of NUMBERS) if (!isForLibreOffice(number)) yield await makeStyle(number, SEED, office);
}

const count = (counts: Map<string, number>, keys: Iterable<string>): void => {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
};

test(`${NUMBERS.length} mess styles give the results of the clean office`, async () => {
  if (withoutLibreOffice !== null) console.log(`SheetJS writes for LibreOffice: ${withoutLibreOffice}`);
  const failures: string[] = [];
  const counts = new Map<string, number>();
  for await (const style of allStyles()) {
    const difference = await differenceOf(style);
    if (difference !== null) failures.push(told(style, difference));
    count(counts, style.drawn);
  }
  if (process.env.MESS_COUNTS)
    console.log(
      [...counts]
        .map(([key, times]) => `${times}\t${key}`)
        .sort()
        .join('\n'),
    );
  const equal = NUMBERS.length - failures.length;
  console.log([...failures, `${equal} of ${NUMBERS.length} styles give the results of the clean office`].join('\n\n'));
  expect(failures).toEqual([]);
  if (NUMBERS.length < COUNT) return;
  const rare = [...WRITERS, ...libreOfficeWriters].filter(({ name }) => (counts.get(`writer: ${name}`) ?? 0) < 3);
  expect(rare.map(({ name }) => name)).toEqual([]);
}, 600_000);

test('a style that loses one report, or one minute, is told from the clean office', async () => {
  const lastOf = (kind: PlainTable['kind'], person: string, month: string) => {
    const table = office.find((one) => one.kind === kind && one.folder === month) as PlainTable;
    return table.rows.findLast((row) => row.person === person && row.effective !== 'no') as PlainRow;
  };
  const report = lastOf('reports', 'W014', '2021-07');
  const patrol = office.flatMap(({ rows }) => rows).find((row) => row.onlineTime === 240) as PlainRow;
  const changed = (change: (rows: readonly PlainRow[]) => readonly PlainRow[]): readonly PlainTable[] =>
    office.map((table) => ({ ...table, rows: change(table.rows) }));
  const without = changed((rows) => rows.filter((row) => row !== report));
  const shorter = changed((rows) => rows.map((row) => (row === patrol ? { ...row, onlineTime: 239 } : row)));
  expect(await differenceOf(await makeStyle(0, SEED, without))).toMatch(
    /^2021-07\/pay\/workers\/13\/effectiveReports: 19 became 18$/,
  );
  expect(await differenceOf(await makeStyle(0, SEED, shorter))).toMatch(
    /^2021-07\/pay\/workers\/7\/unmetDays: 0 became 1$/,
  );
}, 60_000);
