// A month read end to end (读取一个月).
import { describe, expect, test } from 'vitest';
import { fraction } from '../../src/model/fraction.ts';
import { brief, readOffice } from './book.ts';

describe('the small office', () => {
  test('is read without a problem', async () => {
    const { facts, problems } = await readOffice({});
    expect(problems.map(brief)).toEqual([]);
    expect(facts.tables.map(({ id, file, kind, headerRow, rows }) => [id, file, kind, headerRow, rows])).toEqual([
      [0, '2021-07/meetings例会.xlsx', 'meetings', 1, { read: 1, used: 1, leftOut: {}, inError: 0 }],
      [1, '2021-07/patrol.xlsx', 'patrol', 1, { read: 2, used: 2, leftOut: {}, inError: 0 }],
      [2, '2021-07/reports.xlsx', 'reports', 1, { read: 1, used: 1, leftOut: {}, inError: 0 }],
      [3, '2021-07/roster.xlsx', 'roster', 1, { read: 3, used: 3, leftOut: {}, inError: 0 }],
      [4, '2021-07/tasks.xlsx', 'tasks', 1, { read: 1, used: 1, leftOut: {}, inError: 0 }],
    ]);
    expect(facts.people.map(({ id }) => id)).toEqual(['W001', 'W002', 'L001']);
    expect(facts.people[2]?.assignments[0]?.grids).toEqual(['G001', 'G002']);
    expect([...facts.patrol][0]).toEqual({
      person: 'W001',
      date: '2021-07-01',
      onlineRate: fraction(97, 100),
      hasRateColumn: true,
      met: null,
      onlineTime: 16200,
      mileage: 3200,
      keyPersonVisits: 1,
      keyPlaceVisits: 2,
      origin: { table: 1, row: 2 },
    });
    expect(facts.tasks[0]?.done).toEqual({ date: '2021-07-04', time: '10:00:00' });
    expect(facts.meetings[0]).toEqual({
      person: 'W001',
      date: '2021-07-05',
      time: null,
      meeting: null,
      attendance: 'present',
      origin: { table: 0, row: 2 },
    });
  });
});
