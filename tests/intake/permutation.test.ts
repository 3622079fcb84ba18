// Row order, file names and batch sizes change nothing but origins (与行序、文件名无关).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMonth } from '../../src/intake/read-month.ts';
import type { Facts } from '../../src/model/facts.ts';
import { file, OFFICE, PERIOD, type RowSpec, sheet } from './book.ts';

const DAYS = ['2021-07-01', '2021-07-02', '2021-07-05', '2021-07-06', '2021-06-30'];
const WORKERS = ['W001', 'W002', 'L001'];
const patrolRow = fc
  .tuple(
    fc.constantFrom(...DAYS),
    fc.constantFrom(...WORKERS),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 30 }),
  )
  .map(([day, id, km, hours]): RowSpec => [day, id, '', `${km * 10}%`, hours, km, 1, null]);
const reportRow = fc
  .tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom(...WORKERS),
    fc.constantFrom(...DAYS),
    fc.constantFrom('有效', '无效', '待审核'),
  )
  .map(([id, person, day, effective]): RowSpec => [`R${id}`, person, '', day, '其他', 'G001', effective]);

const content = (facts: Facts) => {
  const plain = (list: readonly object[]) =>
    list
      .map((fact) =>
        JSON.stringify({ ...fact, origin: 0 }, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
      )
      .sort();
  return [
    plain([...facts.patrol]),
    plain([...facts.reports]),
    plain(facts.meetings),
    facts.people.map(({ id }) => id).sort(),
  ];
};

const shuffled = <T>(rows: readonly T[]) => fc.shuffledSubarray([...rows], { minLength: rows.length });

const read = (name: string, batch: number, patrol: readonly RowSpec[], reports: readonly RowSpec[]) =>
  readMonth({
    period: PERIOD,
    month: Object.entries({
      ...OFFICE,
      patrol: [OFFICE.patrol[0] as RowSpec, ...patrol],
      reports: [OFFICE.reports[0] as RowSpec, ...reports],
    }).map(([table, rows]) => file(`2021-07/${name}${table}.xlsx`, () => [sheet('S', rows, { batch })])),
    previous: [],
    root: [],
    scope: null,
    switchedOff: new Set(),
  });

test('permuted rows give the same facts and as many problems', () =>
  fc.assert(
    fc.asyncProperty(
      fc
        .tuple(fc.array(patrolRow, { maxLength: 30 }), fc.array(reportRow, { maxLength: 12 }))
        .chain(([patrol, reports]) =>
          fc.record({
            patrol: fc.constant(patrol),
            reports: fc.constant(reports),
            patrolAgain: shuffled(patrol),
            reportsAgain: shuffled(reports),
            batch: fc.integer({ min: 1, max: 50 }),
          }),
        ),
      async ({ patrol, reports, patrolAgain, reportsAgain, batch }) => {
        const first = await read('a', 1000, patrol, reports);
        const second = await read('z', batch, patrolAgain, reportsAgain);
        expect(content(second.facts)).toEqual(content(first.facts));
        const codes = (problems: typeof first.problems) => problems.map(({ code }) => code).sort();
        expect(codes(second.problems)).toEqual(codes(first.problems));
      },
    ),
    { numRuns: 100 },
  ));
