// An item's parameters are checked by their unit, and an edition that does not fit is refused by name.
import { describe, expect, test } from 'vitest';
import { rulesOf } from '../../src/rules/kinds.ts';
import { choice, money, period, quantity, threshold, word, yesNo } from '../../src/rules/parameters.ts';
import { SHIPPED } from './office.ts';

const SHAPES = { money, quantity, threshold, period, yesNo, word };
const parameter = (unit: string) => ({ key: 'x', unit, basis: { interpretation: 'K1' } });
const fits = (value: unknown) =>
  Object.entries(SHAPES)
    .filter(([, shape]) => shape().safeParse(value).success)
    .map(([name]) => name)
    .join(' ');

describe('which shapes a parameter fits', () => {
  test.each([
    ['元', 'money'],
    ['元/月', 'money'],
    ['元/天', 'money'],
    ['天', 'quantity'],
    ['条', 'quantity'],
    ['次', 'quantity threshold'],
    ['%', 'quantity threshold'],
    ['小时', 'quantity threshold'],
    ['公里', 'quantity threshold'],
    ['周期', 'period'],
    ['是否', 'yesNo'],
    ['选项', 'word'],
  ])('%s: %s', (unit, expected) => {
    expect(fits(parameter(unit))).toBe(expected);
  });
  test.each([
    ['null', null],
    ['a number', 800],
    ['text', '元'],
    ['no key', { unit: '元', basis: {} }],
    ['no unit', { key: 'x', basis: {} }],
    ['no basis', { key: 'x', unit: '元' }],
    ['nothing but a unit', { unit: '次' }],
  ])('%s: none', (_, value) => {
    expect(fits(value)).toBe('');
  });
});

test.each([
  ['甲', true],
  ['乙', true],
  ['丙', false],
])('a choice of 甲 and 乙: %s', (value, expected) => {
  expect(choice('甲', '乙').safeParse({ ...parameter('选项'), value }).success).toBe(expected);
});

describe('an edition whose items do not fit', () => {
  const withItem = (item: string, changes: object) => ({
    ...SHIPPED,
    edition: {
      ...SHIPPED.edition,
      items: SHIPPED.edition.items.map((one) => (one.item === item ? { ...one, ...changes } : one)),
    },
  });
  const SPECIAL = {
    amount: '$special.amount',
    done: 'specialDutiesDone',
    perDuty: '$special.perDuty',
    label: '专项职责',
  };
  test.each([
    ['a rule kind that is none', { kind: 'noSuchKind' }, /specialReward: unknown rule kind noSuchKind/],
    ['a parameter that is none', { with: { ...SPECIAL, amount: '$no.such' } }, /unknown parameter/],
    ['a number in place of a parameter', { with: { ...SPECIAL, amount: 500 } }, /specialReward: amount/],
    ['nothing in place of a parameter', { with: { ...SPECIAL, amount: null } }, /specialReward: amount/],
    ['a parameter of another unit', { with: { ...SPECIAL, amount: '$card.red' } }, /specialReward: amount/],
    ['a name too many', { with: { ...SPECIAL, more: true } }, /specialReward/],
  ])('%s', async (_, changes, message) => {
    await expect(rulesOf(withItem('specialReward', changes))).rejects.toThrow(message);
    await expect(rulesOf(withItem('specialReward', changes))).rejects.toThrow(RangeError);
  });
});
