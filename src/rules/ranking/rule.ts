// What an edition says of a ranking: dimensions, ties, tiers, and who is barred (三（六）4).
import * as z from 'zod';
import { CARDS, type Card } from '../../model/terms.ts';
import { choice, money, quantity, yesNo } from '../parameters.ts';

const part = z.strictObject({
  points: z.number().int().positive(),
  /** Figures summed over the quarter: points × of ÷ per. */
  of: z.string(),
  per: z.string(),
  /** of ÷ per counts as 1 at the most. */
  capped: z.boolean().optional(),
  /** Nothing to divide by is 0 points instead of a dimension left out. */
  zeroWhenNothing: z.boolean().optional(),
});

export const rankingRule = z.strictObject({
  dimensions: z.array(
    z.strictObject({ key: z.string(), title: z.string(), weight: quantity(), parts: z.array(part).min(1) }),
  ),
  /** What decides between equal composites, in order. */
  ties: z.array(z.strictObject({ figure: z.string(), title: z.string(), better: z.enum(['fewer', 'more']) })),
  /** Whether ties are broken at all (K17). */
  breaksTies: yesNo(),
  /** Best tier first: ranks up to `upTo`. A tier may reward without a star. */
  tiers: z.array(z.strictObject({ stars: z.number().int().min(0).max(9), upTo: quantity(), amount: money() })).min(1),
  /** The figure that is 0 in a month without an assessable day. */
  assessedWhen: z.string(),
  /** Whether such a month bars from the ranking (K18). */
  needsEveryMonth: yesNo(),
  /** The card that bars from the ranking. */
  barredBy: z.enum(Object.keys(CARDS) as [Card]),
  bars: yesNo(),
  /** The month whose pay holds the reward (K19): the quarter's last, or the next quarter's first. */
  paidIn: choice('当季末月', '次季首月'),
});

export type RankingRule = z.infer<typeof rankingRule>;
