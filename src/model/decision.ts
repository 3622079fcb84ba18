// What the rules decide: {subject, item, lines}. A line carries its expression, its basis and its sources.
import type { CivilDate } from './civil.ts';
import type { Expression } from './expression.ts';
import type { Fen } from './money.ts';
import type { Source } from './source.ts';
import type { PatrolFigure } from './terms.ts';

/** Why a line stands: the text's own words, a reading of them (解释口径), or somebody's approval. */
export type Basis =
  | { readonly clause: string; readonly quote: string }
  | { readonly interpretation: string; readonly clause?: string }
  | { readonly approver: string; readonly reason: string };

/** The lines of an item sum to its amount; each amount is the value of its expression in yuan. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly amount: Fen;
  /** Exact text; null where the line is no product. */
  readonly quantity: string | null;
  readonly rate: Fen | null;
  readonly unit: string | null;
  readonly expression: Expression;
  readonly basis: Basis;
  /** Numbers of the interpretations it rests on besides its basis. */
  readonly interpretations: readonly string[];
  /** What was lacking for more: `还差 1 条`. Exact text. */
  readonly missing: { readonly quantity: string; readonly unit: string } | null;
  readonly sources: readonly Source[];
}

/** A measured or decided figure of a subject, with what it was read from, and what it is made of where it was decided. */
export type Figure =
  | {
      readonly type: 'number' | 'share';
      readonly value: string;
      readonly sources: readonly Source[];
      readonly expression?: Expression;
    }
  | {
      readonly type: 'flag';
      readonly value: boolean;
      readonly sources: readonly Source[];
      readonly expression?: Expression;
    }
  | { readonly type: 'text'; readonly value: string; readonly sources: readonly Source[] };

export type Figures = Readonly<Record<string, Figure>>;

export interface Decision {
  readonly item: string;
  readonly title: string;
  readonly amount: Fen;
  readonly lines: readonly Line[];
}

/** A decision that pays nothing, such as a card: what was found, on what ground, from what. */
export interface Note {
  readonly item: string;
  readonly title: string;
  /** What was decided, in a word (红牌), and why. */
  readonly label: string;
  readonly reason: string;
  readonly basis: Basis;
  readonly interpretations: readonly string[];
  readonly sources: readonly Source[];
}

/** What a value must come to. */
type Bound = 'atLeast' | 'atMost' | 'exactly';

/** One thing that is assessed (考核): a content of a score, a requirement, a post of a grid's team. */
export interface Finding {
  readonly key: string;
  readonly title: string;
  /** What asks for it, whoever has set the threshold. */
  readonly clause: string;
  /** Exact text in `unit`; null is 无数据. */
  readonly value: string | null;
  readonly unit: string;
  /** What the value is made of; null where there is no data or it is a count of its sources. */
  readonly expression: Expression | null;
  /** The points it could have had, exact text; null where it earns none. */
  readonly full: string | null;
  /** Exact text in `unit`; null where nothing is required. */
  readonly required: { readonly value: string; readonly bound: Bound } | null;
  /** Null: without data, with nothing due, or nothing required. */
  readonly met: boolean | null;
  /** The days it is about where those are not the whole month's. */
  readonly days: readonly CivilDate[] | null;
  readonly basis: Basis;
  readonly interpretations: readonly string[];
  readonly sources: readonly Source[];
}

/** A decision that pays nothing: what was found, and the score where the item makes one of it. */
export interface Assessment {
  readonly item: string;
  readonly title: string;
  /** What it says: points, what a grid's team lacks, or what is required. */
  readonly sort: 'score' | 'team' | 'requirements';
  readonly score: Score | null;
  readonly findings: readonly Finding[];
}

export interface Score {
  /** Exact text with at most two decimals; null: there was nothing to measure. */
  readonly value: string | null;
  /** The points there are, exact text. */
  readonly outOf: string;
  readonly expression: Expression | null;
  /** Among those the item scores; null without a score, or where the item does not rank. */
  readonly rank: number | null;
  /** What all its points rest on; null where each has its own. */
  readonly basis: Basis | null;
  readonly interpretations: readonly string[];
}

/** By what days are judged: the parameter that holds each figure's threshold, and whether 无数据 is unmet (K24). */
export interface DayRule {
  readonly targets: readonly { readonly figure: PatrolFigure; readonly parameter: string }[];
  readonly noDataIsUnmet: boolean;
}

/** 巡查 of one assessable day against each target; figures and thresholds are whole seconds, metres, times or exact rates. */
export interface DayVerdict {
  readonly date: CivilDate;
  /** False: nobody recorded anything that day (无数据). */
  readonly recorded: boolean;
  readonly unmet: boolean;
  /** Nothing of what a run is made of (K1) lies between the day before it and this one. */
  readonly follows: boolean;
  readonly targets: readonly TargetVerdict[];
  readonly sources: readonly Source[];
}

export interface TargetVerdict {
  readonly figure: PatrolFigure;
  /** The day's own figure, exact text; null is 无数据. */
  readonly value: string | null;
  /** `notDue`: a weekly or monthly target that falls due on a later day. */
  readonly result: 'met' | 'missed' | 'noData' | 'notDue';
  /** √ or × of the day, where it has no figure. */
  readonly mark?: boolean;
  /** Decided by √ or × in place of a figure. */
  readonly marked?: true;
  /** What was owed and reached where a target was due; over the week or month for such targets. */
  readonly owed: string | null;
  readonly reached: string | null;
  /** The assessable days of the week or month that were measured; null for the day itself. */
  readonly over: readonly CivilDate[] | null;
  /** The share of the threshold that a cut week owes, rounded up: `3/5`. */
  readonly part?: string;
}
