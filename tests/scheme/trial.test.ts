// 测算: a scheme with other values, and the readings beside those taken.
import { expect, test } from 'vitest';
import { alternativesOf } from '../../src/scheme/alternatives.ts';
import type { Scheme } from '../../src/scheme/scheme.ts';
import { schemeOf } from '../../src/scheme/scheme.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { withValues } from '../../src/scheme/trial.ts';

const source = shippedEditions().find(({ edition }) => edition.id === 'yanhu-2021');
if (source === undefined) throw new Error('no yanhu-2021');
const scheme = schemeOf(source.edition, 'hash');
const confirmed: Scheme = {
  ...scheme,
  readings: scheme.readings.map((one) => ({ ...one, confirmed: { from: null, approver: '王主任', reason: null } })),
};
const reading = ({ readings }: Scheme, number: string) => readings.find((one) => one.number === number);
const trial = withValues(confirmed, new Map([['patrol.runBasis', '自然日']]));

test('only what is asked for changes, on nobody’s authority, without a hash', () => {
  expect(trial.parameters.get('patrol.runBasis')).toMatchObject({
    value: '自然日',
    basis: { approver: '测算', reason: '现行取值 考核日' },
    place: null,
  });
  const others = [...trial.parameters].filter(([key]) => key !== 'patrol.runBasis');
  expect(others.every(([key, parameter]) => parameter === scheme.parameters.get(key))).toBe(true);
  expect(trial.sha256).toBe('');
});

test('the reading follows, and is no longer the confirmed one', () => {
  expect([reading(trial, 'K1')?.taken, reading(trial, 'K1')?.confirmed]).toEqual(['丙', null]);
  expect(reading(trial, 'K2')?.confirmed?.approver).toBe('王主任');
});

test('values in force already change nothing', () => {
  expect(withValues(scheme, new Map([['patrol.deduction', '25.0']]))).toBe(scheme);
  expect(withValues(scheme, new Map())).toBe(scheme);
});

test('alternatives by number and label; the shipped reading where another is taken', () => {
  const labels = (...schemes: Scheme[]) =>
    alternativesOf(schemes)
      .map(({ number, label }) => `${number}${label}`)
      .filter((one) => /^K1[甲乙丙]/.test(one));
  expect(labels(scheme)).toEqual(['K1乙', 'K1丙']);
  expect(labels(trial)).toEqual(['K1甲', 'K1乙']);
  expect(labels(scheme, trial)).toEqual(['K1甲', 'K1乙', 'K1丙']);
  const numbers = alternativesOf([scheme]).map(({ number }) => Number(number.slice(1)));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('a reading tried is told with its own values', () => {
  const rate = withValues(scheme, new Map([['target.onlineRate.threshold', '100']]));
  const shipped = alternativesOf([rate]).find(({ number, label }) => number === 'K5' && label === '甲');
  expect(shipped?.reading).toContain('在线率不低于80%');
});
