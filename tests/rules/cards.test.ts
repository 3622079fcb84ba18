// 三（六）末段: a month that fails is a yellow card, two in a row a red one.
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/model/facts.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import { day, decide, figure, leave, patrols, person, recordOf, subjectOf } from './office.ts';

/** Months in order, each failed (F), passed (P), without an assessable day (-) or not to be had (?). */
async function cardsOver(pattern: string, member: Person = person('A')) {
  let history: MonthRecord[] = [];
  const cards: unknown[] = [];
  for (const [index, mark] of [...pattern].entries()) {
    const period = `2021-${String(index + 6).padStart(2, '0')}`;
    if (mark === '?') {
      history = [];
      continue;
    }
    const facts = {
      people: [member],
      patrol: mark === 'P' ? patrols('A', period) : [],
      leave:
        mark === '-'
          ? [leave('A', `${period}-01`, `${period}-30`, '产假'), leave('A', `${period}-31`, `${period}-31`, '产假')]
          : [],
    };
    const result = await decide({ period, facts, history, schemeStart: '2021-06' });
    const subject = subjectOf(result, 'A');
    cards.push([figure(subject, 'card'), figure(subject, 'consecutiveFailedMonths'), result.cardsIncomplete]);
    history = [...history, recordOf(period, result)];
  }
  return cards;
}

describe('the ladder', () => {
  test.each([
    ['P', [['', '0', false]]],
    ['F', [['yellow', '1', false]]],
    [
      'FF',
      [
        ['yellow', '1', false],
        ['red', '2', false],
      ],
    ],
    [
      'FFF',
      [
        ['yellow', '1', false],
        ['red', '2', false],
        ['red', '3', false],
      ],
    ],
    [
      'FPF',
      [
        ['yellow', '1', false],
        ['', '0', false],
        ['yellow', '1', false],
      ],
    ],
    [
      'F-F',
      [
        ['yellow', '1', false],
        ['', '0', false],
        ['red', '2', false],
      ],
    ],
    ['?F', [['yellow', '1', true]]],
    ['?P', [['', '0', false]]],
    [
      '?FF',
      [
        ['yellow', '1', true],
        ['red', '2', false],
      ],
    ],
    [
      '?-F',
      [
        ['', '0', false],
        ['yellow', '1', true],
      ],
    ],
  ])('%s', async (pattern, expected) => {
    expect(await cardsOver(pattern)).toEqual(expected);
  });
  test('hiring ends the walk back', async () => {
    expect(await cardsOver('?F', person('A', { hired: day('2021-07-01') }))).toEqual([['yellow', '1', false]]);
    expect(await cardsOver('?F', person('A', { hired: day('2021-06-30') }))).toEqual([['yellow', '1', true]]);
  });
});
