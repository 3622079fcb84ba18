// 数据来源: each input file with its hash, each table in it with its books: read = used + left out + in error.
import type { CoverageRecord, MonthRecord } from '../../../model/record.ts';
import type { RowBalance, TableInfo } from '../../../model/source.ts';
import { TABLE_KINDS } from '../../../model/terms.ts';
import { missingText, peopleText, spanText } from '../../coverage.ts';
import { cellColumns, countColumn, tableSheet, textColumn, wordColumn } from '../columns.ts';
import { type Cell, type Column, type SheetModel, styled } from '../model.ts';
import { SHEETS } from '../sheet-names.ts';

const reasonsOf = ({ leftOut }: RowBalance): string =>
  Object.entries(leftOut)
    .map(([reason, rows]) => `${reason} ${rows}`)
    .join('；');

const leftOutOf = ({ leftOut }: RowBalance): number => Object.values(leftOut).reduce((total, rows) => total + rows, 0);

const tableCells = ({ kind, sheet, rows }: TableInfo): readonly Cell[] => [
  TABLE_KINDS[kind],
  sheet,
  rows.read,
  rows.used,
  leftOutOf(rows),
  reasonsOf(rows) || null,
  rows.inError > 0 ? styled(rows.inError, 'bad') : 0,
];

const noTable = (file: string): readonly Cell[] => {
  const isOffice = !file.includes('/');
  const text = isOffice ? '没有采用的表；本单位的设置、口径、日历见规则依据、解释口径' : '没有采用的表';
  return [styled(text, 'muted'), null, null, null, null, null, null];
};

const heading = (cells: readonly (string | null)[]): readonly Cell[] =>
  cells.map((cell) => (cell === null ? null : styled(cell, 'strong')));

/** What the office has answered (不用、用词), below the files. */
function answerCells({ answered = [], wordings = [] }: MonthRecord): readonly (readonly Cell[])[] {
  return [
    ...(answered.length === 0
      ? []
      : [
          heading(['不用的文件', '列', '工作表', null, null, null, '理由', null, null, '批准人']),
          ...answered.map(({ file, sheet, column, reason, approver }): readonly Cell[] => [
            ...[file, column, sheet, null, null, null, reason, null, null, approver],
          ]),
        ]),
    ...(wordings.length === 0
      ? []
      : [
          heading(['用词', '表', '列', null, null, null, '含义', null, null, '批准人']),
          ...wordings.map(({ table, column, word, meaning, approver }): readonly Cell[] => [
            ...[word, table, column, null, null, null, meaning, null, null, approver],
          ]),
        ]),
  ];
}

/** 覆盖 below the files, in the same columns under headings of its own; a new page repeats those of the files, so rows say what they are. */
function coverageCells(coverage: readonly CoverageRecord[]): readonly (readonly Cell[])[] {
  const headings = ['覆盖', '表', '人员', '读取', '采用', '未计', '没有记录的考核日', '有误', '文件数', '起止日期'];
  if (coverage.length === 0) return [];
  return [
    heading(headings),
    ...coverage.map((one): readonly Cell[] => [
      '覆盖',
      TABLE_KINDS[one.table],
      peopleText(one) === '' ? null : `${peopleText(one)} 人`,
      one.read,
      one.used,
      one.leftOut,
      missingText(one.missing),
      one.wrong > 0 ? styled(one.wrong, 'bad') : 0,
      `${one.files} 个文件`,
      spanText(one),
    ]),
  ];
}

/** Files and tables stand in them; answers and coverage below take the same columns under headings of their own. */
const COLUMNS: readonly Column[] = [
  textColumn('文件', 12, 32),
  wordColumn('表', 6, 14),
  textColumn('工作表', 6, 14),
  countColumn('读取行'),
  countColumn('采用行'),
  countColumn('未采用行'),
  textColumn('未采用原因', 8, 30),
  countColumn('有误行'),
  countColumn('字节数'),
  textColumn('SHA-256', 32, 32),
];

export function sourcesSheet(record: MonthRecord): SheetModel {
  const { inputs, tables, calendar, program, coverage = [] } = record;
  const rows = inputs.flatMap(({ file, sha256, bytes }) => {
    const inFile = tables.filter((table) => table.file === file);
    const cells = inFile.length > 0 ? inFile.map(tableCells) : [noTable(file)];
    return cells.map((table) => [file, ...table, bytes, sha256]);
  });
  return tableSheet<readonly Cell[]>({
    name: SHEETS.sources,
    title: '数据来源',
    subtitle: [
      ['读取行＝采用行＋未采用行＋有误行'],
      [
        `工作日历：${calendar.source}，本月工作日 ${calendar.workdays.length} 天`,
        ...(calendar.overrides.length > 0 ? [`单位日历调整：${calendar.overrides.join('、')}`] : []),
        `程序版本：${program}`,
      ],
    ],
    columns: cellColumns(COLUMNS),
    rows: [...rows, ...answerCells(record), ...coverageCells(coverage)],
  });
}
