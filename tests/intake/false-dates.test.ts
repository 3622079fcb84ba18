// Dates of the data or of a title are no headings (误认的日期列).
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/intake/header/recognise.ts';
import { num, OFFICE, PERIOD, type RowSpec, rowsOf } from './book.ts';

/** `excused 1-2` for a header of two rows. */
function found(...rows: RowSpec[]): string {
  const seen = recognise(rowsOf(rows), { period: PERIOD, file: '例会.xlsx' });
  if (seen.type !== 'found') return seen.type;
  const { spec, rows: header, row } = seen.fit;
  return `${spec.kind} ${header[0]?.number}-${row.number}`;
}

const MATRIX: RowSpec[] = [
  ['手机', '项目', '7月1日', '7月2日'],
  ['19900000001', '在线率', '97%', '98%'],
];
const MARKS: RowSpec[] = [
  ['工号', '附件数', '7月5日', '7月12日'],
  ['W001', 3, '√', '×'],
];

describe('a list with dates in other columns', () => {
  test('below a header of one row', () => {
    const excused: RowSpec[] = [
      ['数据来源', '工号', '日期', '原因'],
      ['2021-09-30', null, '2021-07-26', '台风'],
    ];
    expect(found(...excused)).toBe('excused 1-1');
  });
  test('below a header of two rows', () => {
    const excused: RowSpec[] = [
      ['日期', '填报内容', null, '批次'],
      [null, '工号', '原因', null],
      [num('44403', 'date'), null, '台风', '2021-09-30'],
    ];
    expect(found(...excused)).toBe('excused 1-2');
  });
  test('above a repeated header', () => {
    const one: RowSpec = ['2021-09-30', '王芳', '2021-07-05', '2021-09-29', '2021-09-28', '出席'];
    const head: RowSpec = ['数据来源', '姓名', '日期', '批次', '核对', '签到'];
    expect(found(head, one, head, one)).toBe('meetings 1-1');
  });
});

describe('a date in a title', () => {
  const title: RowSpec = ['导出日期', '2021-10-08'];
  test('above a list', () => {
    const header: RowSpec = ['工号', '数据来源', '批次', '巡查质量', '核对', '片区'];
    expect(found(title, header, ['W001', null, null, 90])).toBe('scores 2-2');
  });
  test('above a matrix', () => expect(found(title, ...MATRIX)).toBe('patrol 2-2'));
  test('above a matrix of days alone', () => {
    const days = Array.from({ length: 31 }, (_, index) => `${index + 1}日`);
    expect(
      found(title, ['工号', '批次', '项目', '来源', ...days], ['W001', 1, '在线率', 2, ...days.map(() => '97%')]),
    ).toBe('patrol 2-2');
  });
  test('above a list with a header of two rows', () => {
    const [header, ...rows] = OFFICE.reports;
    const [id, person, ...others] = header as readonly string[];
    expect(found(title, [id as string, '上报', ...others], [null, person as string], ...rows)).toBe('reports 2-3');
  });
});

describe('a matrix', () => {
  test('with people told by 手机', () => expect(found(...MATRIX)).toBe('patrol 1-1'));
  test('with a date in another column of the first row', () => {
    const rows: RowSpec[] = [
      ['工号', '姓名', '批次', '核对', '7月5日', '7月12日'],
      [null, '王芳', '2021-09-30', '2021-09-29', '出席', '出席'],
    ];
    expect(found(...rows)).toBe('meetings 1-1');
  });
  test('whose header is repeated holds no figures because of it', () => {
    expect(found(...MARKS, MARKS[0] as RowSpec, MARKS[1] as RowSpec)).toBe('meetings 1-1');
  });
});
