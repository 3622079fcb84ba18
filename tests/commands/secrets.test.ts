// Identity numbers, phones and bank accounts of the roster stand in no output, JSON, log or error, but on the bank's list and in
// the annotated copies of inputs.
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../recalc/workbook.mjs';
import { type Run, sampleCopy, temporaryFolder, wanggeAll } from './office.ts';

const HEADINGS = ['身份证号', '手机', '银行账号'];

/** Every such number of a roster. */
function seedsOf(path: string): readonly string[] {
  const cells = [...cellsOf(new Uint8Array(readFileSync(path)))].map(([cell, { value }]) => {
    const column = /!([A-Z]+)\d+$/.exec(cell)?.[1] ?? '';
    return { column, value: String(value) };
  });
  const columns = new Set(cells.filter(({ value }) => HEADINGS.includes(value)).map(({ column }) => column));
  return cells.flatMap(({ column, value }) => (columns.has(column) && /^\d{6,}/.test(value) ? [value] : []));
}

const ALLOWED = /银行代发\.(xlsx|csv)$|检查\/标注\//;

/** All text of the files the program wrote, of workbooks all parts. */
const writtenIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /输出|测算/.test(path) && !ALLOWED.test(path) && statSync(join(folder, path)).isFile())
    .map((path) => {
      const bytes = new Uint8Array(readFileSync(join(folder, path)));
      const parts = path.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes];
      return [path, parts.map((part) => strFromU8(part)).join('\n')] as const;
    });

const leaksIn = (seeds: readonly string[], texts: readonly (readonly [string, string])[]) =>
  texts.flatMap(([where, text]) => seeds.filter((seed) => text.includes(seed)).map((seed) => `${where} ${seed}`));

const said = (runs: readonly Run[], commands: readonly (readonly string[])[]) =>
  runs.map(({ out, err }, index) => [commands[index]?.join(' ') ?? '', `${out}\n${err}`] as const);

const COMMANDS: readonly (readonly string[])[] = [
  ['check', '2021-07', '--verbose'],
  ['check', '2021-08', '--annotate'],
  ['check', '2021-09', '--json'],
  ['pay', '2021-07', '--bank'],
  ['pay', '2021-09', '--bank', '--json'],
  ['warn', '2021-09', '--json'],
  ['rank', '2021-Q3', '--json'],
  ['explain', '2021-07', 'W002', '--xlsx'],
  ['explain', '2021-07', 'W033', '--json'],
  ['explain', '2021-07', '--grid', 'G012', '--json'],
];

describe('of the sample office', () => {
  const folder = sampleCopy();
  let [seeds, runs] = [[], []] as [readonly string[], readonly Run[]];
  beforeAll(() => {
    seeds = seedsOf(join(folder, '花名册.xlsx'));
    runs = wanggeAll(COMMANDS.map((args) => ({ folder, args })));
  }, 200_000);

  it('there are some to look for, and the commands ran', () => {
    expect(seeds.length).toBeGreaterThan(100);
    expect(runs.map(({ status, err }) => (status === 0 ? '' : err))).toEqual(COMMANDS.map(() => ''));
    expect(writtenIn(folder).length).toBeGreaterThan(8);
  });

  it('nothing written and nothing said holds one', () => {
    expect(leaksIn(seeds, [...writtenIn(folder), ...said(runs, COMMANDS)])).toEqual([]);
  });

  it('the bank’s list does: the test would find them', () => {
    const csv = readFileSync(join(folder, '2021-07/输出/2021-07-银行代发.csv'), 'utf8');
    expect(seeds.filter((seed) => csv.includes(seed)).length).toBeGreaterThan(40);
  });
});

describe('in errors', () => {
  const SECRETS = {
    identity: ['330683198503121234', '330683199011254321', '330683197707077777'],
    phone: ['13957512345', '13867598765', '13575500001'],
    account: ['6222021201006781234', '6228480331234567815', '6217001540012345672'],
  };
  const folder = temporaryFolder();
  cpSync(join(import.meta.dirname, '../../fixtures/problems/office'), folder, { recursive: true });
  const { identity, phone, account } = SECRETS;
  writeFileSync(
    join(folder, '花名册.csv'),
    [
      '工号,姓名,角色,网格编号,身份证号,手机,银行账号',
      `W001,王芳,专职网格员,G001,${identity[0]},${phone[0]},${account[0]}`,
      `W001,王芳,专职网格员,G002,${identity[1]},${phone[1]},${account[1]}`,
      `W002,王芳,专职网格员,G003,${identity[1]},${phone[2]},=${account[2]}`,
      `L001,张敏,网格长,G001,${identity[0]},${phone[0]},${account[0]}0`,
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(folder, '2021-06/信息.csv'),
    [
      '编号,身份证号,手机,姓名,上报时间,是否有效',
      `X1,${identity[2]},,,2021-06-02,有效`,
      `X2,,${phone[2]}9,,2021-06-02,有效`,
      `X3,${identity[0]},${phone[2]},王芳,2021-06-02,有效`,
      `X4,${identity[0]},,李四,2021-06-02,有效`,
      `X5,,,${account[2]},2021-06-02,有效`,
      '',
    ].join('\n'),
  );
  const commands = [
    ['check', '2021-06'],
    ['check', '2021-06', '--json', '--verbose'],
    ['pay', '2021-06', '--bank'],
  ];
  it('masked in each', () => {
    const runs = wanggeAll(commands.map((args) => ({ folder, args })));
    expect(runs.map(({ status }) => status)).toEqual([1, 1, 1]);
    expect(runs[0]?.out.length).toBeGreaterThan(500);
    expect(leaksIn([...identity, ...phone, ...account], said(runs, commands))).toEqual([]);
  }, 60_000);
});
