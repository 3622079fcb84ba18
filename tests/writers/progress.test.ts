import { expect, test } from 'vitest';
import { progressOn } from '../../src/writers/progress.ts';

function screen() {
  let time = 0;
  let told = '';
  const progress = progressOn(
    (text) => {
      told += text;
    },
    () => time,
  );
  return { progress, told: () => told, wait: (ms: number) => (time += ms) };
}

test('nothing within the first second, and no more than ten lines a second', () => {
  const { progress, told, wait } = screen();
  progress.show('读取 a.xlsx', 1, 10);
  expect(told()).toBe('');
  wait(1000);
  progress.show('读取 b.xlsx', 5, 10);
  progress.show('读取 c.xlsx', 6, 10);
  expect(told()).toBe('\r[##########..........] 5/10 读取 b.xlsx');
});

test('a shorter line covers a longer one, and the line is taken away', () => {
  const { progress, told, wait } = screen();
  wait(1000);
  progress.show('读取 很长的文件名.xlsx');
  wait(100);
  progress.show('核算');
  progress.clear();
  progress.clear();
  const lines = told().split('\r');
  expect(lines).toEqual(['', '读取 很长的文件名.xlsx', `核算${' '.repeat(18)}`, ' '.repeat(4), '']);
});

test('never wider than the screen', () => {
  const { progress, told, wait } = screen();
  wait(1000);
  progress.show(`读取 ${'长'.repeat(60)}`, 1, 2);
  expect([...told()].reduce((sum, one) => sum + (one > '\u1100' ? 2 : 1), 0)).toBeLessThanOrEqual(80);
});
