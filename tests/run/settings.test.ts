// 设置 in a workspace: own values move pay and the scheme's hash, mistakes are errors that name the cell.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { YearMonth } from '../../src/model/civil.ts';
import { severityOf } from '../../src/problems/words.ts';
import { runMonth } from '../../src/run/month.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { payDocument } from '../../src/views/documents/pay.ts';
import { type MemoryFile, memoryWorkspace } from '../memory-workspace.ts';

const SAMPLE = join(import.meta.dirname, '../../fixtures/sample');
const JULY = '2021-07' as YearMonth;
const sampleJuly: readonly MemoryFile[] = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(xlsx|csv)$/.test(path) && (path.startsWith('2021-07') || !/[\\/]/.test(path)))
  .map((path) => ({ path: path.replaceAll('\\', '/'), bytes: readFileSync(join(SAMPLE, path)) }));

async function july(...own: readonly MemoryFile[]) {
  const { record, problems } = await runMonth(memoryWorkspace([...sampleJuly, ...own]), shippedEditions(), JULY);
  const errors = problems
    .filter((one) => severityOf(one) === 'error')
    .map(({ code, place }) => `${code} ${place.row},${place.column}`);
  return { record, errors, pay: record && payDocument(record) };
}
const settings = (...rows: readonly string[]): MemoryFile => ({
  path: '设置.csv',
  text: `参数,取值,起始月,决定,批准人\n${rows.join('\n')}\n`,
});
const patrolOf = (result: Awaited<ReturnType<typeof july>>) => result.pay?.workers[0]?.patrolSubsidy;

describe('own values', () => {
  test.each([
    ['巡查补贴标准,900,,会议纪要,王主任', 900],
    ['巡查补贴标准,900元,2021-07,会议纪要,王主任', 900],
    ['patrol.amount,９００,2021-06,会议纪要,王主任', 900],
    ['巡查补贴标准,900,2021-08,会议纪要,王主任', 800],
  ])('%s', async (row, expected) => {
    expect(patrolOf(await july(settings(row)))).toBe(expected);
  });
  test('the later month holds; the hash follows; the basis is the decision', async () => {
    const result = await july(settings('巡查补贴标准,900,2021-06,一,甲', '巡查补贴标准,950,2021-07,二,乙'));
    expect(patrolOf(result)).toBe(950);
    const plain = await july();
    expect(result.record?.scheme.sha256).not.toBe(plain.record?.scheme.sha256);
    const amount = result.record?.scheme.parameters.find(({ key }) => key === 'patrol.amount');
    expect([amount?.value, amount?.basis]).toEqual(['950', { approver: '乙', reason: '二' }]);
  });
  test('a target switched off', async () => {
    const result = await july(settings('目标.巡查里程.启用,否,,,'));
    expect(result.pay?.workers.find(({ id }) => id === 'W043')?.unmetDays).toBe(0);
  });
  test('the name and the scope of the office', async () => {
    const result = await july(settings('单位名称,样例街道办事处,,,', '网格编号前缀,G00,,,'));
    expect(result.record?.office).toBe('样例街道办事处');
    expect(result.pay?.workers.map(({ id }) => id)).toEqual(Array.from({ length: 9 }, (_, index) => `W00${index + 1}`));
  });
});

describe('mistakes', () => {
  test.each([
    ['巡查补贴,900,,,', 'settingUnknown 2,0'],
    ['巡查补贴标准,九百,,,', 'settingUnreadable 2,1'],
    ['巡查补贴标准,900天,,,', 'settingUnreadable 2,1'],
    ['巡查补贴标准,-1,,,', 'settingOutOfRange 2,1'],
    ['巡查补贴标准,0.005,,,', 'settingOutOfRange 2,1'],
    ['目标.在线率.标准,101%,,,', 'settingOutOfRange 2,1'],
    ['连续未达标取消天数,2.5,,,', 'settingOutOfRange 2,1'],
    ['目标.在线时长.周期,年,,,', 'settingNotAChoice 2,1'],
  ])('%s', async (row, expected) => {
    const { errors, record } = await july(settings(row));
    expect([errors, record]).toEqual([[expected], null]);
  });
  test('two values for one month', async () => {
    expect((await july(settings('巡查补贴标准,900,2021-07,,', '巡查补贴标准,800,2021-07,,'))).errors).toEqual([
      'settingTwice 3,1',
    ]);
  });
});

describe('口径确认 and 日历', () => {
  const confirm = (row: string): MemoryFile => ({ path: '口径.csv', text: `编号,选定,起始月,决定,批准人\n${row}\n` });
  test.each([
    ['K1,采用,,,', []],
    ['K99,采用,,,', ['confirmationUnknown 2,0']],
    ['K2,跨月计算,,,', ['confirmationNotComputed 2,1']],
  ])('%s', async (row, expected) => {
    expect((await july(confirm(row))).errors).toEqual(expected);
  });
  test('a day off of the office is no workday', async () => {
    const calendar: MemoryFile = { path: '日历.csv', text: '日期,类型,依据\n2021-07-01,休息日,街道通知\n' };
    const { pay, record } = await july(calendar);
    expect([pay?.workers[0]?.assessableDays, record?.calendar.overrides]).toEqual([20, ['2021-07-01']]);
  });
  test('a day with two types', async () => {
    const calendar: MemoryFile = {
      path: '日历.csv',
      text: '日期,类型,依据\n2021-07-01,休息日,甲\n2021-07-01,工作日,乙\n',
    };
    expect((await july(calendar)).errors).toEqual(['calendarDayTwice 3,0']);
  });
});
