// Headers as people make them (表头): units, notes and stars, two and three rows with groups, rows that add to headings.
import { describe, expect, test } from 'vitest';
import { parseHeading } from '../../src/intake/header/heading.ts';
import { recognise } from '../../src/intake/header/recognise.ts';
import { brief, type CellSpec, num, OFFICE, PERIOD, type RowSpec, readOffice, rowsOf } from './book.ts';

describe('headings', () => {
  test.each([
    ['在线时长\n（分钟）*', '在线时长', '分钟'],
    ['在线时长（分钟，必填）', '在线时长', '分钟'],
    ['在线时长（必填）（分钟）', '在线时长', '分钟'],
    ['在线时长（分钟）（必填）', '在线时长', '分钟'],
    ['在线时长【小时】', '在线时长', '小时'],
    ['在线时长（单位：小时）', '在线时长', '小时'],
    ['在线时长 单位：小时', '在线时长', '小时'],
    ['在线时长-分钟', '在线时长', '分钟'],
    ['在线时长：', '在线时长', null],
    ['在线时长①', '在线时长', null],
    ['在线时长²', '在线时长', null],
    ['★在线时长▲', '在线时长', null],
    ['在线时长（当日累计）', '在线时长', null],
    ['在线时长（天）', '在线时长', '天'],
    ['* 工号', '工号', null],
    ['＊工号', '工号', null],
    ['工号（必填）', '工号', null],
    ['日期▲', '日期', null],
    ['巡查里程/km', '巡查里程', 'km'],
    ['巡查里程／ＫＭ', '巡查里程', 'km'],
    ['巡查里程（公里/天）', '巡查里程', '公里'],
    ['巡查里程公里', '巡查里程', '公里'],
    ['在线率％', '在线率', '%'],
    ['金额（美元）', '金额', '美元'],
    ['村/社区', '村/社区', null],
    ['决定/依据', '决定/依据', null],
    ['（必填）', '(必填)', null],
  ])('%s', (text, base, unit) => {
    const heading = parseHeading(text);
    expect([heading.base, heading.unit]).toEqual([base, unit]);
  });
  test('a note behind brackets that belong to the name', () => {
    expect(parseHeading('村（社区）*（必填）').forms.map(({ name }) => name)).toEqual([
      '村(社区)*(必填)',
      '村(社区)',
      '村',
    ]);
  });
});

const DAY = '2021-07-01';
const found = (rows: readonly RowSpec[]) => {
  const seen = recognise(rowsOf(rows), { period: PERIOD, file: '例会.xlsx' });
  if (seen.type !== 'found') return seen.type;
  const { spec, fields, rows: header, row } = seen.fit;
  const columns = [...fields].map(
    ([field, { column, unit }]) => `${field}=${column}${unit === null ? '' : ` ${unit}`}`,
  );
  return `${spec.kind} ${header[0]?.number}-${row.number}: ${columns.join(', ')}`;
};

const GROUPED: readonly RowSpec[] = [
  ['工号', '姓名', '日期', '走访（次）', null, '在线', null, '巡查里程/km'],
  [null, null, null, '重点人员', '重点场所', '时长（分钟）', '率', null],
];
const PATROL =
  'person=0, name=1, date=2, keyPersonVisits=3 次, keyPlaceVisits=4 次, onlineTime=5 分钟, onlineRate=6, mileage=7 km';

describe('headers of several rows', () => {
  const data: RowSpec = ['W001', '王芳', DAY, 1, 2, 270, '97%', 3.2];
  test('groups above headings', () => expect(found([...GROUPED, data])).toBe(`patrol 1-2: ${PATROL}`));
  test('below titles', () =>
    expect(found([['2021年7月巡查情况'], ['导出时间：2021-08-01', null, '单位：街道'], ...GROUPED, data])).toBe(
      `patrol 3-4: ${PATROL}`,
    ));
  test('three rows', () => {
    const rows: RowSpec[] = [
      ['人员信息', null, '日期', '巡查情况'],
      ['工号', '姓名', null, '走访', null, '在线'],
      [null, null, null, '重点人员', '重点场所', '时长（分钟）'],
      data,
    ];
    expect(found(rows)).toBe(
      'patrol 1-3: person=0, name=1, date=2, keyPersonVisits=3, keyPlaceVisits=4, onlineTime=5 分钟',
    );
  });
  test('the unit stands in the group, or alone below it', () => {
    expect(
      found([
        ['工号', '日期', '在线（分钟）', null],
        [null, null, '时长', '率'],
        ['W001', DAY, 1, 1],
      ]),
    ).toBe('patrol 1-2: person=0, date=1, onlineTime=2 分钟, onlineRate=3 分钟');
    expect(
      found([
        ['工号', '日期', '在线时长', '巡查里程'],
        [null, null, '（分钟）', '公里'],
        ['W001', DAY, 1, 1],
      ]),
    ).toBe('patrol 1-2: person=0, date=1, onlineTime=2 分钟, mileage=3 公里');
  });
  test('the group tells 编号 of what', () =>
    expect(
      found([
        ['网格', null, '网格员', null, null],
        ['编号', '名称', '编号', '姓名', '岗位'],
        ['G001', '一', 'W001', '王芳', '专职网格员'],
      ]),
    ).toBe('roster 1-2: grid=0, gridName=1, person=2, name=3, role=4'));
  test('a group does not reach over a gap or a column without a heading below', () =>
    expect(
      found([
        ['工号', '日期', '在线', null, null, '备注'],
        [null, null, '时长', null, '率', null],
        ['W001', DAY, 1, 1, 1, '在线'],
      ]),
    ).toBe('patrol 1-2: person=0, date=1, onlineTime=2'));
  test('a row of notes below the headings is none of the data', async () => {
    const { facts, problems } = await readOffice({
      month: {
        meetings: [
          ['日期*', '工号*', '签到*'],
          ['（必填）', '（必填）', '（出席等）'],
          ['2021-07-05', 'W001', '出席'],
        ],
      },
    });
    expect(problems.map(brief)).toEqual([]);
    expect(facts.tables[0]).toMatchObject({ headerRow: 2, rows: { read: 1, used: 1 } });
  });
});

describe('rows of data are no headers', () => {
  const header: RowSpec = ['日期', '工号', '姓名', '在线时长（小时）', '备注'];
  test.each<[string, CellSpec[]]>([
    ['a full row', [DAY, 'W001', '王芳', 4, '无']],
    ['a row with gaps', [DAY, null, '王芳', null, null]],
    ['words that are headings elsewhere', [DAY, 'W001', '网格员', 4, '说明']],
    ['only a text', [null, null, null, null, '在线率低']],
    ['a unit in the data', [DAY, 'W001', '王芳', '4小时', '分钟']],
  ])('%s', (_, row) => {
    expect(found([header, row, row])).toBe('patrol 1-1: date=0, person=1, name=2, onlineTime=3 小时');
  });
  test('the rows of a table without gaps are read from the first on', async () => {
    const { facts } = await readOffice({});
    expect(facts.tables.map(({ headerRow, rows }) => [headerRow, rows.read])).toEqual(
      facts.tables.map(({ kind }) => [1, OFFICE[kind as keyof typeof OFFICE].length - 1]),
    );
  });
});

test('grouped headings reach the facts; the header repeated on the next page is none of them', async () => {
  const { facts, problems } = await readOffice({
    month: {
      patrol: [
        ['2021年7月巡查情况统计表'],
        ...GROUPED,
        ['W001', '王芳', DAY, 1, 2, 270, '97%', 3.2],
        ['2021年7月巡查情况统计表'],
        ...GROUPED,
        ['W001', '王芳', num('44379', 'date'), 0, 1, 240, '90%', 3],
      ],
    },
  });
  expect(problems.map(brief)).toEqual([]);
  expect([...facts.patrol].map((row) => [row.date, row.onlineTime, row.mileage, row.keyPersonVisits])).toEqual([
    ['2021-07-01', 16200, 3200, 1],
    ['2021-07-02', 14400, 3000, 0],
  ]);
  expect(facts.tables[1]?.rows).toEqual({ read: 5, used: 2, leftOut: { 重复的表头: 3 }, inError: 0 });
});

test('a measure in a unit the program does not know is an error, not a bare number', async () => {
  const { problems } = await readOffice({
    month: {
      patrol: [
        ['日期', '工号', '在线时长（天）', '巡查里程（里）', '重点人员走访', '重点场所走访'],
        [DAY, 'W001', 0.2, 6, 1, 1],
      ],
    },
  });
  expect(problems.map(brief)).toEqual([
    'error durationUnreadable 2021-07/patrol.xlsx Sheet1 2 2',
    'error distanceUnreadable 2021-07/patrol.xlsx Sheet1 2 3',
  ]);
});
