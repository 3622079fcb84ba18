// 测算: a scheme as it would be with other values of its parameters.
import { canonical, readingsOf } from './readings.ts';
import type { Parameter, Scheme } from './scheme.ts';

/** Values by key of the parameter. */
export type TrialValues = ReadonlyMap<string, string>;

function tried(scheme: Scheme, parameter: Parameter, values: TrialValues): Parameter {
  const asked = values.get(parameter.key);
  if (asked === undefined) return parameter;
  const value = canonical(scheme.edition, parameter.key, asked);
  if (value === parameter.value) return parameter;
  return { ...parameter, value, basis: { approver: '测算', reason: `现行取值 ${parameter.value}` }, place: null };
}

/**
 * The scheme itself where these values are in force already. A trial bears no hash: no record made of it passes for a
 * month's own. A reading that changes is no longer a confirmed one.
 */
export function withValues(scheme: Scheme, values: TrialValues): Scheme {
  const parameters = new Map([...scheme.parameters].map(([key, one]) => [key, tried(scheme, one, values)]));
  if ([...parameters].every(([key, parameter]) => parameter === scheme.parameters.get(key))) return scheme;
  const taken = new Map(scheme.readings.map((reading) => [reading.number, reading]));
  const readings = readingsOf(scheme.edition, parameters, new Map()).map((reading) => {
    const before = taken.get(reading.number);
    return before?.taken === reading.taken ? { ...reading, confirmed: before.confirmed } : reading;
  });
  return { ...scheme, sha256: '', parameters, readings };
}
