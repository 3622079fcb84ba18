// The sample quarter's 异常线索: how many of each kind, every named cell one of its table's, and no account, identity card
// or phone number of the roster anywhere in a record.
import { beforeAll, expect, test } from 'vitest';
import type { MonthRecord } from '../../src/model/record.ts';
import { conditionsOf, officeTables } from '../../src/run/conditions.ts';
import { readFacts } from '../../src/run/decide.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { inputsOf } from '../../src/store/inputs.ts';
import { memoryWorkspace } from '../memory-workspace.ts';
import { MONTHS, quarterUnder, sampleFiles } from './sample-quarter.ts';

let records: readonly MonthRecord[] = [];
beforeAll(async () => {
  records = await quarterUnder();
}, 120_000);

test('of each kind', () => {
  const counted = records.map(({ clues }) => {
    const counts: Record<string, number> = {};
    for (const { clue } of clues) counts[clue] = (counts[clue] ?? 0) + 1;
    return counts;
  });
  expect(counted).toEqual([
    { sameContent: 18, leaveWork: 4 },
    { totalJump: 7, headcount: 1, sameContent: 18, leaveWork: 3 },
    { leaverPaid: 1, totalJump: 6, headcount: 1, sameContent: 18, leaveWork: 1 },
  ]);
});

test('every source is a cell of a table, or an item of the record of the month before', () => {
  for (const { clues, tables, period } of records) {
    for (const { clue, text, people, sources } of clues) {
      expect(sources.length, text).toBeGreaterThan(0);
      for (const source of sources) {
        if (source.type === 'record') expect(people.map(({ id }) => id as string)).toContain(source.person);
        else if (source.type === 'cell') expect(tables[source.table]).toBeDefined();
        else if (source.type === 'rows')
          expect(Object.keys(tables[source.table]?.columns ?? {})).toContain(source.field);
        else throw new Error(`${period} ${clue} ${source.type}`);
      }
    }
  }
});

test('no number of a person’s own stands in a record', async () => {
  const workspace = memoryWorkspace(sampleFiles);
  const conditions = await conditionsOf(
    await officeTables(workspace),
    shippedEditions(),
    MONTHS[0] as (typeof MONTHS)[number],
  );
  if ('code' in conditions) throw new Error(conditions.code);
  const read = await readFacts(await inputsOf(workspace, MONTHS[0] as (typeof MONTHS)[number]), conditions, []);
  const people = read?.facts.people ?? [];
  const own = people
    .flatMap(({ bankAccount, idNumber, phone }) => [bankAccount, idNumber, phone])
    .filter((one) => one !== null);
  expect(own.length).toBeGreaterThan(people.length);
  const text = JSON.stringify(records);
  expect(own.filter((number) => text.includes(number))).toEqual([]);
  const [first] = people;
  expect(records[0]?.subjects.find(({ id }) => id === first?.id)?.accountEnding).toBe(first?.bankAccount?.slice(-4));
});
