// Names of outputs: what a name of a person may hold and a file name may not.
import { expect, test } from 'vitest';
import type { YearMonth } from '../../src/model/civil.ts';
import { explanationPath, inFileName } from '../../src/run/paths.ts';

test.each([
  ['王芳', '王芳'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
  ['王/芳\\:*?"<>|', '王_芳________'],
  ['..', '__'],
  ['王芳. ', '王芳__'],
  ['~$王芳', '_$王芳'],
  ['王\n芳', '王_芳'],
  ['', ''],
])('%j', (text, expected) => {
  expect(inFileName(text)).toBe(expected);
});

test('the sheet for a worker', () => {
  expect(explanationPath('2021-07' as YearMonth, 'W/1', '王芳')).toBe('2021-07/输出/2021-07-W_1-王芳-说明.xlsx');
});
