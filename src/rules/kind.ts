// A rule kind: code that turns an item of the edition into decisions. One file a kind in rules/kinds; the edition names
// the file, so a new kind touches no existing one.
import type * as z from 'zod';
import type { Basis, DayVerdict, Figure, Figures, Line } from '../model/decision.ts';
import { type Expression, evaluate } from '../model/expression.ts';
import { type Fen, fenOfYuan } from '../model/money.ts';
import type { RankingRecord } from '../model/record.ts';
import type { Source } from '../model/source.ts';
import type { PatrolFigure } from '../model/terms.ts';
import type { Problem } from '../problems/problem.ts';
import type { ItemDefinition } from '../scheme/edition.ts';
import type { FiguresOf, Office, Subject } from './office.ts';

export interface RuleInput<P> {
  readonly office: Office;
  readonly item: ItemDefinition;
  readonly with: P;
  /** Subjects in the roles the item is for. */
  readonly subjects: readonly Subject[];
  /** Measured figures and those of the items before this one. */
  readonly figuresOf: FiguresOf;
}

/** What a kind decides for one subject; `lines` is left out where the item pays nothing. */
export interface Verdict {
  readonly figures?: Figures;
  readonly lines?: readonly Line[];
  readonly days?: readonly DayVerdict[];
  readonly problems?: readonly Problem[];
}

export interface Outcome {
  readonly verdicts: ReadonlyMap<Subject, Verdict>;
  readonly problems?: readonly Problem[];
  readonly ranking?: RankingRecord | null;
}

export interface RuleKind<P> {
  /** Shape of the item's `with` after its `$keys` are resolved. */
  readonly parameters: z.ZodType<P>;
  /** The daily patrol figures the item cannot do without; their columns must be there. */
  readonly asksFor?: (rule: P) => readonly PatrolFigure[];
  /** The item judges single days (`Verdict.days`). */
  readonly judgesDays?: true;
  readonly decide: (input: RuleInput<P>) => Outcome;
}

/** A kind that looks at one subject at a time. */
export const perSubject =
  <P>(decide: (input: RuleInput<P>, subject: Subject, figures: Figures) => Verdict) =>
  (input: RuleInput<P>): Outcome => ({
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

/** A line whose amount is the value of its expression. Throws a RangeError when that is no whole number of fen. */
export const lineOf = (item: ItemDefinition, key: string, parts: LineParts): Line => ({
  key,
  label: parts.label,
  amount: fenOfYuan(evaluate(parts.expression)),
  quantity: parts.quantity ?? null,
  rate: parts.rate ?? null,
  unit: parts.unit ?? null,
  expression: parts.expression,
  basis: parts.basis,
  interpretations: item.interpretations[key] ?? [],
  missing: parts.missing ?? null,
  sources: parts.sources,
});

/** An edition refers to a figure that no measure and no item before yields. */
export class UnknownFigure extends RangeError {
  override readonly name = 'UnknownFigure';
  constructor(readonly figure: string) {
    super(`no figure ${figure}`);
  }
}

/** A figure an item refers to by name. Throws an UnknownFigure when nothing before the item yields it. */
export function figureOf(figures: Figures, key: string): Figure {
  const figure = figures[key];
  if (figure === undefined) throw new UnknownFigure(key);
  return figure;
}
