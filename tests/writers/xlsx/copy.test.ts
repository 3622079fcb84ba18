// Marked copies: values, marks and notes as another reader sees them; notes as large as their text; always the same bytes.
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { openBook } from '../../../src/files/open.ts';
import type { CopyCell, CopyModel } from '../../../src/views/workbook/copy.ts';
import { copyBytes } from '../../../src/writers/xlsx/copy.ts';
import { withSplitLinks } from '../../../src/writers/xlsx/links.ts';
import { withNoteSizes } from '../../../src/writers/xlsx/notes.ts';

const ZONE = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  if (ZONE === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE;
});

const cell = (column: number, value: CopyCell['value'], more: Partial<CopyCell> = {}): CopyCell => ({
  column,
  value,
  format: typeof value === 'string' ? 'text' : 'general',
  mark: null,
  note: null,
  ...more,
});

const MODEL: CopyModel = {
  title: '巡查.xlsx 标注副本',
  sheets: [
    {
      name: '7月 巡查',
      hidden: false,
      frozenRows: 2,
      merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 }],
      rows: [
        { number: 1, hidden: false, cells: [cell(0, '巡查统计')] },
        { number: 2, hidden: false, cells: [cell(0, '日期'), cell(1, '工号'), cell(2, '在线时长\n（分钟）')] },
        {
          number: 5,
          hidden: true,
          cells: [
            cell(0, 44378, { format: 'date' }),
            cell(1, '=1+1'),
            cell(2, -1, { mark: 'error', note: '【错误】“在线时长”的值“-1”小于 0\n→ 请改为不小于 0 的值' }),
            cell(3, null, { mark: 'warning', note: '【警告】空' }),
            cell(4, true),
            cell(5, 0.175, { format: 'time' }),
            cell(6, 0.97, { format: 'percent' }),
            cell(7, 44378.5, { format: 'dateTime' }),
          ],
        },
      ],
    },
    { name: '旧', hidden: true, frozenRows: 0, merges: [], rows: [] },
  ],
};

it('holds the cells as they were read, and is known as an output of the program', async () => {
  const book = await openBook(await copyBytes(MODEL), 'copy');
  const sheets = [];
  for (const sheet of book.sheets) {
    const rows = [];
    for await (const batch of sheet.rows) rows.push(...batch);
    sheets.push({ name: sheet.name, hidden: sheet.hidden, rows, merges: sheet.merges });
  }
  const text = (column: number, value: string) => ({ column, kind: 'text', text: value });
  const number = (column: number, raw: string, format: string) => ({ column, kind: 'number', raw, format });
  expect([book.ownOutput, sheets]).toEqual([
    true,
    [
      {
        name: '7月 巡查',
        hidden: false,
        merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 }],
        rows: [
          { number: 1, hidden: false, cells: [text(0, '巡查统计')] },
          { number: 2, hidden: false, cells: [text(0, '日期'), text(1, '工号'), text(2, '在线时长\n（分钟）')] },
          {
            number: 5,
            hidden: true,
            cells: [
              number(0, '44378', 'date'),
              text(1, '=1+1'),
              number(2, '-1', 'plain'),
              { column: 4, kind: 'boolean', value: true },
              number(5, '0.175', 'time'),
              number(6, '0.97', 'percent'),
              number(7, '44378.5', 'date'),
            ],
          },
        ],
      },
      { name: '旧', hidden: true, merges: [], rows: [] },
    ],
  ]);
});

const partOf = async (name: string): Promise<string> =>
  strFromU8(unzipSync(await copyBytes(MODEL))[name] ?? new Uint8Array());

it('notes stand at their cells, sized by their text', async () => {
  const comments = await partOf('xl/comments1.xml');
  expect([...comments.matchAll(/<comment ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual(['C5', 'D5']);
  expect(comments).toContain('【错误】“在线时长”的值“-1”小于 0\n→ 请改为不小于 0 的值');
  const drawing = await partOf('xl/drawings/vmlDrawing1.vml');
  expect([...drawing.matchAll(/<x:Anchor>([^<]*)</g)].map(([, anchor]) => anchor)).toEqual([
    '3, 12, 3, 12, 7, 89, 6, 18',
    '4, 12, 3, 12, 7, 136, 6, 1',
  ]);
});

it('problem cells are coloured by how grave they are', async () => {
  const styles = await partOf('xl/styles.xml');
  expect(['FFFFB3B3', 'FFFFE699', 'FFDDEBF7'].map((colour) => styles.includes(colour))).toEqual([true, true, false]);
});

it('the same bytes under every time zone and clock', async () => {
  const written = async (zone: string, moment: string) => {
    process.env.TZ = zone;
    vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });
    return Buffer.from(await copyBytes(MODEL));
  };
  const first = await written('Asia/Shanghai', '2021-08-03T01:00:00Z');
  const other = await written('America/New_York', '2026-12-31T23:59:59Z');
  expect(other.equals(first)).toBe(true);
});

it('a note without a size keeps the one it has', () => {
  const xml = '<x:Anchor>1, 2</x:Anchor><x:Row>3</x:Row><x:Column>4</x:Column>';
  expect(withNoteSizes(xml, [], { widthOf: () => 9, heightOf: () => 15 })).toBe(xml);
});

it('links to cells of other files: the file in the relation, the cell in the sheet; to a cell of its own: no relation', () => {
  const sheet =
    '<hyperlink r:id="a" location="标注/a%20b.xlsx#&apos;表&apos;!D5"/><hyperlink ref="A1" r:id="b" location="#&apos;表&apos;!A1"/>';
  expect(withSplitLinks('xl/worksheets/sheet1.xml', sheet)).toBe(
    '<hyperlink r:id="a" location="&apos;表&apos;!D5"/><hyperlink ref="A1" location="&apos;表&apos;!A1"/>',
  );
  const relations =
    '<Relationship Target="标注/a%20b.xlsx#&apos;表&apos;!D5"/><Relationship Id="b" Target="#&apos;表&apos;!A1"/>';
  expect(withSplitLinks('xl/worksheets/_rels/sheet1.xml.rels', relations)).toBe(
    '<Relationship Target="标注/a%20b.xlsx"/>',
  );
  expect(withSplitLinks('xl/workbook.xml', sheet)).toBe(sheet);
});
