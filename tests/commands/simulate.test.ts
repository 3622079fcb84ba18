// 测算 through the real binary: equal to pay as decided, written nowhere but 测算, eighty columns, the same bytes again.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { hashes, json, type Run, sampleCopy, temporaryFolder, wangge, wanggeAlone } from './office.ts';
import { mistakesIn } from './published.ts';

vi.setConfig({ testTimeout: 240_000 });
const folder = sampleCopy();
const inputs = hashes(folder);
const added = (): string[] => Object.keys(hashes(folder)).filter((path) => !(path in inputs));
const fen = (yuan: number): number => Math.round(yuan * 100);
let quarter: Run;

beforeAll(() => {
  quarter = wangge(folder, ['simulate', '2021-Q3', '--interpretations', '--json']);
}, 240_000);

test('the sample quarter, every reading in turn, writes nothing', () => {
  expect([quarter.status, quarter.err]).toEqual([0, '']);
  expect(hashes(folder)).toEqual(inputs);
  expect(mistakesIn(json(quarter))).toEqual([]);
  const { schema, period, trial, months, variants } = json(quarter);
  expect([schema, period, trial, months]).toEqual(['simulate/1', '2021-Q3', true, ['2021-07', '2021-08', '2021-09']]);
  expect(variants.length).toBeGreaterThan(20);
  expect(Object.keys(variants[0])).toEqual(
    'title kind interpretation label values computed cost change items cards people'.split(' '),
  );
  for (const { people, change } of variants) {
    expect(people.reduce((sum: number, one: { change: number }) => sum + fen(one.change), 0)).toBe(fen(change));
    expect(people.map(({ id }: { id: string }) => id)).toEqual(people.map(({ id }: { id: string }) => id).sort());
  }
});

test('as decided it is what pay pays, and the cards that warn lists', () => {
  const office = sampleCopy();
  const months = ['2021-07', '2021-08', '2021-09'];
  const pays = months.map((month) => json(wangge(office, ['pay', month, '--json'])));
  const lists = months.map((month) => json(wangge(office, ['warn', month, '--json'])));
  const rewards = pays.flatMap(({ informationRewards }) =>
    informationRewards.map(({ total }: { total: number }) => total),
  );
  const paid = [...pays.map(({ totals }) => totals.total), ...rewards].reduce((sum, yuan) => sum + fen(yuan), 0);
  const people = (card: string) =>
    new Set(
      lists.flatMap(({ cards }) =>
        cards.filter((one: { card: string }) => one.card === card).map(({ id }: { id: string }) => id),
      ),
    ).size;
  const { base } = json(quarter);
  expect(base).toMatchObject({ title: '现行方案', cards: { yellow: people('yellow'), red: people('red') } });
  expect(fen(base.cost)).toBe(paid);
  for (const item of ['patrolSubsidy', 'informationSubsidy', 'taskReward', 'specialReward', 'starReward'])
    expect(fen(base.items[item]), item).toBe(pays.reduce((sum, { totals }) => sum + fen(totals[item]), 0));
  expect(wangge(office, ['simulate', '2021-07', '--set', '未达标日扣减=30', '--json']).status).toBe(0);
});

describe('one variant', () => {
  const args = ['simulate', '2021-07..2021-08', '--set', '未达标日扣减＝３０元', '--set', 'card.yellow=2'];
  const screen = wangge(folder, args);
  test('lists who gains or loses, within eighty columns', () => {
    expect([screen.status, screen.err]).toEqual([0, '']);
    expect(screen.out).toContain('测算（不作发放依据）');
    expect(screen.out).toMatch(/未达标日扣减＝30元\/天，黄牌连续月数＝2个月/);
    expect(screen.out).toMatch(/W004 │ 邓丽勇 │ 2275\.00 │ 2260\.00 │ -15\.00/);
    expect(screen.out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
  test('the same bytes again, and 至 for ..', () => {
    const again = [args[0] as string, '2021-07至2021-08', ...args.slice(2)];
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' };
    expect(wanggeAlone(folder, again, env).out).toBe(screen.out);
  });
  test('every person of every reading, within eighty columns', () => {
    const { out, status } = wangge(folder, ['simulate', '2021-09', '--interpretations', '--people', '--quiet']);
    expect([status, out.split('\n').filter((line) => stringWidth(line) > 80)]).toEqual([0, []]);
    expect(out).toContain('K1乙');
  });
});

test('another scheme, and one that is not in force', () => {
  const shipped = readFileSync(join(import.meta.dirname, '../../src/scheme/editions/yanhu-2021.yaml'), 'utf8');
  const edition = (name: string, from: string): string => {
    const path = join(temporaryFolder(), name);
    const other = shipped.replace('id: yanhu-2021', 'id: other').replace('from: 2021-06', `from: ${from}`);
    writeFileSync(path, other.replace('value: 800', 'value: 900'));
    return path;
  };
  const run = (path: string) => wangge(folder, ['simulate', '2021-07', '--scheme', path, '--json']);
  const [richer] = json(run(edition('richer.yaml', '2021-06'))).variants;
  expect([richer.kind, richer.computed, richer.change > 0, richer.items.patrolSubsidy > 0]).toEqual([
    'scheme',
    true,
    true,
    true,
  ]);
  const later = run(edition('later.yaml', '2022-01'));
  expect([later.status, json(later).variants[0].computed, json(later).variants[0].reason]).toEqual([
    0,
    false,
    expect.stringContaining('2022-01'),
  ]);
});

test('--xlsx writes 测算 and nothing else; no run reads it', () => {
  const path = '测算/2021-07-测算.xlsx';
  const args = ['simulate', '2021-07', '--set', '未达标日扣减=30', '--xlsx'];
  const first = wangge(folder, args);
  expect([first.status, first.out.includes(`已生成 ${path}`), added()]).toEqual([0, true, [path]]);
  const before = hashes(folder);
  expect([wangge(folder, args).status, hashes(folder)]).toEqual([0, before]);
  const base = json(wangge(folder, ['simulate', '2021-07', '--set', '未达标日扣减=30', '--json']));
  copyFileSync(join(folder, path), join(folder, '2021-07/误放.xlsx'));
  const misplaced = json(wangge(folder, ['simulate', '2021-07', '--set', '未达标日扣减=30', '--json']));
  expect(misplaced.variants).toEqual(base.variants);
});

describe('wrong usage', () => {
  test.each<[string[], RegExp]>([
    [['2021-Q3'], /--set 未达标日扣减=30/],
    [['2021-Q5', '--interpretations'], /2021-Q5/],
    [['2021-09..2021-07', '--interpretations'], /之前/],
    [['2021-01..2024-01', '--interpretations'], /36 个月/],
    [['2021-Q3', '--interpretations', '--set', '未达标日扣减=30'], /单独/],
    [['2021-Q3', '--set', '未达标日扣减'], /参数=取值/],
    [['2021-Q3', '--set', '未达标扣减=30'], /未达标日扣减/],
    [['2021-Q3', '--set', 'patrol.deducton=30'], /patrol\.deduction/],
    [['2021-Q3', '--set', '未达标日扣减=三十'], /无法识别/],
    [['2021-Q3', '--set', '未达标日扣减=-1'], /超出允许范围/],
    [['2021-Q3', '--set', '目标.在线时长.周期=年'], /日、周、月/],
    [['2021-Q3', '--set', '未达标日扣减=30', '--set', 'patrol.deduction=35'], /两个取值/],
  ])('%s', (args, message) => {
    const { status, out, err } = wangge(folder, ['simulate', ...args]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
  test('errors of the months themselves end the run as pay ends', () => {
    const { status, out } = wangge(folder, ['simulate', '2021-05', '--interpretations', '--json']);
    expect([status, Object.keys(JSON.parse(out))]).toEqual([1, ['schema', 'period', 'issues']]);
  });
});
