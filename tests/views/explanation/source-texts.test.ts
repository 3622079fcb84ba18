// Sources in words.
import { expect, test } from 'vitest';
import { sourceTexts } from '../../../src/views/explanation/source-texts.ts';
import type { NamedSource } from '../../../src/views/sources.ts';

const rows = (values: readonly (string | null)[], column = 'G', first = 2): NamedSource => ({
  type: 'rows',
  file: '信息.xlsx',
  sheet: '表',
  column,
  rows: values.map((_, index) => first + index),
  values,
});

test.each<[string, readonly NamedSource[], readonly string[]]>([
  ['one cell', [rows(['2021-07-12'])], ['来源 信息.xlsx!表!G2（2021-07-12）']],
  ['an empty cell', [rows([null])], ['来源 信息.xlsx!表!G2（空）']],
  [
    'cells of one row stand together',
    [rows(['专职网格员'], 'C'), rows(['2021-07-12'], 'G'), rows(['别行'], 'G', 3)],
    ['来源 信息.xlsx!表!C2（专职网格员）、G2（2021-07-12）', '来源 信息.xlsx!表!G3（别行）'],
  ],
  ['two alike', [rows(['有效', '有效'])], ['来源 信息.xlsx!表!G2、G3（均为“有效”）']],
  [
    'many alike',
    [rows(Array.from({ length: 19 }, () => '有效'))],
    ['来源 信息.xlsx!表!G2、G3、G4、G5 … 等 19 行（均为“有效”）'],
  ],
  ['counted by what they read', [rows(['是', '是', null])], ['来源 信息.xlsx!表!G2、G3、G4（“是”2、空1）']],
  ['two that differ', [rows(['是', '√'])], ['来源 信息.xlsx!表!G2（是）、G3（√）']],
  [
    'each its own',
    [rows(['T1', 'T2', 'T3', 'T4', 'T5'], 'A')],
    ['来源 信息.xlsx!表!A2（T1）、A3（T2）、A4（T3）、A5（T4）、A6（T5）'],
  ],
  [
    'too many to show',
    [rows(['1', '2', '3', '4', '5', '6', '7', '8', '9'], 'A')],
    ['来源 信息.xlsx!表!A2（1）、A3（2）、A4（3）、A5（4） … 等 9 行'],
  ],
  [
    'a cell of a matrix',
    [{ type: 'cell', file: '例会.csv', sheet: null, row: 5, column: 'D', value: '缺席' }],
    ['来源 例会.csv!D5（缺席）'],
  ],
  [
    'an absence',
    [{ type: 'absence', what: '有效信息', searched: [{ file: '信息.csv', sheet: null, rows: 30 }] }],
    ['没有有效信息；已查 信息.csv（30 行）'],
  ],
  [
    'an absence without a table',
    [{ type: 'absence', what: '认定为漏报的记录', searched: [] }],
    ['没有认定为漏报的记录；本月没有这种表'],
  ],
  [
    'records of one item',
    ['2021-07', '2021-08'].map((period) => ({ type: 'record' as const, period, item: 'x', title: '排名奖励' })),
    ['来源 2021-07、2021-08 月度记录的“排名奖励”'],
  ],
  [
    'an office’s own value',
    [
      {
        type: 'setting',
        parameter: 'patrol.amount',
        title: '巡查补贴标准',
        value: '900',
        unit: '元/月',
        cell: { file: '设置.xlsx', sheet: '设置', row: 2, column: 'B', value: '900' },
      },
    ],
    ['来源 参数“巡查补贴标准”取 900元/月：设置.xlsx!设置!B2（900）'],
  ],
])('%s', (_, sources, texts) => {
  expect(sourceTexts(sources)).toEqual(texts);
});
