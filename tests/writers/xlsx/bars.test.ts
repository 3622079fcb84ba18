// Bars in cells: a rule over the rows of a column, its id numbered and the same in both of its places.
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Cell } from '../../../src/views/workbook/model.ts';
import { withNumberedBars } from '../../../src/writers/xlsx/bars.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { readBack, sheetOf } from './small.ts';

const score = { heading: '得分', align: 'center', kind: 'score', width: [8, 14], bar: { max: 100 } } as const;
const model = (rows: readonly (readonly Cell[])[]) => ({
  title: '标题',
  sheets: [sheetOf(rows, { columns: [score, { ...score, bar: { max: 20 } }, { ...score, bar: undefined } as never] })],
});
const ROWS = [
  [90, 12.5, 1],
  ['—', 3, 2],
];

it('stand on the rows alone, from 0 to the greatest number', async () => {
  const sheet = (await readBack(await workbookBytes(model(ROWS)))).getWorksheet('表');
  const { conditionalFormattings } = sheet as unknown as {
    conditionalFormattings: readonly { ref: string; rules: readonly { type: string; cfvo: unknown }[] }[];
  };
  expect(conditionalFormattings.map(({ ref, rules }) => [ref, rules[0]?.type, rules[0]?.cfvo])).toEqual([
    [
      'A4:A5',
      'dataBar',
      [
        { type: 'num', value: 0 },
        { type: 'num', value: 100 },
      ],
    ],
    [
      'B4:B5',
      'dataBar',
      [
        { type: 'num', value: 0 },
        { type: 'num', value: 20 },
      ],
    ],
  ]);
});

it('are numbered, each number in both places, and written alike each time', async () => {
  const bytes = await workbookBytes(model(ROWS));
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
  const numbers = [1, 2].map((number) => `{00000000-0000-0000-0000-00000000000${number}}`);
  expect([...xml.matchAll(/<x14:id>([^<]*)</g)].map(([, id]) => id)).toEqual(numbers);
  expect([...xml.matchAll(/<x14:cfRule [^>]*id="([^"]*)"/g)].map(([, id]) => id)).toEqual(numbers);
  expect(Buffer.from(await workbookBytes(model(ROWS))).equals(Buffer.from(bytes))).toBe(true);
});

it('are none where there are no rows', async () => {
  const xml = strFromU8(unzipSync(await workbookBytes(model([])))['xl/worksheets/sheet1.xml'] as Uint8Array);
  expect(xml).not.toContain('conditionalFormatting');
});

it('text that looks like an id stays', () => {
  const xml = '<v>{0123ABCD-0000-0000-0000-0123456789AB}</v>';
  expect(withNumberedBars('xl/worksheets/sheet1.xml', xml)).toBe(xml);
});
