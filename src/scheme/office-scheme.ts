// The scheme as one office applies it in a month: the edition, the office's own values, the readings it has confirmed.
import type { WorkspaceTables } from '../intake/read-workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import type { Basis } from '../model/decision.ts';
import type { Place, Problem } from '../problems/problem.ts';
import { problem } from '../problems/problem.ts';
import { readConfirmations } from './confirmations.ts';
import type { EditionSource } from './parse-edition.ts';
import { readingsOf } from './readings.ts';
import { type Parameter, type Scheme, shippedParameters } from './scheme.ts';
import { type OfficeSettings, readSettings } from './settings.ts';

export interface OfficeScheme {
  readonly scheme: Scheme;
  readonly office: OfficeSettings;
  readonly problems: readonly Problem[];
}

const decided = ({ basis, approver }: { basis: string | null; approver: string | null }): Basis => ({
  approver: approver ?? '未注明',
  reason: basis ?? '未注明',
});

/** `hash` is SHA-256: of the edition's file alone where the office set nothing, so that anyone can check it. */
export function officeScheme(
  { edition, text }: EditionSource,
  tables: Pick<WorkspaceTables, 'settings' | 'confirmations'>,
  period: YearMonth,
  hash: (text: string) => string,
): OfficeScheme {
  const settings = readSettings(edition, tables.settings, period);
  const choices = readConfirmations(edition, tables.confirmations, period);
  const contradictions = [...settings.values].flatMap(([key, { value, row }]) => {
    const choice = choices.values.get(key);
    const data = { name: row.name, found: row.value, number: choice?.row.id ?? '', value: choice?.value ?? '' };
    return choice === undefined || choice.value === value
      ? []
      : [problem('settingAgainstConfirmation', data, row.place)];
  });

  const inForce = (parameter: Parameter): Parameter => {
    const own = settings.values.get(parameter.key);
    if (own) return withValue(parameter, own.value, decided(own.row), own.row.place);
    const choice = choices.values.get(parameter.key);
    return choice && choice.value !== parameter.value
      ? withValue(parameter, choice.value, parameter.basis, choice.row.place)
      : parameter;
  };
  const parameters = new Map(
    [...shippedParameters(edition)].map(([key, parameter]) => [key, inForce(parameter)] as const),
  );
  const used = [...settings.used, ...choices.used];
  return {
    scheme: {
      edition,
      sha256: hash(used.length === 0 ? text : `${text}\n${JSON.stringify(used)}`),
      parameters,
      readings: readingsOf(edition, parameters, choices.confirmed),
    },
    office: settings.office,
    problems: [...settings.problems, ...choices.problems, ...contradictions],
  };
}

const withValue = (parameter: Parameter, value: string, basis: Basis, place: Place): Parameter => ({
  ...parameter,
  value,
  basis,
  place,
});
