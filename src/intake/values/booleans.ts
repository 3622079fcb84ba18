// Yes and no in the words of spec 3 (是/否), with the words of one column beside them.
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
export const yesNo = (yes: readonly string[] = [], no: readonly string[] = []) =>
  wordOf(spellings(yes, no), [...YES_OR_NO, ...yes, ...no]);

export const EFFECTIVENESS_WORDS = ['有效', '无效', '待审核'] as const;

/** 是否有效 as versions before 0.4.0 took it: `pending` for 待审核, which is not (yet) effective. */
export const effectivenessBefore = wordOf<boolean | 'pending'>(
  [...spellings([], []), ['待审核', 'pending']],
  EFFECTIVENESS_WORDS,
);

/** 是否有效 and 审核结果 as they are taken now: 驳回 is not effective, 作废 no report at all. */
export const effectiveness = wordOf<boolean | 'pending' | 'void'>(
  [
    ...spellings(
      ['审核通过', '已通过', '已采纳', '采纳', '同意'],
      [
        '审核不通过',
        '驳回',
        '已驳回',
        '退回',
        '已退回',
        '已退单',
        '未通过',
        '未采纳',
        '不采纳',
        '拒绝',
        '已拒绝',
        '不同意',
      ],
    ),
    ...['待审核', '待审', '审核中', '审批中', '未审核', '待审批', '待处理'].map((word) => [word, 'pending'] as const),
    ...['作废', '已作废', '撤销', '已撤销', '撤回', '已撤回', '重复'].map((word) => [word, 'void'] as const),
  ],
  EFFECTIVENESS_WORDS,
);
