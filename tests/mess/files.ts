/** The sheets of a folder put into files under any name, each by a writer of its own. */
import type { Dice } from './dice.ts';
import type { MessSheet } from './model.ts';
import type { Writer } from './writers/writer.ts';

const STEMS = [
  '导出',
  '导出(3)',
  '新建 Microsoft Excel 工作表',
  '平安系统导出 20211008',
  '１０月汇总（最终版）',
  '最终版-改2',
  'Sheet1',
  'export_final',
  '各网格 数据',
  '[重要]报送',
  '工作簿1',
  '数据.备份',
];
const EXTENSIONS = ['xls', 'xlsx', 'csv', 'et', 'txt', 'XLSX'];

/** A file name no other file of the folder has; the extension may be of another format: the bytes decide. */
export function fileName(extension: string, index: number, dice: Dice): string {
  const wrong = dice.does('file names', 'wrong extension', 0.2);
  const shown = wrong ? dice.pick(EXTENSIONS) : extension;
  return `${dice.pick(STEMS)}${index + 1}.${shown}`;
}

export function folderOf(month: string, dice: Dice): string {
  if (month === '') return '';
  return dice.does('folders', 'subfolder', 0.15)
    ? `${month}/${dice.pick(['平安系统', '各村 上报', '补'])}/`
    : `${month}/`;
}

const SHEET_NAMES = ['Sheet', '工作表', '导出', '数据 '];

export const sheetName = (index: number, dice: Dice): string => `${dice.pick(SHEET_NAMES)}${index + 1}`;

const RUBBISH = ['#待定', '0.5', '草稿', '张三', '2021-07-05', '勿删', '巡查', '---'];

const textRows = (rows: readonly (readonly string[])[]): MessSheet['rows'] =>
  rows.map((row) => row.map((text) => ({ kind: 'text', text })));

function extraSheet(name: string, hidden: boolean, rows: readonly (readonly string[])[]): MessSheet {
  return { name, hidden, rows: textRows(rows), merges: [], hiddenRows: new Set(), styledRows: 0 };
}

/** Sheets that hold no table: a hidden one, a note, an empty one. */
export function extraSheets(writer: Writer, dice: Dice): MessSheet[] {
  if (!writer.manySheets) return [];
  const hidden = writer.hiddenSheets && dice.does('sheets', 'hidden rubbish', 0.12);
  const trap = writer.hiddenSheets && dice.does('sheets', 'hidden old table', 0.08);
  const note = dice.does('sheets', 'note', 0.12);
  const empty = dice.does('sheets', 'empty', 0.08);
  const scraps = Array.from({ length: 5 }, () => Array.from({ length: 3 }, () => dice.pick(RUBBISH)));
  return [
    ...(hidden ? [extraSheet('hidden1', true, scraps)] : []),
    ...(trap ? [extraSheet('旧表', true, OLD_TABLE)] : []),
    ...(note ? [extraSheet('填表说明', false, NOTE)] : []),
    ...(empty ? [extraSheet('Sheet99', false, [])] : []),
  ];
}

/** A hidden table would change results if it were read. */
const OLD_TABLE = [
  ['日期', '工号', '在线率', '在线时长', '巡查里程', '重点人员走访', '重点场所走访'],
  ['2021-07-05', 'W001', '1%', '0:01', '1米', '0', '0'],
  ['2021-08-05', 'W001', '1%', '0:01', '1米', '0', '0'],
  ['2021-09-06', 'W001', '1%', '0:01', '1米', '0', '0'],
];

const NOTE = [['填表说明'], ['一、每月5日前报送。'], ['二、时长请按系统导出填写。', '联系人：周小明']];
