// What became of every file (`check --verbose`): the kind each sheet was taken for, its headings, its columns, its rows.
import type { ColumnAccount, SheetAccount, SheetFate } from '../intake/reading.ts';
import { columnLetter, type RowBalance } from '../model/source.ts';
import { TABLE_KINDS } from '../model/terms.ts';
import { wordsOf } from '../problems/words.ts';
import type { Branch } from './branch.ts';

const FATES: Record<Exclude<SheetFate, 'read'>, string> = {
  lookup: '上月的表，只用来查人',
  superseded: '未采用：本月文件夹有自己的表',
  elsewhere: '未读取：不应放在这个文件夹',
  notNeeded: '本月不用这张表，未读取',
  notRecognised: '没有认出是哪种表，未读取',
  ambiguous: '同时符合几种表，未读取',
  hidden: '隐藏的工作表，未读取',
  notUsed: '本单位写明不用（“不用”表），未读取',
  otherLayout: '不是本方案用的表，未读取',
  empty: '空表',
  ownOutput: '本程序生成的文件，不作为输入',
  unreadable: '未读取',
};

function headerText({ headerTop, headerRow }: SheetAccount): string[] {
  if (headerRow === null) return [];
  return [`表头在第 ${headerTop === headerRow ? headerRow : `${headerTop} 至 ${headerRow}`} 行`];
}

function fateText(account: SheetAccount): string {
  const { fate, kind, why } = account;
  const taken = kind === null ? [] : [`认作“${TABLE_KINDS[kind]}”`];
  const told = fate === 'read' ? [] : [why === null ? FATES[fate] : wordsOf(why).message];
  return [...taken, ...headerText(account), ...told].join('，');
}

/** `D “走访时长” → 在线时长，单位分钟` */
function usedText({ column, heading, meaning, unit }: ColumnAccount): string {
  const isSame = heading === meaning || heading === `${meaning}(${unit})`;
  const stands = isSame ? heading : `“${heading}” → ${meaning}`;
  return `${columnLetter(column)} ${stands}${unit === null || isSame ? '' : `，单位${unit}`}`;
}

/** `C 至 AG 共 31 列，2021-07-01 至 2021-07-31` */
function datesText(columns: readonly ColumnAccount[]): string[] {
  const days = columns.flatMap(({ date }) => date ?? []).sort();
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return [];
  const reach = `${columnLetter(first.column)} 至 ${columnLetter(last.column)} 共 ${columns.length} 列`;
  return [`${reach}，${days[0]} 至 ${days.at(-1)}`];
}

const listed = (label: string, texts: readonly string[]): Branch[] =>
  texts.length === 0 ? [] : [{ text: `${label}：${texts.join('；')}`, below: [] }];

function rowsText({ read, used, leftOut, inError }: RowBalance): string {
  const reasons = Object.entries(leftOut).map(([reason, count]) => `${reason} ${count}`);
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  return `读取 ${read}＝采用 ${used}＋未计 ${left}${reasons.length > 0 ? `（${reasons.join('，')}）` : ''}＋有误 ${inError}`;
}

const sheetBranch = (account: SheetAccount): Branch => ({
  text: account.sheet === null ? account.file : `${account.file} › ${account.sheet}`,
  below: [
    { text: fateText(account), below: [] },
    ...listed('采用的列', account.columns.filter(({ field, date }) => field !== null && date === null).map(usedText)),
    ...listed('每日一列', datesText(account.columns.filter(({ date }) => date !== null))),
    ...listed(
      '未用的列',
      account.columns
        .filter(({ field }) => field === null)
        .map(({ column, heading }) => `${columnLetter(column)} ${heading}`),
    ),
    ...listed('行', account.rows === null ? [] : [rowsText(account.rows)]),
  ],
});

export const readingBranches = (sheets: readonly SheetAccount[]): readonly Branch[] => sheets.map(sheetBranch);
