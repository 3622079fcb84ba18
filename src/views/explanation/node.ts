// What an explanation is made of before it is a tree on the screen or rows on a sheet.
import { type Fen, yuanText } from '../../model/money.ts';
import type { Branch } from '../branch.ts';

export interface ExplanationNode {
  readonly text: string;
  /** In the column of money on a sheet. */
  readonly amount: Fen | null;
  /** The formula with its numbers filled in. */
  readonly formula: string | null;
  /** What else there is to say: 还差 1 条. */
  readonly remarks: readonly string[];
  /** Clauses with their words, and readings. */
  readonly grounds: readonly string[];
  readonly sources: readonly string[];
  readonly below: readonly ExplanationNode[];
}

export const explanationNode = (text: string, more: Partial<Omit<ExplanationNode, 'text'>> = {}): ExplanationNode => ({
  text,
  amount: null,
  formula: null,
  remarks: [],
  grounds: [],
  sources: [],
  below: [],
  ...more,
});

const leaf = (text: string): Branch => ({ text, below: [] });

export function branchOf({ text, amount, formula, remarks, grounds, sources, below }: ExplanationNode): Branch {
  const sum = amount === null ? '' : ` ${yuanText(amount)} 元`;
  return {
    text: `${text}${sum}${formula === null ? '' : ` ＝ ${formula}`}`,
    below: [...[...remarks, ...grounds, ...sources].map(leaf), ...below.map(branchOf)],
  };
}
