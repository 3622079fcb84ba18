// Upright while the columns can be read there, else on its side; a sheet may also say which.
import { expect, test } from 'vitest';
import type { SheetModel } from '../../../src/views/workbook/model.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { readBack, sheetOf } from './small.ts';

async function orientationOf(characters: number, landscape: SheetModel['landscape']) {
  const columns = [{ heading: '网格', align: 'left', kind: 'text', width: [characters, characters] }] as const;
  const sheet = sheetOf([['一']], { columns, landscape });
  const workbook = await readBack(await workbookBytes({ title: '标题', sheets: [sheet] }));
  return workbook.getWorksheet('表')?.pageSetup.orientation;
}

test.each([
  [20, 'whenWide', 'portrait'],
  [100, 'whenWide', 'portrait'],
  [130, 'whenWide', 'landscape'],
  [200, 'whenWide', 'landscape'],
  [200, false, 'portrait'],
  [20, true, 'landscape'],
] as const)('%i characters, landscape %s: %s', async (characters, landscape, orientation) => {
  expect(await orientationOf(characters, landscape)).toBe(orientation);
});
