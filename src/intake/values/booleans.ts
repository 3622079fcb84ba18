// Yes and no in the words of spec 3 (是/否), with the words of one column beside them.
import type { Parser } from './fault.ts';
import { wordOf } from './words.ts';

const YES = ['是', '√', '✓', '✔', '✅', '☑', '有效', '有', 'Y', 'YES', '1', 'TRUE', '通过'];
const NO = ['否', '×', '✗', '✘', '✕', '✖', '╳', '❌', '☒', '无效', '无', 'N', 'NO', '0', 'FALSE', '不通过'];

const spellings = (yes: readonly string[], no: readonly string[]): [string, boolean][] => [
  ...[...YES, ...yes].map((word): [string, boolean] => [word, true]),
  ...[...NO, ...no].map((word): [string, boolean] => [word, false]),
];

/** The words to choose from where a column asks for one of the two. */
export const YES_OR_NO = ['是', '否'] as const;

/** 是/否, and the further words that mean it in this column. */
export const yesNo = (yes: readonly string[] = [], no: readonly string[] = []): Parser<boolean> =>
  wordOf(spellings(yes, no), [...YES_OR_NO, ...yes, ...no]);

export const EFFECTIVENESS_WORDS = ['有效', '无效', '待审核'] as const;

/** 是否有效: `pending` for 待审核, which is not (yet) effective. */
export const effectiveness: Parser<boolean | 'pending'> = wordOf<boolean | 'pending'>(
  [...spellings([], []), ['待审核', 'pending']],
  EFFECTIVENESS_WORDS,
);
