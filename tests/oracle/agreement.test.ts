// The product against the naive second implementation, over random offices: equal to the fen, count, rank and card.
import { afterAll, describe, expect, test } from 'vitest';
import { monthsOf, parseQuarter, type Quarter, type YearMonth } from '../../src/model/civil.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import { recordBytes } from '../../src/record/read.ts';
import { runMonth } from '../../src/run/month.ts';
import { recordPath } from '../../src/run/paths.ts';
import { runQuarter } from '../../src/run/quarter.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { payDocument } from '../../src/views/documents/pay.ts';
import { rankDocument } from '../../src/views/documents/rank.ts';
import { warnDocument } from '../../src/views/documents/warn.ts';
import { type MemoryWorkspace, memoryWorkspace } from '../memory-workspace.ts';
import { decidedMonths, errorsOf } from './decided.ts';
import { officeFiles } from './files.ts';
import { expectedPay, expectedRank, expectedWarn } from './naive.ts';
import { randomOffice } from './random.ts';

/** With WANGGE_ALL=1 (npm run prove) 10,000 person-months and 200 rankings, else about a quarter of them. */
const SEEDS = Number(process.env.AGREEMENT_OFFICES ?? (process.env.WANGGE_ALL === '1' ? 230 : 60));
const FIRST = Number(process.env.AGREEMENT_FIRST ?? 1);
const compared = { personMonths: 0, rankings: 0 };

/** What follows from scores, grids and duties is compared on offices of their own. */
const stripped = ({ scheme: _, ...document }: Record<string, unknown>) => {
  const { scores: _s, grids: _g, duties: _d, coverage: _v, removals: _r, candidates: _c, ...rest } = document;
  return rest;
};

afterAll(() => {
  console.log(`compared ${compared.personMonths} person-months, ${compared.rankings} rankings of ${SEEDS} offices`);
  if (SEEDS < 230) return;
  expect(compared.personMonths).toBeGreaterThanOrEqual(10_000);
  expect(compared.rankings).toBeGreaterThanOrEqual(200);
});

/** Every tenth office goes the whole way: records are written, read again, and ranked from. */
async function recordsOf(workspace: MemoryWorkspace, seed: number): Promise<Records> {
  if (seed % 10 !== 0) {
    const records = await decidedMonths(workspace);
    return { months: records, quarter: async (quarter) => records.get(monthsOf(quarter)[2]) ?? null };
  }
  const months = new Map<YearMonth, MonthRecord>();
  for (const month of workspace.months) {
    const { record, problems } = await runMonth(workspace, shippedEditions(), month);
    expect(errorsOf(problems)).toEqual([]);
    if (record === null) throw new Error('no record');
    workspace.write(recordPath(month), recordBytes(record));
    months.set(month, record);
  }
  return { months, quarter: async (quarter) => (await runQuarter(workspace, shippedEditions(), quarter)).record };
}

interface Records {
  readonly months: ReadonlyMap<YearMonth, MonthRecord>;
  /** Of the quarter's last month. */
  readonly quarter: (quarter: Quarter) => Promise<MonthRecord | null>;
}

describe('agreement with the second implementation', () => {
  test.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))('office %i', async (seed) => {
    const office = randomOffice(seed);
    const workspace = memoryWorkspace(officeFiles(office, seed));
    const { months, quarter: lastOf } = await recordsOf(workspace, seed);
    for (const [month, record] of months) {
      const { period: _p, ...pay } = expectedPay(office, month);
      expect(stripped(payDocument(record)), `pay ${month}`).toEqual(pay);
      compared.personMonths += pay.workers.length + pay.informationRewards.length;
      const { period: _w, ...warn } = expectedWarn(office, month);
      expect(stripped(warnDocument(record)), `warn ${month}`).toEqual(warn);
    }
    for (const quarter of new Set(workspace.months.map(quarterOfMonth))) {
      const record = await lastOf(quarter);
      const expected = expectedRank(office, quarter);
      const ranking = record?.ranking ?? null;
      if (expected === null) expect(ranking).toBeNull();
      else {
        compared.rankings += 1;
        const { period: _r, ...rank } = expected;
        expect(record && ranking && stripped(rankDocument(record, ranking)), `rank ${quarter}`).toEqual(rank);
      }
    }
  });
});

function quarterOfMonth(month: YearMonth): Quarter {
  const [year, number] = month.split('-');
  return parseQuarter(`${year}-Q${Math.ceil(Number(number) / 3)}`) as Quarter;
}
