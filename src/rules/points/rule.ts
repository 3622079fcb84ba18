// What an edition says of a score in points: sections of parts, bonus points up to a cap, points off.
import * as z from 'zod';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { quantity } from '../parameters.ts';

/** `of` against what is due: `per` (1 where there is none), times `each` where given, rounded up to a whole one. */
const ratio = {
  title: z.string(),
  points: quantity(),
  of: z.string(),
  per: z.string().optional(),
  each: quantity().optional(),
};

const part = z.discriminatedUnion('by', [
  /** All the points when `of` reaches what is due, a share of them below it. */
  z.strictObject({
    by: z.literal('reached'),
    ...ratio,
    /** Patrol figures whose columns it cannot do without. */
    asks: z.array(z.enum(Object.keys(PATROL_FIGURES) as [PatrolFigure])).default([]),
  }),
  /** All the points less `each` (points, or per cent of them) for every one of `of`, not below 0. */
  z.strictObject({ by: z.literal('lost'), title: z.string(), points: quantity(), of: z.string(), each: quantity() }),
]);

export const pointRule = z.strictObject({
  /** Figures of sections, bonus and total are shown to two decimals; the total is rounded once. */
  sections: z
    .array(
      z.strictObject({
        figure: z.string(),
        /** Where the edition has no title of the figure. */
        title: z.string().optional(),
        /** Of the section; without them, the sum of its parts'. */
        points: quantity().optional(),
        parts: z.array(part).min(1),
      }),
    )
    .min(1),
  /** `points` for every one of `of` beyond what is due. */
  bonus: z
    .strictObject({
      figure: z.string(),
      title: z.string().optional(),
      cap: quantity(),
      parts: z.array(z.strictObject(ratio)),
    })
    .optional(),
  /** Off the score for every one of `of`; the score does not go below 0. */
  off: z.array(z.strictObject({ title: z.string(), of: z.string(), each: quantity() })).default([]),
  /** The score of whoever has all the points of all sections; without it, their sum. */
  outOf: z.number().positive().optional(),
  /** The figure that is 0 in a month without an assessable day: no points then. */
  assessedWhen: z.string().optional(),
  /** The figure this item yields. */
  total: z.string(),
  /** Whether the scores rank: the highest first, equal ones share. */
  ranks: z.boolean().default(false),
  /** Whether what is left out is a warning. */
  warnsOfGaps: z.boolean().default(true),
});

export type PointRule = z.infer<typeof pointRule>;
export type Section = PointRule['sections'][number];
export type Part = z.infer<typeof part>;
export type Bonus = NonNullable<PointRule['bonus']>;
/** A part, a bonus or what is taken off: what it counts and what that is measured by. */
export type Measured = { readonly title: string; readonly of: string; readonly per?: string | undefined };

/** The figures something is made of. */
export const figuresBehind = ({ of, per }: Measured): readonly string[] => (per === undefined ? [of] : [of, per]);
