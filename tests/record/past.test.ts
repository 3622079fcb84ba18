// What an archive keeps of earlier months is enough for every later one.
import { beforeAll, expect, test } from 'vitest';
import type { YearMonth } from '../../src/model/civil.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import { figuresOnly, historyOf, keptPast } from '../../src/record/past.ts';
import { conditionsOf, officeTables } from '../../src/run/conditions.ts';
import { decide, readFacts } from '../../src/run/decide.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { inputsOf } from '../../src/store/inputs.ts';
import { sealed } from '../../src/store/seal.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { sampleCopy } from '../commands/office.ts';

const MONTHS = ['2021-07', '2021-08', '2021-09'] as YearMonth[];
let recordOf: (month: YearMonth, history: readonly MonthRecord[]) => MonthRecord;
const whole: MonthRecord[] = [];

beforeAll(async () => {
  const workspace = await openWorkspace(sampleCopy());
  const tables = await officeTables(workspace);
  const months = new Map(
    await Promise.all(
      MONTHS.map(async (month) => {
        const conditions = await conditionsOf(tables, shippedEditions(), month);
        if ('code' in conditions) throw new Error(conditions.code);
        const inputs = await inputsOf(workspace, month);
        return [month, { conditions, inputs, read: await readFacts(inputs, conditions, []) }] as const;
      }),
    ),
  );
  recordOf = (month, history) => {
    const { conditions, inputs, read } = months.get(month) as NonNullable<ReturnType<typeof months.get>>;
    return sealed(decide(inputs, read, conditions, history).record() as MonthRecord);
  };
  for (const month of MONTHS) whole.push(recordOf(month, [...whole]));
});

test('figures of all months but the last decide the same', () => {
  const [july, august, september] = whole as [MonthRecord, MonthRecord, MonthRecord];
  expect(recordOf('2021-09' as YearMonth, [figuresOnly(july), august])).toEqual(september);
});

test('figures are a small part of a record', () => {
  const [july] = whole as [MonthRecord];
  expect(JSON.stringify(figuresOnly(july)).length * 4).toBeLessThan(JSON.stringify(july).length);
});

test('kept whole: two months back and what is cited; all of them in order', () => {
  const [july, august, september] = whole as [MonthRecord, MonthRecord, MonthRecord];
  const old = (period: string): MonthRecord => ({ ...july, period: period as YearMonth });
  const history = [old('2021-04'), old('2021-05'), old('2021-06'), july, august];
  const { whole: kept, figures } = keptPast({ ...september, subjects: [] }, history);
  expect(kept.map(({ period }) => period)).toEqual(['2021-07', '2021-08']);
  expect(figures.map(({ period }) => period)).toEqual(['2021-04', '2021-05', '2021-06']);
  expect(historyOf({ whole: kept, figures }).map(({ period }) => period)).toEqual(history.map(({ period }) => period));
  const citing = {
    ...september,
    subjects: [{ ...september.subjects[0], notes: [{ sources: [{ type: 'record', period: '2021-05' }] }] }],
  };
  expect(keptPast(citing as unknown as MonthRecord, history).whole.map(({ period }) => period)).toEqual([
    '2021-05',
    '2021-07',
    '2021-08',
  ]);
});

test('of what has only figures nothing whole is made again', () => {
  const [july, august, september] = whole as [MonthRecord, MonthRecord, MonthRecord];
  expect(keptPast(september, [figuresOnly(july), august]).whole.map(({ period }) => period)).toEqual(['2021-08']);
});
