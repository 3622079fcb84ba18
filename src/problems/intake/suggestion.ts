// What an unknown heading may stand for (列名建议): the question, and the row of 列名 that would answer it.
import type { Words } from '../definition.ts';
import { quoted } from './wording.ts';

export interface HeadingSuggestion {
  /** The table kind, in Chinese. */
  readonly kind: string;
  /** 0-based. */
  readonly column: number;
  readonly heading: string;
  /** Headings it may stand for, all equally likely. */
  readonly meanings: readonly string[];
  /** What stands below it. */
  readonly samples?: readonly string[];
}

/** The row of 不用 that says that a sheet, or a column of it, is of no use; * for digits. */
export interface NotUsedAdvice {
  readonly file: string;
  readonly sheet: string | null;
  readonly column: string | null;
}

/** `在 设置.xlsx 的“不用”表中加一行：文件=*-*\/加班表.xlsx，工作表=加班，理由=…，批准人=…` */
export const notUsedRow = ({ file, sheet, column }: NotUsedAdvice): string =>
  `在 设置.xlsx 的“不用”表中加一行：文件=${file}${sheet === null ? '' : `，工作表=${sheet}`}${column === null ? '' : `，列=${column}`}，理由=（写明），批准人=（姓名）`;

/** `第 3 列“走访时长”未识别，是否为 在线时长？` */
export const suggestionQuestion = ({ column, heading, meanings, samples = [] }: HeadingSuggestion): string => {
  const values = samples.length > 0 ? `（如 ${samples.join('、')}）` : '';
  return `第 ${column + 1} 列${quoted([heading])}${values}未识别，是否为 ${meanings.join(' 或 ')}？`;
};

const rowToAdd = ({ kind, heading, meanings }: HeadingSuggestion): string =>
  `表=${kind}，列名=${heading}，含义=${meanings.join(' 或 ')}`;

/** `如果是，请在 设置.xlsx 的“列名”表中加一行：表=巡查，列名=走访时长，含义=在线时长` */
export function suggestedRows(suggestions: readonly HeadingSuggestion[]): string {
  const rows = suggestions.map(rowToAdd).join('；');
  return `如果是，请在 设置.xlsx 的“列名”表中${suggestions.length > 1 ? '各' : ''}加一行：${rows}`;
}

/** A sentence with the questions behind its message, and the rows to add before its remedy. */
export const withSuggestions = (suggestions: readonly HeadingSuggestion[], { message, remedy }: Words): Words =>
  suggestions.length === 0
    ? { message, remedy }
    : {
        message: `${message}。${suggestions.map(suggestionQuestion).join('')}`,
        remedy: `${suggestedRows(suggestions)}。如果不是，${remedy}`,
      };
