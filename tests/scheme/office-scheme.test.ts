// Rows of 设置 and 口径确认 where one edition follows another: each edition is asked about its own rows only.
import { describe, expect, test } from 'vitest';
import type { YearMonth } from '../../src/model/civil.ts';
import { conditionsOf, officeTables } from '../../src/run/conditions.ts';
import type { EditionSource } from '../../src/scheme/parse-edition.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { memoryWorkspace } from '../memory-workspace.ts';

const [shipped] = shippedEditions();
if (shipped === undefined) throw new Error('no edition');
const { edition } = shipped;
const { 'reward.rate': _, ...kept } = edition.parameters;
const K13 = edition.interpretations.K13 as (typeof edition.interpretations)[string];

/** From 2022-01: without 以奖代补标准, with 四档奖励, 连续未达标取消天数 up to 5 only, and a K90. */
const following: EditionSource = {
  ...shipped,
  edition: {
    ...edition,
    id: 'next',
    follows: edition.id,
    inForce: { from: '2022-01' },
    items: edition.items.filter(({ item }) => item !== 'informationReward'),
    parameters: {
      ...kept,
      'patrol.forfeitRun': { ...(kept['patrol.forfeitRun'] as (typeof kept)[string]), max: 5 },
      'star.4.amount': { ...(kept['star.1.amount'] as (typeof kept)[string]), title: '四档奖励' },
    },
    interpretations: { ...edition.interpretations, K90: { ...K13, others: [] } },
  },
};
const editions = [shipped, following];

/** The faults of a month and the values of some parameters in it. */
async function under(period: string, settings: readonly string[], confirmations: readonly string[] = []) {
  const files = [
    { path: '设置.csv', text: `参数,取值,起始月\n${settings.join('\n')}\n` },
    { path: '口径.csv', text: `编号,选定,起始月\n${confirmations.join('\n')}\n` },
  ].filter(({ text }) => text.trim().includes('\n'));
  const conditions = await conditionsOf(await officeTables(memoryWorkspace(files)), editions, period as YearMonth);
  if ('code' in conditions) throw new Error(conditions.code);
  return {
    faults: conditions.problems.map(({ code, place }) => `${code} ${place.row}`),
    value: (key: string) => conditions.scheme.parameters.get(key)?.value,
    sha256: conditions.scheme.sha256,
  };
}

describe('设置', () => {
  test.each([
    ['a name of the later edition alone, before it', '2021-12', '四档奖励,60,2022-01', []],
    ['the same without a month', '2021-12', '四档奖励,60,', []],
    ['the same with a mistake: it is the later edition’s to tell', '2021-12', '四档奖励,六十,', []],
    ['in the later edition it is told', '2022-01', '四档奖励,六十,', ['settingUnreadable 2']],
    ['a name of the earlier edition alone, after it', '2022-01', '以奖代补标准,6,', []],
    ['a name of neither, in the earlier', '2021-12', '五档奖励,60,', ['settingUnknown 2']],
    ['a name of neither, in the later', '2022-01', '五档奖励,60,', ['settingUnknown 2']],
    ['a value the earlier edition allows only, in it', '2021-12', '连续未达标取消天数,6,2021-12', []],
    ['a mistake from a month after the earlier ended', '2021-12', '连续未达标取消天数,三,2022-01', []],
    ['a mistake from its last month', '2021-11', '连续未达标取消天数,三,2021-12', ['settingUnreadable 2']],
    ['a mistake without a month', '2021-11', '连续未达标取消天数,三,', ['settingUnreadable 2']],
    [
      'a mistake from a month years on, in the edition that goes on',
      '2022-01',
      '连续未达标取消天数,三,2030-01',
      ['settingUnreadable 2'],
    ],
  ])('%s', async (_title, period, row, expected) => {
    expect((await under(period, [row])).faults).toEqual(expected);
  });
  test('a row holds on in the later edition; its own row takes over', async () => {
    const rows = ['巡查补贴标准,850,2021-08', '巡查补贴标准,900,2022-02'];
    const values = ['2021-07', '2021-12', '2022-01', '2022-02'].map(async (period) =>
      (await under(period, rows)).value('patrol.amount'),
    );
    expect(await Promise.all(values)).toEqual(['800', '850', '850', '900']);
  });
  test('another edition’s rows are no part of the hash', async () => {
    const [none, other] = [await under('2021-12', []), await under('2021-12', ['四档奖励,60,'])];
    expect(other.sha256).toBe(none.sha256);
  });
});

describe('口径确认', () => {
  test.each([
    ['a number of the later edition alone, before it', '2021-12', 'K90,采用,', []],
    ['in it', '2022-01', 'K90,采用,', []],
    ['a number of neither, in the earlier', '2021-12', 'K91,采用,', ['confirmationUnknown 2']],
    ['a number of neither, in the later', '2022-01', 'K91,采用,', ['confirmationUnknown 2']],
    ['a reading not computed, from after the earlier ended', '2021-12', 'K2,丙,2022-01', []],
    ['from its last month', '2021-11', 'K2,丙,2021-12', ['confirmationNotComputed 2']],
    ['without a month', '2021-11', 'K2,丙,', ['confirmationNotComputed 2']],
    ['in the later', '2022-01', 'K2,丙,2022-01', ['confirmationNotComputed 2']],
  ])('%s', async (_title, period, row, expected) => {
    expect((await under(period, [], [row])).faults).toEqual(expected);
  });
});

test('who decided and why: 未注明 where the row does not say', async () => {
  const tables = await officeTables(
    memoryWorkspace([
      { path: '设置.csv', text: '参数,取值,决定,批准人\n巡查补贴标准,900,会议纪要,\n信息补贴标准,300,,王主任\n' },
    ]),
  );
  const conditions = await conditionsOf(tables, editions, '2021-07' as YearMonth);
  if ('code' in conditions) throw new Error(conditions.code);
  expect(['patrol.amount', 'information.amount'].map((key) => conditions.scheme.parameters.get(key)?.basis)).toEqual([
    { approver: '未注明', reason: '会议纪要' },
    { approver: '王主任', reason: '未注明' },
  ]);
});
