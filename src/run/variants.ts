// What is tried: other editions, other values on top of the office's own, or another reading of what the text leaves open.
import type { YearMonth } from '../model/civil.ts';
import type { TriedValue, VariantInfo } from '../record/simulation.ts';
import { type Alternative, alternativesOf } from '../scheme/alternatives.ts';
import type { Edition } from '../scheme/edition.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { canonical } from '../scheme/readings.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { editionOf } from '../scheme/timeline.ts';
import type { TrialValues } from '../scheme/trial.ts';
import { shownValue } from '../scheme/values.ts';

export interface Variant {
  readonly info: VariantInfo;
  /** Null: those in force. */
  readonly editions: readonly EditionSource[] | null;
  /** By id of the edition. */
  readonly values: ReadonlyMap<string, TrialValues>;
}

/** The editions in force in any of the months, each once. */
export function editionsIn(editions: readonly EditionSource[], months: readonly YearMonth[]): readonly Edition[] {
  const found = months.map((month) => editionOf(editions, month));
  return [...new Set(found.flatMap((source) => ('code' in source ? [] : [source.edition])))];
}

/** Each parameter once; `schemes` are those now in force. */
function triedValues(
  editions: readonly Edition[],
  values: Variant['values'],
  schemes: readonly Scheme[],
): readonly TriedValue[] {
  const tried = new Map<string, TriedValue>();
  for (const edition of editions) {
    for (const [key, asked] of values.get(edition.id) ?? []) {
      const definition = edition.parameters[key];
      if (definition === undefined || tried.has(key)) continue;
      const before = schemes.map(({ parameters }) => parameters.get(key)?.value).find((value) => value !== undefined);
      const { title, unit } = definition;
      tried.set(key, { key, title, unit, value: canonical(edition, key, asked), before: before ?? null });
    }
  }
  return [...tried.values()];
}

/** Other editions, other values, or values on top of other editions. */
export function ownVariant(
  tried: { readonly editions: readonly EditionSource[] | null; readonly values: Variant['values'] },
  schemes: readonly Scheme[],
  months: readonly YearMonth[],
): Variant {
  const { editions, values } = tried;
  const inForce = editions ? editionsIn(editions, months) : schemes.map(({ edition }) => edition);
  const settings = triedValues(inForce, values, schemes);
  const named = inForce.length > 0 ? inForce : (editions ?? []).map(({ edition }) => edition);
  const titles = editions ? named.map(({ id, title }) => `${title}（${id}）`) : [];
  const words = settings.map(({ title, value, unit }) => `${title}＝${shownValue(value, unit)}`);
  const title = [...titles, ...words].join('，');
  const kind = editions ? 'scheme' : 'set';
  return { info: { title, short: '测算', kind, interpretation: null, values: settings }, editions, values };
}

function readingVariant(alternative: Alternative, schemes: readonly Scheme[]): Variant {
  const { number, label, values, ...words } = alternative;
  const editions = schemes.map(({ edition }) => edition);
  return {
    info: {
      title: `${number}${label} ${words.reading}`,
      short: `${number}${label}`,
      kind: 'interpretation',
      interpretation: { number, label, ...words },
      values: triedValues(editions, values, schemes),
    },
    editions: null,
    values,
  };
}

/** Each reading in turn that is not taken, by number and label. */
export const readingVariants = (schemes: readonly Scheme[]): readonly Variant[] =>
  alternativesOf(schemes).map((alternative) => readingVariant(alternative, schemes));
