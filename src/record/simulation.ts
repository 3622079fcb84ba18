// 测算: months as decided and under each variant, as every output shows them.
import type { YearMonth } from '../model/civil.ts';
import type { PersonId } from '../model/facts.ts';
import type { Fen } from '../model/money.ts';
import type { Card, Role } from '../model/terms.ts';

/** 测算 of several months; every output of it says that it is none of pay. */
export interface Simulation {
  /** As it was asked for. */
  readonly period: string;
  readonly months: readonly YearMonth[];
  readonly office: string;
  readonly base: Cost;
  readonly outcomes: readonly VariantOutcome[];
}

export interface VariantInfo {
  readonly title: string;
  /** As a heading: `K1乙`. */
  readonly short: string;
  readonly kind: 'scheme' | 'set' | 'interpretation';
  readonly interpretation: {
    readonly number: string;
    readonly label: string;
    readonly question: string;
    readonly clause: string | null;
    readonly current: string;
    readonly reading: string;
  } | null;
  readonly values: readonly TriedValue[];
}

export interface TriedValue {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly value: string;
  /** In force now; null where the scheme in force has no such parameter. */
  readonly before: string | null;
}

/** What became of a variant; `reason` is Chinese. */
export type VariantOutcome = { readonly info: VariantInfo } & (
  | { readonly computed: true; readonly cost: Cost; readonly people: readonly PersonChange[] }
  | { readonly computed: false; readonly reason: string }
);

/** A sum of money for each item, in the scheme's order. */
export type ItemAmounts = ReadonlyMap<string, Fen>;

export interface Cost {
  readonly total: Fen;
  /** They sum to the total. */
  readonly items: ItemAmounts;
  readonly titles: ReadonlyMap<string, string>;
  /** People who were shown the card in any of the months. */
  readonly cards: Readonly<Record<Card, number>>;
}

export interface PersonChange {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly base: Fen;
  readonly trial: Fen;
  readonly change: Fen;
  /** Changes that are none are left out; they sum to the change. */
  readonly items: ItemAmounts;
  readonly months: ReadonlyMap<YearMonth, Fen>;
}
