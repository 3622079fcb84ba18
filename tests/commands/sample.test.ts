// The sample quarter through the real binary against figures computed apart from the product (fixtures/golden).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashes, json, sampleCopy, wangge } from './office.ts';

const golden = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures/golden', name), 'utf8');
const csv = (rows: readonly (readonly unknown[])[]): string => `${rows.map((row) => row.join(',')).join('\n')}\n`;
const yuan = (value: number | undefined): string => (value as number).toFixed(2);
const [head, rewardHead] = [golden('2021-07-发放.csv'), golden('2021-07-以奖代补.csv')].map(
  (text) => text.split('\n')[0],
);

/** One object of a document's list; the assertions below are about its values. */
type Fields = Record<string, string & number>;
const folder = sampleCopy();
const inputs = hashes(folder);
const pays: Record<string, ReturnType<typeof json>> = {};
let ranking: ReturnType<typeof json>;
const cards: Record<string, Map<string, string>> = {};

beforeAll(() => {
  for (const month of ['2021-07', '2021-08', '2021-09']) {
    const run = wangge(folder, ['pay', month, '--json']);
    expect([run.status, run.err]).toEqual([0, '']);
    pays[month] = json(run);
    const warn = json(wangge(folder, ['warn', month, '--json']));
    cards[month] = new Map(warn.cards.map(({ id, card }: { id: string; card: string }) => [id, card]));
  }
  ranking = json(wangge(folder, ['rank', '2021-Q3', '--json']));
}, 120_000);

describe.each(['2021-07', '2021-08', '2021-09'])('%s', (month) => {
  test('every figure of every worker', () => {
    const rows = pays[month].workers.map((one: Fields) => [
      one.id,
      one.name,
      one.share,
      one.assessableDays,
      one.unmetDays,
      one.noDataDays,
      one.longestUnmetRun,
      one.meetingAbsences,
      yuan(one.patrolSubsidy),
      one.effectiveReports,
      one.reportBase,
      yuan(one.informationSubsidy),
      `${one.tasksDone}/${one.tasksAssigned}`,
      yuan(one.taskReward),
      yuan(one.specialReward),
      yuan(one.starReward),
      yuan(one.adjustments),
      yuan(one.carriedIn),
      yuan(one.carriedOut),
      yuan(one.total),
      cards[month]?.get(String(one.id)) ?? '',
    ]);
    expect(csv([[head], ...rows])).toBe(golden(`${month}-发放.csv`));
  });
  test('以奖代补', () => {
    const rows = pays[month].informationRewards.map((one: Fields) => [
      one.id,
      one.effectiveReports,
      yuan(one.amount),
      yuan(one.adjustments),
    ]);
    expect(csv([[rewardHead], ...rows])).toBe(golden(`${month}-以奖代补.csv`));
  });
  test('totals are the sums of the workers', () => {
    const { people, ...sums } = pays[month].totals;
    expect(people).toBe(pays[month].workers.length);
    for (const [field, sum] of Object.entries(sums)) {
      const fen = pays[month].workers.reduce(
        (all: number, one: Record<string, number>) => all + Math.round((one[field] as number) * 100),
        0,
      );
      expect(sum, field).toBe(fen / 100);
    }
  });
});

test('the quarter: ranks, composites, rewards, and who is left out', () => {
  const rows = ranking.ranking.map((one: Fields) => [one.rank, one.id, yuan(one.composite), yuan(one.reward)]);
  const out = ranking.ineligible.map((one: Fields) => [one.id, one.reason]);
  expect(csv([['名次,工号,综合分,排名奖励'], ...rows, ['未参加,原因'], ...out])).toBe(golden('2021-Q3-排名.csv'));
});

test('inputs are untouched, outputs stand where they belong', () => {
  const after = hashes(folder);
  for (const [path, hash] of Object.entries(inputs)) expect(after[path], path).toBe(hash);
  expect(Object.keys(after).filter((path) => !(path in inputs))).toEqual([
    '2021-07/输出/2021-07-公示.xlsx',
    '2021-07/输出/2021-07-工资发放表.xlsx',
    '2021-07/输出/2021-07-警告名单.xlsx',
    '2021-07/输出/results.json',
    '2021-07/输出/summary.json',
    '2021-08/输出/2021-08-公示.xlsx',
    '2021-08/输出/2021-08-工资发放表.xlsx',
    '2021-08/输出/2021-08-警告名单.xlsx',
    '2021-08/输出/results.json',
    '2021-08/输出/summary.json',
    '2021-09/输出/2021-09-公示.xlsx',
    '2021-09/输出/2021-09-工资发放表.xlsx',
    '2021-09/输出/2021-09-警告名单.xlsx',
    '2021-09/输出/results.json',
    '2021-09/输出/summary.json',
    '2021-Q3/输出/2021-Q3-星级排名.xlsx',
    '2021-Q3/输出/results.json',
    '2021-Q3/输出/summary.json',
  ]);
});
