// Everyday ways in which exports go wrong between the system and the folder. Each takes the right tables and gives the files as
// they would lie there, with the names by which a question would have to tell of it.
import { strToU8 } from 'fflate';
import type { MemoryFile } from '../memory-workspace.ts';
import { addDays, addMonths, daysOf } from '../oracle/calendar.ts';
import type { Chance } from '../oracle/prng.ts';
import { bookFile, csvFile, csvText } from './files.ts';
import type { DamagedOffice, Table } from './office.ts';

interface Damaged {
  readonly files: readonly MemoryFile[];
  /** What a question about it may name: files, kinds, people, days, columns. */
  readonly names: readonly string[];
}

export type Damage = (office: DamagedOffice, chance: Chance) => Damaged | null;

type Rows = readonly (readonly string[])[];

const at = ({ headings }: Table, heading: string): number => {
  const found = headings.findIndex((one) => one === heading || one.replace(/（.*）$/, '') === heading);
  if (found < 0) throw new Error(`${heading} is not in ${headings.join()}`);
  return found;
};
const textIn = (table: Table, row: readonly string[], heading: string): string => row[at(table, heading)] as string;

const kindIn = ({ tables }: DamagedOffice, kind: string): Table | null =>
  tables.find((one) => one.kind === kind) ?? null;

export const filesOf = ({ tables, others }: DamagedOffice, without: readonly Table[] = []): readonly MemoryFile[] => [
  ...others,
  ...tables.filter((one) => !without.includes(one)).map(csvFile),
];

/** Tables of a few people are as well told by naming these. */
const ABOUT_SOME = ['请假', '增减项'];

const namesOf = (table: Table, ...more: readonly string[]): readonly string[] => [
  table.path.split('/').at(-1) as string,
  table.kind,
  ...(ABOUT_SOME.includes(table.kind) ? peopleIn(table) : []),
  ...more,
];

/** A kind of table that the office has, damaged; null where there is none or nothing came of it. */
const inTable =
  (kinds: readonly string[], change: (table: Table, chance: Chance, office: DamagedOffice) => Table | null): Damage =>
  (office, chance) => {
    const table = kindIn(office, chance.pick(kinds));
    const changed = table && change(table, chance, office);
    if (!table || !changed) return null;
    return { files: [...filesOf(office, [table]), csvFile(changed)], names: namesOf(table) };
  };

/** As `inTable`, for damages that are of bytes or of other files. */
const asFiles =
  (
    kinds: readonly string[],
    change: (table: Table, chance: Chance, office: DamagedOffice) => readonly MemoryFile[] | null,
  ): Damage =>
  (office, chance) => {
    const table = kindIn(office, chance.pick(kinds));
    const changed = table && change(table, chance, office);
    if (!table || !changed) return null;
    const names = changed.map(({ path }) => path.split('/').at(-1) as string);
    return { files: [...filesOf(office, [table]), ...changed], names: [...namesOf(table), ...names] };
  };

const withRows = (table: Table, rows: Rows): Table => ({ ...table, rows });
const mapped = (table: Table, heading: string, change: (text: string, row: readonly string[]) => string): Table => {
  const column = at(table, heading);
  return withRows(
    table,
    table.rows.map((row) => row.map((text, index) => (index === column ? change(text, row) : text))),
  );
};
const renamed = (table: Table, heading: string, to: string): Table => {
  const column = at(table, heading);
  return { ...table, headings: table.headings.map((one, index) => (index === column ? to : one)) };
};
const without = (table: Table, heading: string): Table => {
  const column = at(table, heading);
  const cut = (row: readonly string[]) => row.filter((_, index) => index !== column);
  return { ...table, headings: cut(table.headings), rows: table.rows.map(cut) };
};

const DATE: Readonly<Record<string, string>> = {
  巡查: '日期',
  信息: '上报时间',
  派单: '派单时间',
  例会: '日期',
  请假: '开始日期',
};
const dayOf = (table: Table, row: readonly string[]): string =>
  textIn(table, row, DATE[table.kind] as string).slice(0, 10);

const daysIn = (table: Table): readonly string[] => [...new Set(table.rows.map((row) => dayOf(table, row)))].sort();
const peopleIn = (table: Table): readonly string[] => [...new Set(table.rows.map((row) => textIn(table, row, '工号')))];

const keepDays = (table: Table, keep: (day: string) => boolean): Table =>
  withRows(
    table,
    table.rows.filter((row) => keep(dayOf(table, row))),
  );

const moveDates = (table: Table, move: (day: string) => string): Table => ({
  ...table,
  rows: table.rows.map((row) => row.map((text) => text.replace(/^\d{4}-\d{2}-\d{2}/, (day) => move(day)))),
});

const sameDay = (day: string, month: string): string => `${month}-${day.slice(8) > '28' ? '28' : day.slice(8)}`;

const DAILY = ['巡查', '信息'];
const FIGURES = ['在线时长（小时）', '巡查里程（公里）', '重点人员走访', '重点场所走访'];
const FILES = ['巡查', '信息', '派单', '例会', '请假', '增减项', '评分', '花名册'];

const minutes = (text: string): string => (text === '' ? '' : String(Math.round(Number(text) * 60)));
const metres = (text: string): string => (text === '' ? '' : String(Math.round(Number(text) * 1000)));

/** One person of a table: everybody's rows but theirs, with their name. */
const aPerson =
  (kind: string, change: (table: Table, id: string, chance: Chance) => Table): Damage =>
  (office, chance) => {
    const table = kindIn(office, kind);
    if (!table) return null;
    const id = chance.pick(peopleIn(table).filter((one) => one.startsWith('W')));
    const row = table.rows.find((one) => textIn(table, one, '工号') === id) as readonly string[];
    const changed = change(table, id, chance);
    return {
      files: [...filesOf(office, [table]), csvFile(changed)],
      names: namesOf(table, id, textIn(table, row, '姓名')),
    };
  };

const rosterOf = (office: DamagedOffice): Table => kindIn(office, '花名册') as Table;

export const DAMAGES: Readonly<Record<string, Damage>> = {
  // Rows
  'the export breaks off some days before the end': inTable(DAILY, (table, chance) => {
    const days = daysIn(table);
    const last = days.at(-chance.int(9, 14)) as string;
    return keepDays(table, (day) => day <= last);
  }),
  'the export begins late': inTable(['巡查'], (table, chance) => {
    const first = daysIn(table)[chance.int(3, 10)] as string;
    return keepDays(table, (day) => day >= first);
  }),
  'some days in the middle are missing': inTable(['巡查'], (table, chance) => {
    const days = daysIn(table);
    const from = chance.int(4, days.length - 8);
    const gone = days.slice(from, from + chance.int(1, 5));
    return keepDays(table, (day) => !gone.includes(day));
  }),
  'one person is missing': aPerson('巡查', (table, id) =>
    withRows(
      table,
      table.rows.filter((row) => textIn(table, row, '工号') !== id),
    ),
  ),
  'one person’s time is empty': aPerson('巡查', (table, id) =>
    mapped(table, '在线时长', (text, row) => (textIn(table, row, '工号') === id ? '' : text)),
  ),
  'one person’s mileage is empty from some day on': aPerson('巡查', (table, id, chance) => {
    const from = daysIn(table)[chance.int(3, 12)] as string;
    return mapped(table, '巡查里程', (text, row) =>
      textIn(table, row, '工号') === id && dayOf(table, row) >= from ? '' : text,
    );
  }),
  'one person has no reports': aPerson('信息', (table, id) =>
    withRows(
      table,
      table.rows.filter((row) => textIn(table, row, '工号') !== id),
    ),
  ),
  'one person breaks off': aPerson('巡查', (table, id, chance) => {
    const days = daysIn(table);
    const last = days[chance.int(5, days.length - 7)] as string;
    return withRows(
      table,
      table.rows.filter((row) => textIn(table, row, '工号') !== id || dayOf(table, row) <= last),
    );
  }),
  'the rows are pasted twice below each other': inTable(FILES, (table) =>
    withRows(table, [...table.rows, ...table.rows]),
  ),
  'the rows are pasted twice, the second time a figure is another': inTable(['巡查'], (table, chance) => {
    const other = mapped(table, '在线时长（小时）', (text) => (Number(text) / 2).toFixed(1));
    return withRows(table, [...table.rows, ...(chance.is(0.5) ? other.rows : other.rows.slice(0, 20))]);
  }),
  'two lines stuck together': asFiles(FILES, (table, chance) => {
    const lines = csvText(table).trimEnd().split('\n');
    if (lines.length < 4) return null;
    const line = chance.int(2, lines.length - 1);
    const glued = [...lines.slice(0, line - 1), `${lines[line - 1]},${lines[line]}`, ...lines.slice(line + 1)];
    return [{ path: table.path, text: `${glued.join('\n')}\n` }];
  }),
  'a line is cut in two': asFiles(['巡查', '信息', '例会'], (table, chance) => {
    const lines = csvText(table).trimEnd().split('\n');
    const line = chance.int(1, lines.length - 1);
    const text = lines[line] as string;
    const cut = text.indexOf(',', Math.floor(text.length / 3)) + 1;
    lines.splice(line, 1, text.slice(0, cut), text.slice(cut));
    return [{ path: table.path, text: `${lines.join('\n')}\n` }];
  }),
  'cells of some rows moved to the right': inTable(['巡查', '信息', '例会', '派单', '增减项'], (table, chance) => {
    const from = chance.int(0, table.rows.length - 1);
    const column = chance.int(0, 3);
    return withRows(
      table,
      table.rows.map((row, index) =>
        index < from || index > from + 4 ? row : [...row.slice(0, column), '', ...row.slice(column, -1)],
      ),
    );
  }),

  // Columns
  'a figure column is missing': inTable(['巡查'], (table, chance) => without(table, chance.pick(FIGURES))),
  'a figure column is empty': inTable(['巡查'], (table, chance) => mapped(table, chance.pick(FIGURES), () => '')),
  'a figure column is empty from some day on': inTable(['巡查'], (table, chance) => {
    const from = daysIn(table)[chance.int(5, 15)] as string;
    return mapped(table, chance.pick(FIGURES), (text, row) => (dayOf(table, row) >= from ? '' : text));
  }),
  'a figure column has another name': inTable(['巡查'], (table, chance) =>
    renamed(table, chance.pick(FIGURES), chance.pick(['指标三', '数据', '合格情况'])),
  ),
  'the verdict column has another name': inTable(['信息'], (table, chance) =>
    renamed(table, '是否有效', chance.pick(['核查', '结论', '办理意见'])),
  ),
  '完成时间 has another name': inTable(['派单'], (table, chance) =>
    renamed(table, '完成时间', chance.pick(['处置时点', '回单', '了结日'])),
  ),
  '截止时间 has another name': inTable(['派单'], (table, chance) => {
    const late = mapped(table, '完成时间', (text, row) =>
      text === '' ? '' : addDays(textIn(table, row, '截止时间').slice(0, 10), 2),
    );
    return renamed(late, '截止时间', chance.pick(['最迟', '限办', '要求']));
  }),
  '离职日期 has another name': (office, chance) => {
    const roster = rosterOf(office);
    const left = daysOf(office.period)[14] as string;
    const id = textIn(roster, chance.pick(roster.rows.slice(0, -2)), '工号');
    const told = mapped(roster, '离职日期', (_, row) => (textIn(roster, row, '工号') === id ? left : ''));
    return {
      files: [...filesOf(office, [roster]), csvFile(renamed(told, '离职日期', '离岗时间点'))],
      names: namesOf(roster, id),
    };
  },
  'a second amount beside the amount': inTable(['增减项'], (table, chance) => ({
    ...table,
    headings: [...table.headings, chance.pick(['补助', '加发', '另发'])],
    rows: table.rows.map((row) => [...row, String(chance.int(2, 9) * 10)]),
  })),
  'the heading row is missing': asFiles(FILES, (table) => [
    { path: table.path, text: csvText(table).split('\n').slice(1).join('\n') },
  ]),
  'headings nobody knows': inTable(['请假', '增减项', '例会', '巡查', '信息', '派单'], (table) => ({
    ...table,
    headings: table.headings.map((_, index) => `字段${index + 1}`),
  })),
  'values of two columns are exchanged': inTable(['巡查'], (table) => {
    const [a, b] = [at(table, '在线率'), at(table, '巡查里程')];
    return withRows(
      table,
      table.rows.map((row) =>
        row.map((text, index) => (index === a ? (row[b] as string) : index === b ? (row[a] as string) : text)),
      ),
    );
  }),

  // Units and formats
  'minutes below a heading of hours': inTable(['巡查'], (table) => mapped(table, '在线时长（小时）', minutes)),
  'hours below a heading of minutes': inTable(['巡查'], (table) =>
    renamed(table, '在线时长（小时）', '在线时长（分钟）'),
  ),
  'metres below a heading of kilometres': inTable(['巡查'], (table) => mapped(table, '巡查里程（公里）', metres)),
  'kilometres below a heading of metres': inTable(['巡查'], (table) =>
    renamed(table, '巡查里程（公里）', '巡查里程（米）'),
  ),
  'times without their format': inTable(['巡查'], (table, chance) =>
    renamed(
      mapped(table, '在线时长（小时）', (text) => (Number(text) / 24).toFixed(6)),
      '在线时长（小时）',
      chance.pick(['在线时长', '在线时长（小时）']),
    ),
  ),
  'a second file in other bare units': asFiles(['巡查'], (table) => {
    const bare = renamed(table, '在线时长（小时）', '在线时长');
    const middle = daysIn(table)[10] as string;
    const second = mapped(
      keepDays(bare, (day) => day > middle),
      '在线时长',
      (text) => String(Math.round(Number(text) * 4)),
    );
    return [
      csvFile(keepDays(bare, (day) => day <= middle)),
      csvFile({ ...second, path: table.path.replace('.csv', '2.csv') }),
    ];
  }),
  'numbers that a spreadsheet rounded': inTable(['信息'], (table) => mapped(table, '编号', () => '2.02107E+15')),
  'zeros before 工号 are lost': (office, chance) => {
    const digits = (id: string) => id.replace(/^[WLP]/, (letter) => ({ W: '0', L: '7', P: '8' })[letter] as string);
    const tables = office.tables.map((table) =>
      table.headings.includes('工号') ? mapped(without(table, '姓名'), '工号', digits) : table,
    );
    const roster = mapped(rosterOf(office), '工号', digits);
    const struck = chance.pick(tables.filter(({ kind }) => ['巡查', '信息', '例会'].includes(kind)));
    const lost = mapped(struck, '工号', (text) => String(Number(text)));
    const others = tables.filter((one) => one !== struck && one.kind !== '花名册');
    return { files: [...office.others, ...[roster, ...others, lost].map(csvFile)], names: namesOf(struck) };
  },
  'dates whose day and month changed places': inTable(['巡查', '信息', '例会'], (table) =>
    moveDates(table, (day) => (day.slice(8) <= '12' ? `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}` : day)),
  ),
  'dates of another year': inTable(['巡查', '信息', '派单', '例会', '请假'], (table) =>
    moveDates(table, (day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`),
  ),

  // Words
  'a verdict nobody knows': inTable(['信息'], (table, chance) => {
    const word = chance.pick(['符合', '采纳', '已阅', '1类']);
    return mapped(table, '是否有效', (text) => (text === '有效' ? word : text));
  }),
  'an attendance nobody knows': inTable(['例会'], (table, chance) => {
    const word = chance.pick(['早退', '外派', '在岗', '中途离会']);
    const one = chance.pick(peopleIn(table));
    return mapped(table, '签到', (text, row) => (textIn(table, row, '工号') === one ? word : text));
  }),
  'a kind of leave nobody knows': inTable(['请假'], (table, chance) =>
    mapped(table, '类型', () => chance.pick(['探亲', '其他', '调休'])),
  ),
  'leave that was withdrawn': inTable(['请假'], (table) => ({
    ...table,
    headings: [...table.headings, '审批状态'],
    rows: table.rows.map((row) => [...row, '已撤销']),
  })),
  'a deduction lost its sign': inTable(['增减项'], (table) => {
    if (!table.rows.some((row) => textIn(table, row, '金额').startsWith('-'))) return null;
    return mapped(table, '金额', (text) => text.replace('-', ''));
  }),
  'a role nobody knows': (office, chance) => {
    const roster = rosterOf(office);
    const id = textIn(roster, chance.pick(roster.rows), '工号');
    const changed = mapped(roster, '角色', (text, row) =>
      textIn(roster, row, '工号') === id ? chance.pick(['网格员专职', '协管员', '志愿者']) : text,
    );
    return { files: [...filesOf(office, [roster]), csvFile(changed)], names: namesOf(roster, id) };
  },
  'somebody left, without a date': (office, chance) => {
    const roster = rosterOf(office);
    const id = textIn(roster, chance.pick(roster.rows.slice(0, -2)), '工号');
    const changed = {
      ...roster,
      headings: [...roster.headings, '状态'],
      rows: roster.rows.map((row) => [...row, textIn(roster, row, '工号') === id ? '离职' : '在职']),
    };
    return { files: [...filesOf(office, [roster]), csvFile(changed)], names: namesOf(roster, id) };
  },

  // People
  'somebody is not on the roster': (office, chance) => {
    const roster = rosterOf(office);
    const gone = chance.pick(roster.rows.slice(0, -2));
    const changed = withRows(
      roster,
      roster.rows.filter((row) => row !== gone),
    );
    return {
      files: [...filesOf(office, [roster]), csvFile(changed)],
      names: namesOf(roster, textIn(roster, gone, '工号'), textIn(roster, gone, '姓名')),
    };
  },
  'a name is misspelt': aPerson('信息', (table, id) =>
    mapped(table, '姓名', (text, row) => (textIn(table, row, '工号') === id ? `${text}儿` : text)),
  ),
  'a 工号 has a digit too many': aPerson('巡查', (table, id) =>
    mapped(table, '工号', (text) => (text === id ? `${id}1` : text)),
  ),
  'one person under two 工号': (office, chance) => {
    const [roster, reports] = [rosterOf(office), kindIn(office, '信息') as Table];
    const row = chance.pick(roster.rows.slice(0, -2));
    const id = textIn(roster, row, '工号');
    const again = mapped(withRows(roster, [row]), '工号', () => `${id}B`).rows[0] as readonly string[];
    const split = mapped(reports, '工号', (text, one) =>
      text === id && dayOf(reports, one).slice(8) > '15' ? `${id}B` : text,
    );
    return {
      files: [
        ...filesOf(office, [roster, reports]),
        csvFile(withRows(roster, [...roster.rows, again])),
        csvFile(split),
      ],
      names: namesOf(roster, id, `${id}B`),
    };
  },

  // Files
  'a file without bytes': asFiles(FILES, (table) => [{ path: table.path, bytes: new Uint8Array() }]),
  'a workbook cut short': asFiles(FILES, (table) => {
    const { bytes, path } = bookFile(table.path.replace('.csv', '.xlsx'), [{ name: 'Sheet1', table }]);
    return [{ path, bytes: (bytes as Uint8Array).slice(0, Math.floor((bytes as Uint8Array).length / 2)) }];
  }),
  'an error page called a workbook': asFiles(FILES, (table) => [
    { path: table.path.replace('.csv', '.xlsx'), bytes: strToU8('会话超时，请重新登录\n') },
  ]),
  'bytes of an unknown format': asFiles(FILES, (table, chance) => [
    {
      path: table.path.replace('.csv', chance.pick(['.xls', '.xlsx'])),
      bytes: Uint8Array.from({ length: 3000 }, () => chance.int(0, 255)),
    },
  ]),
  'a file is missing': asFiles(['巡查', '信息', '派单', '例会', '花名册'], () => []),
  'a file lies in a folder of its own': asFiles(['巡查', '信息', '请假', '增减项'], (table) => [
    csvFile({ ...table, path: table.path.replace('/', '/旧/') }),
  ]),
  'a file lies in the next month’s folder': (office, chance) => {
    const table = kindIn(office, chance.pick(['巡查', '信息', '例会'])) as Table;
    const moved = csvFile({ ...table, path: table.path.replace(office.period, addMonths(office.period, 1)) });
    return { files: [...filesOf(office, [table]), moved], names: namesOf(table) };
  },
  'a file lies in the workspace’s own folder': asFiles(['巡查', '信息', '请假', '增减项', '例会'], (table) => [
    csvFile({ ...table, path: table.path.split('/').at(-1) as string }),
  ]),
  'the export of another month': inTable(['巡查', '信息', '派单', '例会'], (table, _, office) =>
    moveDates(table, (day) => sameDay(day, addMonths(office.period, -1))),
  ),
  'half of it is of another month': inTable(['信息'], (table, _, office) =>
    moveDates(table, (day) => (day.slice(8) > '15' ? sameDay(day, addMonths(office.period, -1)) : day)),
  ),
  'the file of last month and this month’s under two names': asFiles(['增减项'], (table) => [
    csvFile(table),
    csvFile({
      ...mapped(table, '金额', (text) => String(Number(text) + 10)),
      path: table.path.replace('.csv', '(1).csv'),
    }),
  ]),
  'an export of noon beside one of the evening': asFiles(['巡查'], (table) => {
    const noon = mapped(table, '在线时长（小时）', (text) => (Number(text) / 2).toFixed(1));
    return [csvFile(table), csvFile({ ...noon, path: table.path.replace('.csv', '中午.csv') })];
  }),
  'the sheet is hidden': asFiles(['请假', '增减项', '例会', '信息'], (table) => [
    bookFile(table.path.replace('.csv', '.xlsx'), [
      { name: '说明', table: { ...table, headings: ['说明'], rows: [['见下表']] } },
      { name: 'Sheet2', table, hidden: true },
    ]),
  ]),
  'amounts merged over several people': asFiles(['增减项'], (table) => {
    const { path, bytes } = bookFile(table.path.replace('.csv', '.xlsx'), [
      { name: 'Sheet1', table: mapped(table, '金额', (text, row) => (row === table.rows[1] ? '' : text)) },
    ]);
    if (table.rows.length < 2 || bytes === undefined) return null;
    return [{ path, bytes: withMerge(bytes, 'D2:D3') }];
  }),
};

import { unzipSync, zipSync } from 'fflate';

/** The first sheet with one merged range. */
function withMerge(bytes: Uint8Array, range: string): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  const xml = new TextDecoder().decode(parts[path]);
  const merged = xml.replace(
    '</sheetData>',
    `</sheetData><mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`,
  );
  return zipSync({ ...parts, [path]: strToU8(merged) });
}
