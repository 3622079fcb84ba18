// The scheme of a month: the edition in force with the office's own values applied. What the rules are given.
import type { Basis } from '../model/decision.ts';
import type { Leaf } from '../model/expression.ts';
import { exactText, type Fraction, fraction, mul, parseFraction } from '../model/fraction.ts';
import type { Place } from '../problems/problem.ts';
import type { Edition, ItemDefinition } from './edition.ts';
import { canonical, type Reading, readingsOf } from './readings.ts';
import type { QuantifiedTarget } from './targets.ts';

/** A parameter in force. `value` is decimal text or one of the choices; `basis` is a clause, an interpretation or a decision. */
export interface Parameter {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly value: string;
  readonly basis: Basis;
  /** The cell of the office's own value; null for the shipped one. */
  readonly place: Place | null;
}

export interface Scheme {
  readonly edition: Edition;
  /** SHA-256 of the edition's file and the settings used. */
  readonly sha256: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly readings: readonly Reading[];
  /** The office's own 量化指标. */
  readonly targets: readonly QuantifiedTarget[];
}

/** The parameters of an edition as it is shipped. */
export const shippedParameters = (edition: Edition): ReadonlyMap<string, Parameter> =>
  new Map(
    Object.entries(edition.parameters).map(([key, { title, unit, value, basis }]) => [
      key,
      { key, title, unit, value: canonical(edition, key, value), basis, place: null },
    ]),
  );

/** A scheme of these parameters; nothing is confirmed. */
export const schemeOf = (edition: Edition, sha256: string, parameters = shippedParameters(edition)): Scheme => ({
  edition,
  sha256,
  parameters,
  readings: readingsOf(edition, parameters, new Map()),
  targets: [],
});

/** The parameter as a number in its own unit. Throws a RangeError for a choice. */
export function numberOf(parameter: Parameter): Fraction {
  const value = parseFraction(parameter.value);
  if (value === null) throw new RangeError(`${parameter.key} is no number: ${parameter.value}`);
  return value;
}

export const isOn = (parameter: Parameter): boolean => parameter.value === '是';

/** The parameter behind `$key`. Throws a RangeError when there is none. */
export function referred(scheme: Scheme, reference: string): Parameter {
  const parameter = scheme.parameters.get(reference.slice(1));
  if (!parameter) throw new RangeError(`unknown parameter ${reference}`);
  return parameter;
}

/** Whether the switch behind `$key` is on; without a reference, `otherwise`. */
export const switchOf = (scheme: Scheme, reference: string | undefined, otherwise: boolean): boolean =>
  reference === undefined ? otherwise : isOn(referred(scheme, reference));

const CANONICAL: Readonly<Record<string, Fraction>> = {
  小时: fraction(3600),
  公里: fraction(1000),
  '%': fraction(1, 100),
};

/** In the unit of facts: seconds for 小时, metres for 公里, a fraction of 1 for %. */
export const canonicalOf = (parameter: Parameter): Fraction =>
  mul(numberOf(parameter), CANONICAL[parameter.unit] ?? fraction(1));

/** The parameter as a leaf of an expression. */
export const leafOf = (parameter: Parameter): Leaf => ({
  op: 'parameter',
  key: parameter.key,
  title: parameter.title,
  value: exactText(numberOf(parameter)),
  unit: parameter.unit,
});

/** The keys of the parameters a value refers to, in order. */
export function referencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('$') ? [value.slice(1)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}

/** The parameters a value refers to, each once. */
export const parametersIn = ({ parameters }: Scheme, value: unknown): readonly Parameter[] =>
  [...new Set(referencesIn(value))].flatMap((key) => parameters.get(key) ?? []);

/** An item's `with`, each `$key` replaced by its parameter. */
export function resolved(scheme: Scheme, item: ItemDefinition): unknown {
  const resolve = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('$')) return referred(scheme, value);
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
    }
    return value;
  };
  return resolve(item.with);
}
