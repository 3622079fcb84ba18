// The sample office in random mess styles: every one gives the results of the clean office (spec 3, spec 10).
// MESS_STYLE=17 or 10-19 runs these alone, MESS_SEED=5 other styles; MESS_DRAWN=1 prints what was drawn how often.
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleFiles } from '../run/sample-quarter.ts';
import { type CleanOffice, cleanOffice, differenceOf } from './clean.ts';
import type { PlainRow, PlainTable } from './model.ts';
import { makeStyle } from './style.ts';
import type { Verdict } from './worker.ts';
import { verdicts } from './workers.ts';
import { WRITERS } from './writers/index.ts';
import { libreOfficeWriters, withoutLibreOffice } from './writers/libreoffice.ts';

const SEED = Number(process.env.MESS_SEED ?? 1);
/** With WANGGE_ALL=1 (npm run prove), else the first quarter of them. */
const COUNT = 200;
const SHARE = process.env.WANGGE_ALL === '1' ? COUNT : COUNT / 4;
const [FIRST = 0, LAST = FIRST] = (process.env.MESS_STYLE ?? `0-${SHARE - 1}`).split('-').map(Number);
const NUMBERS = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);

const told = ({ number, difference, drawn }: Verdict): string =>
  `MESS_SEED=${SEED} MESS_STYLE=${number}: ${difference}\n  ${[...drawn].sort().join(' | ')}`;

/** How many styles drew each choice. */
function countsOf(found: readonly Verdict[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const choice of found.flatMap(({ drawn }) => [...drawn])) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  return counts;
}

test(`${NUMBERS.length} mess styles give the results of the clean office`, async () => {
  if (withoutLibreOffice !== null) console.log(`SheetJS writes for LibreOffice: ${withoutLibreOffice}`);
  const found = await verdicts({ files: sampleFiles, seed: SEED, numbers: NUMBERS });
  expect(found.map(({ number }) => number)).toEqual(NUMBERS);
  const failures = found.filter(({ difference }) => difference !== null).map(told);
  const equal = NUMBERS.length - failures.length;
  console.log([...failures, `${equal} of ${NUMBERS.length} styles give the results of the clean office`].join('\n\n'));
  expect(failures).toEqual([]);
  const counts = countsOf(found);
  if (process.env.MESS_DRAWN) console.log([...counts].map(([choice, times]) => `${times}\t${choice}`).join('\n'));
  const rare = [...WRITERS, ...libreOfficeWriters].filter(({ name }) => (counts.get(`writer: ${name}`) ?? 0) < 3);
  if (NUMBERS.length >= COUNT) expect(rare.map(({ name }) => name)).toEqual([]);
}, 600_000);

test('one seed makes the same styles again', async () => {
  const { tables } = await cleanOffice(sampleFiles);
  const [one, again] = [await makeStyle(3, SEED, tables), await makeStyle(3, SEED, tables)];
  expect(again.drawn).toEqual(one.drawn);
  expect(again.files.map(({ path }) => path)).toEqual(one.files.map(({ path }) => path));
});

describe('a change of meaning', () => {
  let clean: CleanOffice;
  beforeAll(async () => {
    clean = await cleanOffice(sampleFiles);
  });
  const styled = (change: (rows: readonly PlainRow[]) => readonly PlainRow[]) =>
    makeStyle(
      0,
      SEED,
      clean.tables.map((table): PlainTable => ({ ...table, rows: change(table.rows) })),
    );

  test('one report less', async () => {
    const lost = clean.tables
      .find(({ kind, folder }) => kind === 'reports' && folder === '2021-07')
      ?.rows.find((row) => row.person === 'W014' && (row.effective ?? row.verdict ?? row.review) === 'yes');
    const style = await styled((rows) => rows.filter((row) => row !== lost));
    expect(await differenceOf(clean, style)).toBe('2021-07/pay/workers/13/effectiveReports: 19 became 18');
  });
  test('one minute less', async () => {
    const enough = clean.tables.flatMap(({ rows }) => rows).find(({ onlineTime }) => onlineTime === 240);
    const style = await styled((rows) => rows.map((row) => (row === enough ? { ...row, onlineTime: 239 } : row)));
    expect(await differenceOf(clean, style)).toBe('2021-07/pay/workers/7/unmetDays: 0 became 1');
  });
});
