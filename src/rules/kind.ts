// A rule kind: code that turns an item of the edition into decisions. One file a kind in rules/kinds; the edition names
// the file, so a new kind touches no existing one.
import type * as z from 'zod';
import type { Assessment, Basis, DayRule, DayVerdict, Figure, Figures, Line, Note } from '../model/decision.ts';
import { type Expression, evaluate, roundToFen } from '../model/expression.ts';
import { type Fen, fenOfYuan, isWholeFen } from '../model/money.ts';
import type { RankingRecord } from '../model/record.ts';
import type { Source } from '../model/source.ts';
import type { PatrolFigure } from '../model/terms.ts';
import type { Problem } from '../problems/problem.ts';
import type { ItemDefinition } from '../scheme/edition.ts';
import type { FiguresOf, Office, RuleSubject, Subject } from './office.ts';

export interface RuleInput<P, U extends RuleSubject = Subject> {
  readonly office: Office;
  readonly item: ItemDefinition;
  readonly with: P;
  /** Subjects in the roles the item is for, or the grids. */
  readonly subjects: readonly U[];
  /** Measured figures and those of the items before this one. */
  readonly figuresOf: FiguresOf;
}

/** What a kind decides for one subject; `lines` is left out where the item pays nothing. */
export interface Verdict {
  readonly figures?: Figures;
  readonly lines?: readonly Line[];
  readonly note?: Pick<Note, 'label' | 'reason' | 'basis' | 'sources'>;
  readonly assessment?: Pick<Assessment, 'sort' | 'score' | 'findings'>;
  readonly days?: readonly DayVerdict[];
  readonly problems?: readonly Problem[];
}

export interface Outcome {
  readonly verdicts: ReadonlyMap<RuleSubject, Verdict>;
  readonly problems?: readonly Problem[];
  readonly ranking?: RankingRecord | null;
}

/** A daily patrol figure an item cannot do without, and the title of the setting that switches it off where there is one. */
interface AskedFigure {
  readonly figure: PatrolFigure;
  readonly setting: string | null;
}

/** What an item can cost a person in a month where something it rests on is wrong. */
export interface Stake {
  /** Measured figures it hangs on; null: the daily figures of 巡查. */
  readonly figures: readonly string[] | null;
  /** Null where it has no limit but the number of what is counted. */
  readonly most: Fen | null;
  /** For each day, meeting, report …; null where it is all or nothing. */
  readonly each: Fen | null;
  /** So many cost all of it. */
  readonly allAt?: number;
}

export interface RuleKind<P, U extends RuleSubject = Subject> {
  /** Shape of the item's `with` after its `$keys` are resolved. */
  readonly parameters: z.ZodType<P>;
  /** Their columns must be there. */
  readonly asksFor?: (rule: P) => readonly AskedFigure[];
  /** What the item can be about; people where it does not say. */
  readonly about?: 'grids' | 'both';
  /** By what the item judges single days (`Verdict.days`). */
  readonly judgesDays?: (rule: P) => DayRule;
  /** The figures it would yield by these days, `forfeited` among them: what a month in progress may come to. */
  readonly afterDays?: (input: RuleInput<P, U>, subject: U, days: readonly DayVerdict[]) => Figures;
  /** The figure that the item holds against a base, and the base. */
  readonly fallsShort?: (rule: P) => { readonly counted: string; readonly base: string };
  /** Of an item that pays. */
  readonly stakes?: (rule: P) => readonly Stake[];
  /** The item yields `card`: there is a list of warnings. */
  readonly givesCards?: true;
  readonly decide: (input: RuleInput<P, U>) => Outcome;
}

/** A kind that looks at one subject at a time. */
export const perSubject =
  <P, U extends RuleSubject = Subject>(decide: (input: RuleInput<P, U>, subject: U, figures: Figures) => Verdict) =>
  (input: RuleInput<P, U>): Outcome => ({
    verdicts: new Map(input.subjects.map((subject) => [subject, decide(input, subject, input.figuresOf(subject))])),
  });

interface LineParts {
  readonly label: string;
  readonly expression: Expression;
  readonly basis: Basis;
  readonly sources: readonly Source[];
  readonly quantity?: string;
  readonly rate?: Fen;
  readonly unit?: string;
  readonly missing?: Line['missing'];
}

/** A line whose amount is the value of its expression; where that has parts of a fen, the expression rounds them. */
export function lineOf(item: ItemDefinition, key: string, parts: LineParts): Line {
  const isWhole = isWholeFen(evaluate(parts.expression));
  const expression = isWhole ? parts.expression : roundToFen(parts.expression);
  return {
    key,
    label: parts.label,
    amount: fenOfYuan(evaluate(expression)),
    quantity: parts.quantity ?? null,
    rate: parts.rate ?? null,
    unit: parts.unit ?? null,
    expression,
    basis: parts.basis,
    interpretations: item.interpretations[key] ?? [],
    missing: parts.missing ?? null,
    sources: parts.sources,
  };
}

/** An edition's item refers to a figure that nothing before it yields, or that is of another sort than it takes. */
export class UnfitFigure extends RangeError {
  override readonly name = 'UnfitFigure';
  constructor(
    readonly figure: string,
    readonly fault: 'unknown' | 'noNumber' | 'noFlag',
    readonly item: string | null = null,
  ) {
    super(`${item}: figure ${figure} ${fault}`);
  }
}

/** A figure an item refers to by name. Throws an UnfitFigure when nothing before the item yields it. */
export function figureOf(figures: Figures, key: string): Figure {
  const figure = Object.hasOwn(figures, key) ? figures[key] : undefined;
  if (figure === undefined) throw new UnfitFigure(key, 'unknown');
  return figure;
}

/** A figure that is 是 or 否. Throws an UnfitFigure when it is absent or of another sort. */
export function flagOf(figures: Figures, key: string): boolean {
  const figure = figureOf(figures, key);
  if (figure.type !== 'flag') throw new UnfitFigure(key, 'noFlag');
  return figure.value;
}
