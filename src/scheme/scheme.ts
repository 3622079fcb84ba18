// The scheme of a month: the edition in force with the office's own values applied. What the rules are given.
import type { Basis } from '../model/decision.ts';
import type { Leaf } from '../model/expression.ts';
import { exactText, type Fraction, fraction, mul, parseFraction } from '../model/fraction.ts';
import type { Edition, ItemDefinition } from './edition.ts';

/** A parameter in force. `value` is decimal text or one of the choices; `basis` is a clause or an interpretation. */
export interface Parameter {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly value: string;
  readonly basis: Basis;
}

export interface Scheme {
  readonly edition: Edition;
  /** SHA-256 of the edition's file and the settings used. */
  readonly sha256: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** The edition in force as it is shipped, without an office's settings. */
export function schemeOf(edition: Edition, sha256: string): Scheme {
  const parameters = Object.entries(edition.parameters).map(
    ([key, { title, unit, value, basis }]) => [key, { key, title, unit, value, basis }] as const,
  );
  return { edition, sha256, parameters: new Map(parameters) };
}

/** The parameter as a number in its own unit. Throws a RangeError for a choice. */
export function numberOf(parameter: Parameter): Fraction {
  const value = parseFraction(parameter.value);
  if (value === null) throw new RangeError(`${parameter.key} is no number: ${parameter.value}`);
  return value;
}

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

/** An item's `with`, each `$key` replaced by its parameter. Throws a RangeError naming an unknown key. */
export function resolved(scheme: Scheme, item: ItemDefinition): unknown {
  const resolve = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('$')) {
      const parameter = scheme.parameters.get(value.slice(1));
      if (!parameter) throw new RangeError(`${item.item}: unknown parameter ${value}`);
      return parameter;
    }
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
    }
    return value;
  };
  return resolve(item.with);
}
