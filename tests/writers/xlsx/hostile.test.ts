// Hostile text as names, remarks and reasons: text in every workbook, never a formula.
import { beforeAll, expect, it } from 'vitest';
import type { MonthRecord } from '../../../src/model/record.ts';
import { runMonth } from '../../../src/run/month.ts';
import { shippedEditions } from '../../../src/scheme/shipped.ts';
import { cardsWorkbook } from '../../../src/views/workbook/cards.ts';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { month, officeFiles } from '../../editions-office.ts';
import { memoryWorkspace } from '../../memory-workspace.ts';
import { cellsOf } from '../../recalc/workbook.mjs';

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '＝', '＋', '－', '＠'];
const PAYLOADS = [
  '1+1',
  "cmd|'/C calc'!A0",
  'SUM(A1:A9)',
  'HYPERLINK("http://example.invalid/?"&A1,"点击")',
  'IMPORTXML("http://example.invalid","//a")',
  "'[外部.xlsx]表'!A1",
  'DDE("cmd";"/C calc";"x")',
  '2021年补发',
  '_x0041_x003D_1',
  ']]><f>1+1</f>',
  '&quot;<script>alert(1)</script>&amp;',
  '"引号","逗号",\'单引号\'',
  '１＋１＝２',
  'RTD("x",,"y")',
];
/** Text that programs have tripped over. */
const NAUGHTY = [
  '\u202e倒写\u202c',
  '\u200b零宽',
  '\ufeff标记',
  'e\u0301组合',
  '👨‍👩‍👧‍👦家',
  '𠮷野家',
  '🇨🇳',
  '\u0300\u0301',
  'ﷺ',
  '１２３',
  'null',
  'undefined',
  'NaN',
  '1E+16',
  '0x1F',
  '007',
  '2021-7-1',
  'TRUE',
  '#REF!',
  '%s%n',
  '../../etc',
  'A1',
  'R1C1',
  '{=1}',
  '{{7*7}}',
];

const hostile = [
  ...STARTS.flatMap((start) => [...PAYLOADS, ...NAUGHTY].map((rest) => `${start}${rest}`)),
  ...PAYLOADS,
  ...NAUGHTY,
  ...STARTS.map((start) => `${start}${start}1`),
].slice(0, 500);

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const people = (names: readonly string[]) =>
  names.map((name, index) => `H${String(index).padStart(3, '0')},${quoted(name)},兼职网格员,G1`);

/** The same office with these names and reasons. */
async function recordWith(names: readonly string[], reasons: readonly string[]): Promise<MonthRecord> {
  const files = officeFiles({ people: { P1: 'G1', P2: 'G2' }, months: ['2021-07'], plan: () => ({ unmet: 6 }) });
  const roster = files.find(({ path }) => path === '花名册.csv');
  const rows = reasons.map(
    (reason, index) => `P1,补发${index},${index + 1},${quoted(reason)},${quoted(names[index] as string)}`,
  );
  const { record, problems } = await runMonth(
    memoryWorkspace([
      ...files.filter(({ path }) => path !== '花名册.csv' && !path.endsWith('增减项.csv')),
      {
        path: '花名册.csv',
        text: `${roster?.text}${people(names)
          .map((line) => `${line},,`)
          .join('\n')}\n`,
      },
      { path: '2021-07/增减项.csv', text: `工号,项目,金额,原因,批准人\n${rows.join('\n')}\n` },
    ]),
    shippedEditions(),
    month('2021-07'),
  );
  if (record === null) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return record;
}

const NOBODY = { preparedBy: null, preparedOn: null };
const bytesOf = async (record: MonthRecord): Promise<readonly Uint8Array[]> =>
  Promise.all([payWorkbook(record, NOBODY), cardsWorkbook(record, [], NOBODY)].map(workbookBytes));
const formulasIn = (bytes: Uint8Array): readonly (readonly [string, string])[] =>
  [...cellsOf(bytes)].flatMap(([cell, { formula }]) => (formula === null ? [] : [[cell, formula] as const]));

let [record, written, harmless] = [null, [], []] as [MonthRecord | null, readonly Uint8Array[], readonly Uint8Array[]];
beforeAll(async () => {
  record = await recordWith(hostile, hostile);
  written = await bytesOf(record);
  const plain = hostile.map((_, index) => `文字${index}`);
  harmless = await bytesOf(await recordWith(plain, plain));
}, 60_000);

it('there are 500', () => {
  expect(new Set(hostile).size).toBe(500);
});

it('no formula is made of them: those of the workbook are the ones it has with harmless text', () => {
  expect(written.map(formulasIn)).toEqual(harmless.map(formulasIn));
  expect(formulasIn(written[0] as Uint8Array).length).toBeGreaterThan(200);
});

it('reasons and approvers stand as they were written', () => {
  const cells = cellsOf(written[0] as Uint8Array);
  const texts = new Set([...cells].flatMap(([cell, { value }]) => (cell.startsWith('增减项明细!') ? [value] : [])));
  const asKept = (text: string): string => text.trim().replace(/\r\n?/g, '\n');
  expect(hostile.map(asKept).filter((text) => !texts.has(text))).toEqual([]);
});

it('names stand as the roster has them read', () => {
  const cells = cellsOf(written[0] as Uint8Array);
  const texts = new Set([...cells].flatMap(([cell, { value }]) => (cell.startsWith('以奖代补!') ? [value] : [])));
  const names = (record?.subjects ?? []).filter(({ role }) => role === 'partTime').map(({ name }) => name);
  expect(names.length).toBeGreaterThan(490);
  expect(names.filter((name) => !texts.has(name))).toEqual([]);
  expect(names.filter((name) => /^[=+@-]/.test(name)).length).toBeGreaterThan(200);
});
