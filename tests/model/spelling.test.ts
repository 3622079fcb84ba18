import { expect, test } from 'vitest';
import { nearest } from '../../src/model/spelling.ts';

const COMMANDS = [
  'status',
  'check',
  'pay',
  'rank',
  'warn',
  'close',
  'explain',
  'audit',
  'scheme',
  'schema',
  'simulate',
];

test.each([
  ['chekc', ['check']],
  ['CHECK', ['check']],
  ['ｃheck', ['check']],
  ['py', ['pay']],
  ['schem', ['scheme', 'schema']],
  ['simulat', ['simulate']],
  ['审计', []],
  ['paywarn', []],
  ['', []],
])('%s', (word, meant) => {
  expect(nearest(word, COMMANDS)).toEqual(meant);
});

test('names of people: one character of two', () => {
  expect(nearest('王方', ['王芳', '李伟'])).toEqual(['王芳']);
});
