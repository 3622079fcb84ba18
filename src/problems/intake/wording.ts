// Phrases shared by the sentences of intake.
import type { Place } from '../problem.ts';

export const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、');

/** `巡查.xlsx 表“7月”第 5 行` */
export const placeText = ({ file, sheet, row }: Place): string =>
  [file ?? '', sheet === null ? '' : `表“${sheet}”`, row === null ? '' : `第 ${row} 行`]
    .filter((part) => part !== '')
    .join(' ');
