// The sheets of assessments on the sample's September: 考核评分, 工作要求, 网格考核, 网格配置, the lists of 四（二）.
import { beforeAll, describe, expect, test } from 'vitest';
import type { MonthRecord } from '../../../src/model/record.ts';
import { rankDocument } from '../../../src/views/documents/rank.ts';
import { warnDocument } from '../../../src/views/documents/warn.ts';
import { cardsWorkbook } from '../../../src/views/workbook/cards.ts';
import { cellOf, type SheetModel, type WorkbookModel } from '../../../src/views/workbook/model.ts';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import { rankingWorkbook } from '../../../src/views/workbook/ranking.ts';
import { quarterUnder } from '../../run/sample-quarter.ts';
import { sheetNamed as sheetOf } from './cells.ts';
import { monthRecord } from './record.ts';

const NOBODY = { preparedBy: null, preparedOn: null };
const rowOf = (sheet: SheetModel, id: string) => {
  const row = sheet.rows.find((cells) => cells.some((cell) => cellOf(cell).value === id));
  return row?.map((cell) => cellOf(cell).value);
};
const headings = ({ columns }: SheetModel) => columns.map(({ heading }) => heading.split('\n')[0]);

let september: MonthRecord;
let book: WorkbookModel;
beforeAll(async () => {
  september = (await quarterUnder()).at(-1) as MonthRecord;
  book = payWorkbook(september, NOBODY);
});

test('考核评分: contents of 100, the score, its rank', () => {
  const sheet = sheetOf(book, '考核评分');
  expect(headings(sheet).slice(4)).toEqual([
    '培训例会',
    '录入更新',
    '巡查走访',
    '掌握基本信息',
    '报送信息',
    '事项处置',
    '得分',
    '名次',
  ]);
  expect(rowOf(sheet, 'W018')).toEqual([18, 'W018', '王芳', 'G018', 100, 99, 90.91, 97.5, 100, 87.5, 95.82, 44]);
  // One of the 46 who are paid had left before.
  expect(sheet.rows).toHaveLength(45);
});

test('工作要求: what was reached of what was due, and what was not', () => {
  const sheet = sheetOf(book, '工作要求');
  expect(sheet.columns.map(({ heading }) => heading.split('\n')[1]).filter(Boolean)).toEqual([
    '三（四）要求1',
    '三（四）要求2',
    '三（四）要求2',
    '三（四）要求3',
    '三（四）要求3',
    '三（四）要求4',
    '三（四）要求5',
    '三（四）要求5',
    '三（四）要求6',
    '三（四）要求7',
    '三（四）要求8',
    '三（六）1',
  ]);
  expect(rowOf(sheet, 'W005')?.slice(3)).toEqual([
    '22/22',
    '20/22',
    '21/22',
    '97%',
    '100%',
    '无数据',
    '95%',
    '94%',
    '21/20',
    '8/8',
    '1/1',
    '是',
    '在线时长达标的考核日；巡查里程达标的考核日；信息采集准确率',
  ]);
});

test('网格考核 by rank, and 网格配置 with what is lacking', () => {
  const scores = sheetOf(book, '网格考核');
  const ranks = scores.rows.map(([rank]) => Number(rank));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(rowOf(scores, 'G041')).toEqual([
    ...[33, 'G041', '里仁坂村第二网格', '里仁坂村', '19/19', 21, 0, 5, 0, '8/8', 0, 1],
    ...[30, 30, 30, 7.5, 0, 97.5],
  ]);
  const teams = sheetOf(book, '网格配置');
  expect(teams.subtitle[0]?.[1]).toBe('网格 45 个，不符 2 个');
  expect(rowOf(teams, 'G041')?.slice(-4)).toEqual([null, '4/4', '4/4', '党员成员 0 名（应不少于 1 名），1至30日']);
  expect(rowOf(teams, 'G001')?.at(-1)).toBe('符合');
});

describe('lists of 四（二）', () => {
  test('whom to look at: red cards first, then who did not reach a requirement', () => {
    const sheet = sheetOf(cardsWorkbook(september, [], NOBODY), '拟调整核查名单');
    const { removals } = warnDocument(september);
    expect(sheet.rows).toHaveLength(removals.length);
    expect(removals.map(({ red }) => red)).toEqual(
      [...removals.map(({ red }) => red)].sort((a, b) => Number(b) - Number(a)),
    );
    const red = september.subjects.filter(({ figures }) => figures.card?.value === 'red').map(({ id }) => id);
    expect(removals.filter((one) => one.red).map(({ id }) => id)).toEqual(red);
    expect(removals.find(({ id }) => id === 'W005')?.duties.map(({ key }) => key)).toEqual([
      'onlineTime',
      'mileage',
      'accuracy',
    ]);
    expect(removals.some(({ id }) => id === 'W002')).toBe(false);
  });
  test('candidates have three stars', () => {
    const { ranking } = september;
    if (ranking === null) throw new Error('no ranking');
    const sheet = sheetOf(rankingWorkbook(ranking, september, NOBODY), '后备干部候选名单');
    const { candidates } = rankDocument(september, ranking);
    expect(candidates.length).toBeGreaterThanOrEqual(5);
    expect(candidates.every(({ stars }) => stars === 3)).toBe(true);
    expect(sheet.rows.map((row) => row[1])).toEqual(candidates.map(({ id }) => id));
  });
});

test('an edition without such items has no such sheets', () => {
  const names = payWorkbook(monthRecord(3), NOBODY).sheets.map(({ name }) => name);
  expect(names.filter((name) => ['考核评分', '工作要求', '网格考核', '网格配置'].includes(name))).toEqual([]);
});
