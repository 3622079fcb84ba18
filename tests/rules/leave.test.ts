// 请假 and 免考 with times of day (K37): a half that a period covers counts, less does not, what is left over is asked about.
import { describe, expect, test } from 'vitest';
import type { Leave } from '../../src/model/facts.ts';
import { halfDaysOf, takenDays } from '../../src/rules/half-days.ts';
import { day, decide, excused, figure, leave, patrols, person, schemeWith, subjectOf } from './office.ts';

const [MONDAY, TUESDAY] = ['2021-07-05', '2021-07-06'];
const timed = (begins: string | null, ends: string | null, to = MONDAY, part: Leave['part'] = 'full'): Leave => ({
  ...leave('A', MONDAY, to, '事假', part),
  begins,
  ends,
});

/** `day/halves/seconds left`, by the shipped windows unless others are given. */
const taken = (one: Leave, values: Record<string, string> = {}): string =>
  takenDays(one, halfDaysOf(schemeWith(values)))
    .map(
      ({ day: date, halves, rest }) => `${date.slice(-2)}/${halves.map((half) => 'ap'[half]).join('')}/${rest / 3600}`,
    )
    .join(' ');

test.each([
  ['whole days have no times', timed(null, null, TUESDAY), '05/ap/0 06/ap/0'],
  ['exactly both windows', timed('09:00:00', '16:30:00'), '05/ap/0'],
  ['exactly the morning', timed('09:00:00', '11:30:00'), '05/a/0'],
  ['a second short of the morning', timed('09:00:01', '11:30:00'), '05//2.499722222222222'],
  ['exactly the afternoon', timed('14:00:00', '16:30:00'), '05/p/0'],
  ['a minute short of the afternoon', timed('14:00:00', '16:29:00'), '05//2.4833333333333334'],
  ['the morning and an hour behind noon', timed('08:30:00', '15:30:00'), '05/a/2.5'],
  ['noon is no work', timed('08:30:00', '13:00:00'), '05/a/0'],
  ['an hour', timed('10:00:00', '11:00:00'), '05//1'],
  ['from an afternoon to the next noon', timed('13:00:00', '12:00:00', TUESDAY), '05/p/0 06/a/0'],
  ['to 24:00', timed('13:00:00', '24:00:00'), '05/p/0'],
  ['the day begins at 00:00', timed('00:00:00', '12:00:00'), '05/a/0'],
  ['时段 besides times', timed('08:00:00', '18:00:00', MONDAY, 'morning'), '05/a/0'],
])('%s', (_, one, expected) => {
  expect(taken(one)).toBe(expected);
});

describe('each parameter moves its own edge', () => {
  test.each([
    ['leave.morning.from', '9.5', timed('09:30:00', '11:30:00'), '05//2', '05/a/0'],
    ['leave.morning.to', '11', timed('09:00:00', '11:00:00'), '05//2', '05/a/0'],
    ['leave.afternoon.from', '14.5', timed('14:30:00', '16:30:00'), '05//2', '05/p/0'],
    ['leave.afternoon.to', '16', timed('14:00:00', '16:00:00'), '05//2', '05/p/0'],
  ])('%s', (key, value, one, before, behind) => {
    expect([taken(one), taken(one, { [key]: value })]).toEqual([before, behind]);
  });
});

describe('what is said, and what counts', () => {
  const july = async (rows: Partial<Parameters<typeof decide>[0]['facts']>, values: Record<string, string> = {}) => {
    const facts = { people: [person('A')], patrol: patrols('A', '2021-07'), ...rows };
    const result = await decide({ period: '2021-07', scheme: schemeWith(values), facts });
    const said = result.problems.filter(({ code }) => /^leave|^excusedHalf/.test(code)).map(({ code }) => code);
    return [figure(subjectOf(result, 'A'), 'share'), said];
  };
  test.each([
    [
      'the half of a day is asked about where more than two hours are left',
      '15:30:01',
      {},
      ['43/44', ['leaveLeftOver']],
    ],
    ['two hours are not asked about', '15:00:00', {}, ['43/44', []]],
    ['unless the scheme says so', '15:00:00', { 'leave.rest': '1' }, ['43/44', ['leaveLeftOver']]],
    ['less than a half counts for nothing', '10:00:00', {}, ['1/1', ['leaveTooShort']]],
  ])('%s', async (_, ends, values, expected) => {
    expect(await july({ leave: [timed('08:30:00', ends)] }, values)).toEqual(expected);
  });
  test('a weekend is not asked about', async () => {
    const saturday = { ...timed('10:00:00', '11:00:00'), from: day('2021-07-03'), to: day('2021-07-03') };
    expect(await july({ leave: [saturday] })).toEqual(['1/1', []]);
  });
  test('half a day of 免考 excuses nothing, and is told', async () => {
    const half = { ...excused('A', MONDAY), part: 'morning' as const };
    expect(await july({ excused: [half] })).toEqual(['1/1', ['excusedHalfDay']]);
  });
});
