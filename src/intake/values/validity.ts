// Whether a row counts (审批、审核、作废): the words of the columns that decide it (spec 3.0, 待审, void words).
import type { Parser } from './fault.ts';
import { compact, shownText } from './text.ts';
import { typedText } from './typed.ts';
import { wordOf } from './words.ts';

/** `rejected`: it was made and not accepted. `void`: it is no row. `pending`: not yet. */
export type Standing = 'counts' | 'rejected' | 'void' | 'pending';

const COUNTS =
  '同意 已同意 通过 已通过 审批通过 审核通过 审批同意 审核同意 已核准 核准 已批准 批准 准假 已采纳 采纳 有效 正常 完成 已完成 审批完成 是';
const REJECTED =
  '拒绝 已拒绝 不同意 驳回 已驳回 退回 已退回 已退单 不通过 未通过 审批不通过 审核不通过 审批驳回 审核驳回 审批拒绝 不予批准 未批准 未采纳 不采纳 无效 否';
const VOID = '作废 已作废 撤销 已撤销 撤回 已撤回 重复 取消 已取消 终止 已终止 中止 已中止 废弃 已删除 删除';
const PENDING =
  '待审 待审核 待审批 待批 审批中 审核中 未审核 未审批 处理中 进行中 流转中 申请中 待处理 待提交 草稿 未提交 已提交';

const spelled = (words: string, standing: Standing): readonly (readonly [string, Standing])[] =>
  words.split(' ').map((word) => [word, standing] as const);

const WORDS: readonly (readonly [string, Standing])[] = [
  ...spelled(COUNTS, 'counts'),
  ...spelled(REJECTED, 'rejected'),
  ...spelled(VOID, 'void'),
  ...spelled(PENDING, 'pending'),
];

/** The words to choose from. */
const STANDING_WORDS = ['通过', '不通过', '作废', '待审'] as const;

const STANDINGS: ReadonlyMap<string, Standing> = new Map(WORDS);

/** Whether a text says that its row is none; 否 may answer anything. */
export const isVoidWord = (text: string): boolean =>
  text !== '否' && ['rejected', 'void'].includes(STANDINGS.get(text) ?? '');

/** Whether texts are words of this kind alone, and one of them says that its row is none. */
export const speakOfVoidRows = (texts: ReadonlySet<string>): boolean =>
  [...texts].every((text) => STANDINGS.has(text)) && [...texts].some(isVoidWord);

/** 审批状态, 审批结果, 审核状态: an unknown word is an error, for it decides. */
export const standing = wordOf<Standing>(WORDS, STANDING_WORDS);

/** 是否作废, 是否撤销: 是 voids the row. */
export const voided = wordOf<Standing>(
  [
    ...[
      '是',
      '√',
      '✓',
      'Y',
      'YES',
      '1',
      'TRUE',
      '已作废',
      '作废',
      '已撤销',
      '撤销',
      '已撤回',
      '撤回',
      '已取消',
      '取消',
    ].map((word) => [word, 'void'] as const),
    ...['否', '×', 'N', 'NO', '0', 'FALSE', '未作废', '未撤销', '正常', '有效'].map(
      (word) => [word, 'counts'] as const,
    ),
    ['无效', 'void'],
  ],
  ['是', '否'],
);

const VOIDING = new Map(WORDS.filter(([, value]) => value === 'void' || value === 'rejected'));

/** 状态 that is free text but for the void words. */
export const freeState: Parser<Standing> = (cell): Standing =>
  VOIDING.get(compact(typedText(shownText(cell)))) ?? 'counts';

/** The gravest of what several columns say. */
export function gravest(standings: readonly Standing[]): Standing {
  for (const one of ['void', 'rejected', 'pending'] as const) if (standings.includes(one)) return one;
  return 'counts';
}
