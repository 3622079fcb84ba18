// `wangge schema`: what every command prints under --json is what its published JSON Schema says, no less and no more.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { SCHEMAS } from '../../src/views/schemas/index.ts';
import { SIGNED, smallOffice } from '../archive/office.ts';
import { officeFiles, SCHEMES } from '../editions-office.ts';
import { loosened } from './loosened.ts';
import { json, type Run, sampleCopy, temporaryFolder, wanggeAll } from './office.ts';
import { type Document, mistakesIn, validators } from './published.ts';

const ROOT = join(import.meta.dirname, '../..');
const POINTS = ['--scheme', join(SCHEMES, 'points-town.yaml')];

/** Three months of three people: one fails targets and tasks, one has left, one has nothing to answer for. */
function quarterOffice(): string {
  const folder = temporaryFolder();
  const files = officeFiles({
    people: { W1: 'G1', W2: 'G2', W3: 'G3' },
    months: ['2021-07', '2021-08', '2021-09'],
    plan: (id) =>
      id === 'W1' ? { unmet: 5, effective: 12, tasksDone: 1, absences: 1, adjustment: -100, missed: 1 } : { mark: 90 },
    dates: { W3: { left: '2021-09-10' } },
  });
  for (const { path, text } of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text ?? '');
  }
  writeFileSync(
    join(folder, '量化指标.csv'),
    '指标名称,指标,周期,标准,类别,起始月,决定,批准人\n入户走访,重点人员走访,每周,6次,,2021-07,会议纪要3号,王主任\n',
  );
  return folder;
}

const quarter = quarterOffice();
const office = smallOffice();
const closing = smallOffice();
const sample = sampleCopy();

const mistaken = join(temporaryFolder(), '方案.yaml');
writeFileSync(mistaken, 'id: 1\n');
const blank = join(temporaryFolder(), '原文.txt');
writeFileSync(blank, '');

type Runs = Readonly<Record<string, { readonly folder: string; readonly args: string; readonly status?: number }>>;

/** In this order: closing and voiding are one story. */
const RUNS: Runs = {
  init: { folder: office, args: 'init 新街道' },
  'init, a mistake': { folder: office, args: `init 新街道 --scheme ${mistaken}`, status: 1 },
  template: { folder: office, args: 'template 巡查' },
  check: { folder: quarter, args: 'check 2021-07' },
  'status, nothing written': { folder: quarter, args: 'status' },
  'check --annotate': { folder: office, args: 'check 2021-06 --annotate' },
  'pay, rewards': { folder: office, args: 'pay 2021-06' },
  'pay, targets of weeks': { folder: quarter, args: 'pay 2021-07' },
  'pay, the sample': { folder: sample, args: 'pay 2021-08' },
  'rank, the sample': { folder: sample, args: 'rank 2021-Q3' },
  rank: { folder: quarter, args: 'rank 2021-Q3' },
  warn: { folder: quarter, args: 'warn 2021-07' },
  alert: { folder: quarter, args: 'alert 2021-07 --as-of 2021-07-20' },
  'alert, another scheme': { folder: quarter, args: `alert 2021-08 --as-of 2021-08-10 ${POINTS.join(' ')}` },
  'explain, a person': { folder: quarter, args: 'explain 2021-07 W1' },
  'explain, an item': { folder: quarter, args: 'explain 2021-07 W1 --item patrolSubsidy' },
  'explain, a requirement': { folder: quarter, args: 'explain 2021-07 W2 --item 工作要求' },
  'explain, a reward': { folder: office, args: 'explain 2021-06 L001' },
  'explain, a grid': { folder: office, args: 'explain 2021-06 --grid G001' },
  'explain, ranked': { folder: quarter, args: 'explain 2021-Q3 W2' },
  'explain, of one month’s quarter': { folder: quarter, args: 'explain 2021-09 W1 --quarter' },
  'explain, not ranked': { folder: quarter, args: 'explain 2021-Q3 W3' },
  scheme: { folder: office, args: 'scheme' },
  'scheme of a month': { folder: quarter, args: 'scheme 2021-07' },
  'scheme --coverage': { folder: office, args: 'scheme --coverage' },
  'scheme --verify': {
    folder: office,
    args: `scheme --verify ${join(SCHEMES, 'yanhu-2022.txt')}`,
    status: 3,
  },
  'simulate --set': { folder: quarter, args: 'simulate 2021-07 --set 未达标日扣减=30' },
  'simulate --interpretations': { folder: quarter, args: 'simulate 2021-07 --interpretations' },
  'simulate --scheme': { folder: quarter, args: `simulate 2021-07..2021-08 ${POINTS.join(' ')}` },
  close: { folder: closing, args: `close 2021-06 ${SIGNED.join(' ')}` },
  'close --hold': { folder: closing, args: `close 2021-07 --hold W001 --reason 待核实 ${SIGNED.join(' ')}` },
  'pay, closed': { folder: closing, args: 'pay 2021-07', status: 1 },
  status: { folder: closing, args: 'status' },
  audit: { folder: closing, args: 'audit 归档/2021-06.zip 归档/2021-07.zip' },
  'audit, differences': { folder: closing, args: 'audit 归档/2021-07.zip --code 0000-0000-0000-0000', status: 3 },
  'audit, no archive': { folder: closing, args: 'audit 花名册.csv', status: 3 },
  'close --void': { folder: closing, args: `close 2021-07 --void --reason 漏导 ${SIGNED.join(' ')}` },
  'pay, another scheme': { folder: quarter, args: `pay 2021-08 ${POINTS.join(' ')}` },
  'warn, another scheme': { folder: quarter, args: `warn 2021-08 ${POINTS.join(' ')}`, status: 1 },
  'check, errors': { folder: office, args: 'check 2021-05', status: 1 },
  'check --annotate, errors': { folder: office, args: 'check 2021-08 --annotate', status: 1 },
  'pay, errors': { folder: office, args: 'pay 2021-05', status: 1 },
  'rank, errors': { folder: office, args: 'rank 2021-Q1', status: 1 },
  'warn, errors': { folder: office, args: 'warn 2021-05', status: 1 },
  'alert, errors': { folder: office, args: 'alert 2021-05 --as-of 2021-05-10', status: 1 },
  'close, errors': { folder: office, args: 'close 2021-05', status: 1 },
  'explain, errors': { folder: office, args: 'explain 2021-05 W001', status: 1 },
  'explain, errors of a quarter': { folder: office, args: 'explain 2021-Q1 W001', status: 1 },
  'scheme, errors': { folder: office, args: 'scheme 2021-05', status: 1 },
  'scheme, a mistake': { folder: office, args: `scheme --scheme ${mistaken}`, status: 1 },
  'scheme --coverage, a mistake': { folder: office, args: `scheme --coverage --scheme ${mistaken}`, status: 1 },
  'scheme --verify, errors': { folder: office, args: `scheme --verify ${blank}`, status: 1 },
  'simulate, errors': { folder: office, args: 'simulate 2021-05 --interpretations', status: 1 },
};

/** They talk to people or to a shell. */
const PRINT_NONE = ['schema', 'completion', 'drop'];

let documents: ReadonlyMap<string, Document>;
let statuses: ReadonlyMap<string, number | null>;

beforeAll(() => {
  const names = Object.keys(RUNS);
  const done = wanggeAll(
    names.map((name) => ({
      folder: RUNS[name]?.folder ?? '',
      args: [...(RUNS[name]?.args ?? '').split(' '), '--json'],
    })),
  );
  statuses = new Map(names.map((name, index) => [name, (done[index] as Run).status]));
  documents = new Map(names.map((name, index) => [name, json(done[index] as Run)]));
}, 240_000);

describe('a run prints what its schema says', () => {
  test.each(Object.keys(RUNS))('%s', (name) => {
    expect(statuses.get(name)).toBe(RUNS[name]?.status ?? 0);
    expect(mistakesIn(documents.get(name) as Document)).toEqual([]);
  });
  test('every schema has a document that is no failure', () => {
    const told = [...documents.values()].filter((document) => Object.keys(document).length > 3);
    expect(new Set(told.map(({ schema }) => schema.replace(/\/\d+$/, '')))).toEqual(new Set(Object.keys(SCHEMAS)));
  });
});

/** Fields that are not always there, keys that are the scheme's or the data's, values of any type, ratios for numbers. */
const OPEN = [
  /^- outputs$/,
  /^- issues\.\*\.stake$/,
  /^- .*\.withheld$/,
  /^- items\.\*\.(unmetDays|lines\.\*\.tasks)$/,
  /\.basis\.clause$/,
  /^- scores\.\*\.contents\.\w+$/,
  /^- tables\.\*\.leftOut\..+$/,
  /^- (base|variants\.\*(\.people\.\*)?)\.(items|values|months)\..+$/,
  /^~ assessments\.\*\.findings\.\*\.value$/,
  /^~ archives\.\*\.differences\.\*\.(archived|recomputed)$/,
];

test('nothing can be left out, added or of another type without being noticed', () => {
  const open = [...documents]
    .filter(([name]) => !name.includes('another scheme') && !name.includes('the sample'))
    .flatMap(([name, document]) => {
      const validate = validators().get(document.schema.replace(/\/\d+$/, '')) as (value: unknown) => boolean;
      return loosened(document, validate)
        .filter((change) => !OPEN.some((known) => known.test(change)))
        .map((change) => `${name}: ${change}`);
    });
  expect(open).toEqual([]);
});

describe('wangge schema', () => {
  const [listed, pay, none, unknown, bare] = wanggeAll(
    [['schema'], ['schema', 'pay'], ['schema', 'payment'], ['schema', 'toString'], ['schema', '--json']].map(
      (args) => ({
        folder: temporaryFolder(),
        args,
      }),
    ),
  ) as [Run, Run, Run, Run, Run];
  test('every command that prints a document has one', () => {
    const commands = COMMANDS.map(({ name }) => name).filter((name) => !PRINT_NONE.includes(name));
    expect(commands.filter((name) => !Object.hasOwn(SCHEMAS, name))).toEqual([]);
  });
  test('a name is the part of the document’s `schema` before the slash', async () => {
    for (const [name, { load }] of Object.entries(SCHEMAS))
      expect((await load()).id).toMatch(new RegExp(`^${name}/\\d+$`));
  });
  test('without a name it lists them', () => {
    expect([listed.status, listed.err]).toEqual([0, '']);
    expect(
      listed.out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(Object.keys(SCHEMAS));
  });
  test('draft 2020-12, named, with a Chinese title', () => {
    expect(pay.status).toBe(0);
    expect(json(pay)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'pay/1',
      title: expect.stringMatching(/\p{Script=Han}/u),
    });
  });
  test('a name there is not, and none where JSON is asked for', () => {
    for (const { status, out, err } of [none, unknown, bare]) {
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('check、pay、rank');
    }
  });
});

test('the program starts without zod', () => {
  const dist = join(ROOT, 'dist');
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const text = readFileSync(join(dist, file), 'utf8');
    for (const [, next] of text.matchAll(/^(?:import|export)\b[^;]*?["']\.\/([^"']+)["'];/gm)) load(next as string);
  };
  load('cli.js');
  const holdsZod = [...loaded].filter((file) => readFileSync(join(dist, file), 'utf8').includes('ZodType'));
  expect([loaded.size > 1, holdsZod]).toEqual([true, []]);
});
