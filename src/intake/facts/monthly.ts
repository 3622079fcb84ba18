// Facts of a person for the month as a whole: special duties, marks, survey, adjustments (专项, 评分, 测评, 增减项).
import type { Adjustment, Person, Score, SpecialDuty, Survey } from '../../model/facts.ts';
import { yuanText } from '../../model/money.ts';
import type { Origin } from '../../model/source.ts';
import { TABLE_KINDS, type TableKind } from '../../model/terms.ts';
import { problem } from '../../problems/problem.ts';
import type { Drafts } from '../kinds/drafts.ts';
import { fieldPlace, originOf, type ParsedTable, placeIn } from '../table.ts';
import type { Candidate } from './candidates.ts';
import { settleDuplicates, signature, useAll } from './duplicates.ts';
import { admit, type Run, reject } from './run.ts';

function candidatesOf<K extends TableKind, F>(
  run: Run,
  tables: readonly ParsedTable<K>[],
  factOf: (value: Drafts[K], person: Person, origin: Origin) => F,
): Candidate<F>[] {
  return tables.flatMap((typed) =>
    typed.entries.flatMap((entry): Candidate<F>[] => {
      const admitted = admit(run, typed, entry);
      if (!admitted?.person) return [];
      const table = typed as ParsedTable;
      return [{ fact: factOf(admitted.value, admitted.person, originOf(table, entry.row)), table, entry }];
    }),
  );
}

/** One record a person: a second one that differs is an error. */
function oneEach<F extends { readonly person: string; readonly origin: Origin }>(
  run: Run,
  kind: TableKind,
  candidates: readonly Candidate<F>[],
): F[] {
  const rule = {
    key: ({ person }: F) => person,
    effect: '只按一行计算',
    what: ({ person }: F) => `${person} 的${TABLE_KINDS[kind]}`,
  };
  return useAll(run, settleDuplicates(run, candidates, rule));
}

export const scoreFacts = (run: Run, tables: readonly ParsedTable<'scores'>[]): Score[] =>
  oneEach(
    run,
    'scores',
    candidatesOf(run, tables, (value, person, origin) => ({ ...value, person: person.id, origin })),
  );

export const surveyFacts = (run: Run, tables: readonly ParsedTable<'survey'>[]): Survey[] =>
  oneEach(
    run,
    'survey',
    // Bare numbers were settled when the table had been read.
    candidatesOf(run, tables, (value, person, origin) => ({ ...value, person: person.id, origin }) as Survey),
  );

/** One verdict a person and duty: rows that contradict each other are an error (spec 3.0). */
export function specialDutyFacts(run: Run, tables: readonly ParsedTable<'specialDuties'>[]): SpecialDuty[] {
  const candidates = candidatesOf(run, tables, (value, person, origin) => ({ ...value, person: person.id, origin }));
  const rule = {
    key: ({ person, duty }: SpecialDuty) => `${person} ${duty}`,
    effect: '只按一行计算',
    what: ({ person, duty }: SpecialDuty) => `${person} 的专项“${duty}”`,
  };
  const ruleThen = { ...rule, key: signature, what: () => '' };
  return useAll(run, settleDuplicates<SpecialDuty>(run, candidates, run.valueRules === 1 ? ruleThen : rule));
}

/** Rows alike in all but the amount: corrected, or two payments (spec 3.0). */
function refuseOtherAmounts(
  run: Run,
  candidates: readonly Candidate<Adjustment>[],
): ReadonlySet<Candidate<Adjustment>> {
  const firsts = new Map<string, Candidate<Adjustment>>();
  const doubted = new Set<Candidate<Adjustment>>();
  for (const candidate of run.valueRules === 1 ? [] : candidates) {
    const { person, title, reason, approver, field } = candidate.fact;
    const key = JSON.stringify([person, title, reason, approver, field, candidate.entry.others]);
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, candidate);
      continue;
    }
    if (first.fact.amount === candidate.fact.amount) continue;
    const data = {
      at: placeIn(first.table, first.entry.row, null),
      was: yuanText(first.fact.amount),
      is: yuanText(candidate.fact.amount),
    };
    const place = fieldPlace(candidate.table, candidate.entry.row, field);
    reject(run, candidate.table, candidate.entry.row, [problem('adjustmentsOfOtherAmounts', data, place)]);
    reject(run, first.table, first.entry.row, []);
    doubted.add(first).add(candidate);
  }
  return doubted;
}

/** Two equal rows may be two payments or one typed twice: an error that asks. */
export function adjustmentFacts(run: Run, tables: readonly ParsedTable<'adjustments'>[]): Adjustment[] {
  const candidates = candidatesOf(
    run,
    tables,
    ({ title, amount, reason, approver, field, directed }, person, origin): Adjustment => ({
      title,
      amount,
      reason,
      approver,
      field,
      directed,
      person: person.id,
      origin,
    }),
  );
  const firsts = new Map<string, Candidate<Adjustment>>();
  const doubted = new Set<Candidate<Adjustment>>(refuseOtherAmounts(run, candidates));
  for (const candidate of candidates) {
    const key = `${signature(candidate.fact)} ${candidate.entry.others}`;
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, candidate);
      continue;
    }
    const at = placeIn(first.table, first.entry.row, null);
    const place = placeIn(candidate.table, candidate.entry.row, null);
    reject(run, candidate.table, candidate.entry.row, [problem('adjustmentsEqual', { at }, place)]);
    reject(run, first.table, first.entry.row, []);
    doubted.add(first).add(candidate);
  }
  return useAll(
    run,
    candidates.filter((candidate) => !doubted.has(candidate)),
  );
}
