// An amount lost together with another item that was forfeited (K6): only where the office reads the text so.
import * as z from 'zod';
import type { Figures } from '../model/decision.ts';
import type { Expression } from '../model/expression.ts';
import { isOn } from '../scheme/scheme.ts';
import { flagOf } from './kind.ts';
import { flagLeaf } from './leaves.ts';
import { yesNo } from './parameters.ts';

export const forfeit = z.strictObject({
  /** The flag of the item that was forfeited. */
  by: z.string(),
  label: z.string(),
  enabled: yesNo(),
});
type Forfeit = z.infer<typeof forfeit>;

/** The condition of an expression; null where the item does not follow the other one. */
export const forfeitCondition = (rule: Forfeit | undefined, figures: Figures): Expression | null =>
  rule && isOn(rule.enabled) ? flagLeaf(figures, rule.by, rule.label) : null;

export const isForfeited = (rule: Forfeit | undefined, figures: Figures): rule is Forfeit =>
  rule !== undefined && isOn(rule.enabled) && flagOf(figures, rule.by);
