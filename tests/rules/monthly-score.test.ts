// 考核评分 三（六）: six contents of equal weight, what has no data left out, rounded once, ranked (K26).
import { describe, expect, test } from 'vitest';
import { fraction } from '../../src/model/fraction.ts';
import { findingsOf, scoreOf } from './assessments.ts';
import {
  adjustment,
  day,
  decide,
  leave,
  mark,
  meeting,
  patrols,
  person,
  reports,
  type SomeFacts,
  schemeWith,
  subjectOf,
  survey,
  task,
} from './office.ts';

const ITEM = 'monthlyScore';

/** Everything done: 100 in each content. */
const good = (): SomeFacts => ({
  patrol: patrols('A', '2021-07'),
  meetings: [meeting('A', '2021-07-09', 'present'), meeting('A', '2021-07-23', 'present')],
  survey: [survey('A')],
  scores: [mark('A', 90)],
  reports: reports('A', '2021-07', 20),
  tasks: [task('A', '2021-07-09', '2021-07-09')],
});

const member = async (facts: SomeFacts, scheme?: Parameters<typeof decide>[0]['scheme']) =>
  subjectOf(
    await decide({ period: '2021-07', facts: { people: [person('A')], ...facts }, ...(scheme ? { scheme } : {}) }),
    'A',
  );
const scored = async (facts: SomeFacts) => scoreOf(await member(facts), ITEM)?.[0];

describe('a content at a time', () => {
  test.each([
    ['everything done', {}, '100'],
    [
      'one meeting of two in time: (50 + 500) ÷ 6',
      { meetings: [meeting('A', '2021-07-09', 'present'), meeting('A', '2021-07-23', 'late')] },
      '9167/100',
    ],
    [
      'leave counts below the line too',
      { meetings: [meeting('A', '2021-07-09', 'present'), meeting('A', '2021-07-23', 'onLeave')] },
      '9167/100',
    ],
    ['accuracy 97%: (97 + 500) ÷ 6', { survey: [survey('A', { accuracy: fraction(97, 100) })] }, '199/2'],
    ['11 of 22 days met: (50 + 500) ÷ 6', { patrol: patrols('A', '2021-07').slice(11) }, '9167/100'],
    ['knowledge: mean of 90% and 是', { survey: [survey('A', { keyPersonKnowledge: fraction(9, 10) })] }, '9917/100'],
    ['knowledge: mean of 100% and 否', { scores: [{ ...mark('A', 90), knowsDutyList: false }] }, '9167/100'],
    ['19 of 20 reports: (95 + 500) ÷ 6', { reports: reports('A', '2021-07', 19) }, '9917/100'],
    ['21 reports count as 20', { reports: reports('A', '2021-07', 21) }, '100'],
    ['one task of two', { tasks: [task('A', '2021-07-09', '2021-07-09'), task('A', '2021-07-09', null)] }, '9167/100'],
  ] as [string, SomeFacts, string][])('%s', async (_, changes, expected) =>
    expect(await scored({ ...good(), ...changes })).toBe(expected),
  );
});

describe('what has no data is left out', () => {
  test('the others are scaled up: (50 + 300) ÷ 4', async () => {
    const facts = { ...good(), survey: [], scores: [], meetings: good().meetings?.slice(0, 1) ?? [] };
    const late = { ...facts, meetings: [meeting('A', '2021-07-09', 'present'), meeting('A', '2021-07-23', 'absent')] };
    expect(await scored(late)).toBe('175/2');
    const findings = findingsOf(await member(late), ITEM);
    expect(findings.map(({ value }) => value)).toEqual(['5', null, '10', null, '10', '10']);
  });
  test('of 掌握基本信息 the half that is known counts whole', async () => {
    const knowing = { ...good(), survey: [], scores: [{ ...mark('A', 90), knowsDutyList: false }] };
    expect(await scored(knowing)).toBe('80');
  });
  test('on leave all month, nothing else: no score and no rank', async () => {
    const subject = await member({ leave: [leave('A', '2021-07-01', '2021-07-31', '事假')] });
    expect(scoreOf(subject, ITEM)).toEqual([null, null]);
  });
});

test('weights are the office’s to set; a weight of 0 takes a content out', async () => {
  const facts = { ...good(), tasks: [task('A', '2021-07-09', null)] };
  const under = async (weight: string) =>
    scoreOf(await member(facts, schemeWith({ 'score.weight.tasks': weight })), ITEM);
  expect([await under('10'), await under('50'), await under('0')].map((found) => found?.[0])).toEqual([
    '8333/100',
    '50',
    '100',
  ]);
});

test('the highest score is first, equal ones share the rank, pay does not change', async () => {
  const people = ['A', 'B', 'C', 'D'].map((id) => person(id));
  const facts = {
    people,
    patrol: ['A', 'B', 'C'].flatMap((id) => patrols(id, '2021-07')),
    reports: [...reports('A', '2021-07', 10), ...reports('B', '2021-07', 20), ...reports('C', '2021-07', 20)],
  };
  const result = await decide({ period: '2021-07', facts });
  expect(result.subjects.map((one) => [one.id, ...(scoreOf(one, ITEM) ?? [])])).toEqual([
    ['A', '75', 3],
    ['B', '100', 1],
    ['C', '100', 1],
    ['D', '0', 4],
  ]);
  const other = await decide({ period: '2021-07', facts, scheme: schemeWith({ 'score.weight.patrol': '90' }) });
  expect(other.subjects.map(({ total }) => total)).toEqual(result.subjects.map(({ total }) => total));
});

test('who is out of service is not scored and takes no rank', async () => {
  const gone = person('B', { left: day('2021-06-30') });
  const facts = {
    ...good(),
    people: [person('A'), gone],
    scores: [mark('A', 90), mark('B', 90)],
    adjustments: [adjustment('B', 100)],
  };
  const result = await decide({ period: '2021-07', facts });
  expect(subjectOf(result, 'B').assessments).toEqual([]);
  expect(scoreOf(subjectOf(result, 'A'), ITEM)).toEqual(['100', 1]);
});

test('the formula holds the numbers it is made of, each content its rows', async () => {
  const subject = await member({ ...good(), reports: reports('A', '2021-07', 18) });
  const found = findingsOf(subject, ITEM).find(({ key }) => key === 'score.reports');
  expect([found?.value, found?.full, found?.basis]).toEqual(['9', '10', { interpretation: 'K26', clause: '三（六）' }]);
  expect(
    found?.sources.flatMap((one) => (one.type === 'rows' && one.field === 'effective' ? one.rows : [])),
  ).toHaveLength(18);
});
