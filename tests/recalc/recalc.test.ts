// Live formulas against LibreOffice: calculated without their cached values they come to the same, under readings and
// settings of every sort, in random offices and under another edition; and a changed input is told.
import { beforeAll, describe, expect, it } from 'vitest';
import type { MonthRecord } from '../../src/model/record.ts';
import { editionsOf } from '../../src/run/editions.ts';
import { runMonth } from '../../src/run/month.ts';
import { FUNCTIONS } from '../../src/views/workbook/formula.ts';
import { payWorkbook } from '../../src/views/workbook/pay.ts';
import { rankingWorkbook } from '../../src/views/workbook/ranking.ts';
import { workbookBytes } from '../../src/writers/xlsx/write.ts';
import { month, officeFiles as plannedFiles, schemeText } from '../editions-office.ts';
import { memoryWorkspace } from '../memory-workspace.ts';
import { decidedMonths } from '../oracle/decided.ts';
import { officeFiles } from '../oracle/files.ts';
import { randomOffice } from '../oracle/random.ts';
import { quarterUnder } from '../run/sample-quarter.ts';
import { comparison } from './compare.mjs';
import { canRecalculate, recalculated } from './recalculate.mjs';
import { cellsOf, withNumber, withoutCache } from './workbook.mjs';

/** More for a longer look: RECALC_OFFICES=200. */
const OFFICES = Number(process.env.RECALC_OFFICES ?? 6);

const title = canRecalculate() ? '' : ' (skipped: soffice is not installed)';

const NOBODY = { preparedBy: null, preparedOn: null };
const bytesOf = (record: MonthRecord): Promise<Uint8Array> => workbookBytes(payWorkbook(record, NOBODY));

/** The month of some people of each role: LibreOffice reads a small workbook in a moment. */
function fewOf(record: MonthRecord): MonthRecord {
  const ofRole = (isFullTime: boolean, count: number) =>
    record.subjects.filter(({ role }) => (role === 'fullTime') === isFullTime).slice(0, count);
  return { ...record, subjects: [...ofRole(true, 7), ...ofRole(false, 2)] };
}

const SETTINGS: readonly (readonly string[])[] = [
  ['目标.在线时长.周期,周,2021-07', '目标.巡查里程.周期,月,2021-07', '目标.重点人员走访.周期,周,2021-07'].map(signed),
  ['无数据按未达标,否,2021-07', '连续未达标计算方式,自然日,2021-07', '连续未达标跨月计算,是,2021-07'].map(signed),
  [
    '会议扣款以巡查补贴为限,否,2021-07',
    '会议迟到扣减,10,2021-07',
    '当月没有派单时发任务奖励,是,2021-07',
    '逾期办结视为完成,是,2021-07',
    '巡查补贴取消时信息补贴一并取消,是,2021-07',
    '巡查补贴取消时任务奖励一并取消,是,2021-07',
  ].map(signed),
  [
    '巡查补贴标准,801.37,2021-07',
    '信息少报扣减,10.05,2021-07',
    '目标.在线率.标准,85.5,2021-07',
    '目标.在线时长.标准,4.55,2021-07',
    '目标.巡查里程.标准,3.207,2021-07',
    '信息考核基数按出勤份额折算,否,2021-07',
    '专项奖励按职责项数发,是,2021-07',
  ].map(signed),
];

function signed(row: string): string {
  return `${row},会议纪要,王主任`;
}

async function pointsTown(): Promise<MonthRecord> {
  const found = await editionsOf([{ path: 'points-town.yaml', text: schemeText('points-town.yaml') }]);
  if (!('editions' in found)) throw new Error('points-town has mistakes');
  const files = plannedFiles({
    people: { P1: 'G1 G2', P2: 'G3', P3: 'G4' },
    months: ['2021-07'],
    plan: (id) => ({
      effective: id === 'P1' ? 27 : 13,
      absences: id === 'P2' ? 1 : 0,
      mark: 87,
      offline: id === 'P3' ? 2 : 0,
      adjustment: -3,
    }),
  });
  const { record } = await runMonth(memoryWorkspace(files), found.editions, month('2021-07'));
  if (record === null) throw new Error('no record');
  return record;
}

/** August of the sample under each; its amounts rest on July too. */
const augusts: readonly MonthRecord[] = await Promise.all(
  [[], ...SETTINGS].map(async (rows) => fewOf((await quarterUnder(...rows))[1] as MonthRecord)),
);

async function randomRecords(): Promise<readonly MonthRecord[]> {
  return Promise.all(
    Array.from({ length: OFFICES }, async (_, index) => {
      const months = await decidedMonths(memoryWorkspace(officeFiles(randomOffice(7000 + index), index)));
      return [...months.values()].at(-1) as MonthRecord;
    }),
  );
}

const ofAll = async (records: readonly MonthRecord[]) => Promise.all(records.map(bytesOf));

describe.skipIf(!canRecalculate())(`recalculated by LibreOffice${title}`, () => {
  /** Everything in one run of LibreOffice: its start takes longer than a workbook. */
  const groups = new Map<string, { readonly before: readonly Uint8Array[]; readonly after: readonly Uint8Array[] }>();
  beforeAll(async () => {
    const random = await randomRecords();
    const rankings = random.flatMap((record) =>
      record.ranking ? [rankingWorkbook(record.ranking, record, NOBODY)] : [],
    );
    const settings = await ofAll(augusts);
    const before = {
      settings,
      random: await ofAll(random),
      rankings: await Promise.all(rankings.map(workbookBytes)),
      points: [await bytesOf(await pointsTown())],
      changed: [withNumber(settings[0] as Uint8Array, '巡查明细', 'F5', String(1 / 24))],
    };
    let after = recalculated(Object.values(before).flat().map(withoutCache));
    for (const [name, workbooks] of Object.entries(before)) {
      groups.set(name, { before: workbooks, after: after.slice(0, workbooks.length) });
      after = after.slice(workbooks.length);
    }
  }, 600_000);

  const comparedIn = (name: string) => {
    const { before, after } = groups.get(name) ?? { before: [], after: [] };
    return before.map((bytes, index) => comparison(bytes, after[index] as Uint8Array));
  };

  it.each([
    ['settings', 5, 800],
    ['random', OFFICES, 100],
    ['rankings', 1, 10],
    ['points', 1, 50],
  ])('%s: nothing differs', (name, workbooks, formulas) => {
    const found = comparedIn(name);
    console.log(`${name}: ${found.reduce((sum, one) => sum + one.formulas, 0)} formulas of ${found.length} workbooks`);
    expect(found.flatMap(({ differing }) => differing.slice(0, 3))).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(workbooks);
    expect(Math.min(...found.map((one) => one.formulas))).toBeGreaterThan(formulas);
  });

  it('an input changed by hand moves the amount, 核对 and the title', () => {
    const { before, after } = groups.get('changed') ?? { before: [], after: [] };
    const { differing } = comparison(groups.get('settings')?.before[0] as Uint8Array, after[0] as Uint8Array);
    const [was, is] = [before, after].map((books) => cellsOf(books[0] as Uint8Array));
    const moved = ['发放表!O4', '发放表!U4'].map(
      (cell) => Number(is?.get(cell)?.value) - Number(was?.get(cell)?.value),
    );
    expect(moved).toEqual([-25, -25]);
    expect(is?.get('发放表!A1')?.value).toBe('2021年8月 专职网格员工资发放表（已改动，非系统结果）');
    const told = differing.filter(
      ({ cell: at, recalculated: now }) => at.startsWith('核对!G') && (now === false || now === 0),
    );
    // The line, the item and the total of the person; both columns and the sum of all.
    expect(told.length).toBe(6);
    expect(differing.flatMap(({ cell: at }) => (/^发放表![OU]/.test(at) ? [at] : [])).sort()).toEqual(
      ['发放表!O11', '发放表!O4', '发放表!U11', '发放表!U4'].sort(),
    );
  });
});

it('formulas use the functions that Excel 2010, WPS and LibreOffice share, and nothing outside the workbook', async () => {
  const workbooks = await ofAll(augusts);
  const formulas = workbooks.flatMap((bytes) => [...cellsOf(bytes).values()].flatMap(({ formula }) => formula ?? []));
  const withoutText = formulas.map((formula) => formula.replace(/"[^"]*"/g, ''));
  const used = new Set(
    withoutText.flatMap((formula) => [...formula.matchAll(/([\p{L}.\d_]+)\(/gu)].map(([, name]) => name)),
  );
  expect([...used].filter((name) => !FUNCTIONS.includes(name as (typeof FUNCTIONS)[number]))).toEqual([]);
  expect(used.size).toBeGreaterThan(8);
  expect(withoutText.filter((formula) => /[[\]|]|https?:|\.xls/.test(formula))).toEqual([]);
  expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(1000);
}, 60_000);
