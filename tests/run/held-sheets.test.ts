// Sheets held to be copied: whole, or the head and the rows asked for of one too long.
import { expect, test } from 'vitest';
import { UnreadableFile } from '../../src/files/sheet.ts';
import { heldSheets } from '../../src/run/held-sheets.ts';
import { file, type RowSpec, sheet, unreadable } from '../intake/book.ts';

const rows = (count: number): RowSpec[] => Array.from({ length: count }, (_, index) => [`r${index + 1}`]);
const held = async (count: number, asked: readonly number[], headerRow: number | null = 2) => {
  const [found] = (await heldSheets(
    file('a.xlsx', () => [sheet('x', rows(count), { batch: 997 })]),
    () => ({ headerRow, rows: asked }),
  )) ?? [undefined];
  return found && [found.rows.map(({ number }) => number), found.isExcerpt, found.isCut, found.total];
};

test('a sheet of 20,000 rows is whole, one more makes an excerpt', async () => {
  const [whole, isExcerpt, isCut, total] = (await held(20_000, [5])) ?? [];
  expect([(whole as number[]).length, isExcerpt, isCut, total]).toEqual([20_000, false, false, 20_000]);
  expect(await held(20_001, [5, 20_001, 30_000])).toEqual([[1, 2, 5, 20_001], true, false, 20_001]);
  expect(await held(20_001, [], null)).toEqual([[1], true, false, 20_001]);
});

test('an excerpt ends where nobody looks on', async () => {
  // The gravest first: the last rows of the sheet.
  const all = Array.from({ length: 25_000 }, (_, index) => 25_000 - index);
  const [found, isExcerpt, isCut, total] = (await held(25_000, all)) ?? [];
  expect([(found as number[]).length, (found as number[])[2], isExcerpt, isCut, total]).toEqual([
    5_002,
    20_001,
    true,
    true,
    25_000,
  ]);
  expect((await held(25_000, [...all.slice(0, 5_000), 25_000]))?.slice(1)).toEqual([true, false, 25_000]);
});

test('what was read before a file broke off is held; a file that cannot be opened is not', async () => {
  const broken = new UnreadableFile('damaged', 'd');
  const asked = () => ({ headerRow: null, rows: [] });
  const found = await heldSheets(
    file('a.xlsx', () => [sheet('x', rows(3), { breaksOff: broken })]),
    asked,
  );
  expect(found?.map((one) => one.rows.length)).toEqual([3]);
  expect(await heldSheets(unreadable('a.xlsx', broken), asked)).toBe(null);
  const own = { path: 'a.xlsx', open: async () => ({ ownOutput: true, sheets: [sheet('x', rows(1))] }) };
  expect(await heldSheets(own, asked)).toBe(null);
  await expect(heldSheets({ path: 'a', open: () => Promise.reject(new Error('x')) }, asked)).rejects.toThrow('x');
});
