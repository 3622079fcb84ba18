// 问题清单 on its own: every problem with a link to its mark, cut where nobody reads on.
import { expect, test } from 'vitest';
import type { YearMonth } from '../../../src/model/civil.ts';
import type { Fen } from '../../../src/model/money.ts';
import type { IssueRecord } from '../../../src/model/record.ts';
import { problemListWorkbook } from '../../../src/views/workbook/problem-list.ts';
import { tablesOf } from './cells.ts';

const MONTH = '2021-07' as YearMonth;
const issue = (file: string | null, row: number | null): IssueRecord => ({
  severity: 'error',
  code: 'x',
  file,
  sheet: file && '7月',
  row,
  column: row === null ? null : 'D',
  message: '错',
  remedy: '改',
});
/** What is marked bears an opinion, too. */
const sheetOf = (issues: readonly IssueRecord[], marked: readonly IssueRecord[] = []) => {
  const opinionOf = (one: IssueRecord) => (marked.includes(one) ? '已核实' : null);
  const place = { path: '标注/巡查.xlsx', sheet: '7月', cell: 'D5' };
  const [sheet] = tablesOf(problemListWorkbook(MONTH, issues, new Map(marked.map((one) => [one, place])), opinionOf));
  return sheet;
};

test('a row for each problem; what is marked is linked', () => {
  const marked = { ...issue('2021-07/巡查.xlsx', 5), stake: { people: 2, amount: 120_000 as Fen } };
  const plain = issue(null, null);
  const sheet = sheetOf([marked, plain], [marked]);
  const bad = { value: '错误', style: 'bad' };
  const href = { path: '标注/巡查.xlsx', sheet: '7月', cell: 'D5' };
  expect([sheet?.title, sheet?.columns.map(({ heading }) => heading), sheet?.rows, sheet?.footer]).toEqual([
    '2021年7月 问题清单',
    ['序号', '级别', '文件', '工作表', '行', '列', '问题', '处理办法', '最多影响', '处理意见'],
    [
      [
        1,
        bad,
        { value: '2021-07/巡查.xlsx', style: 'link', href },
        '7月',
        5,
        'D',
        '错',
        '改',
        '2 人、1200.00 元',
        '已核实',
      ],
      [2, bad, null, null, null, null, '错', '改', null, null],
    ],
    [],
  ]);
  expect(sheet?.subtitle[0]).toEqual(['错误 2，警告 0，提示 0']);
});

test('nothing wrong, and more than a list holds', () => {
  expect([sheetOf([])?.rows, sheetOf([])?.footer]).toEqual([[], [['本月没有问题。']]]);
  const many = Array.from({ length: 10_001 }, () => issue('a', 1));
  expect([sheetOf(many)?.rows.length, sheetOf(many)?.footer]).toEqual([
    10_000,
    [['共 10001 处，这里只列前 10000 处；改正后请重新检查。']],
  ]);
});
