// The scheme as one office applies it in a month: the edition, the office's own values, the readings it has confirmed.
import type { WorkspaceTables } from '../intake/read-workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import type { Basis } from '../model/decision.ts';
import type { Place, Problem } from '../problems/problem.ts';
import { problem } from '../problems/problem.ts';
import { readConfirmations } from './confirmations.ts';
import type { Edition } from './edition.ts';
import type { EditionSource } from './parse-edition.ts';
import { readingsOf } from './readings.ts';
import { type Parameter, type Scheme, shippedParameters } from './scheme.ts';
import { keyOf, type OfficeSettings, readSettings } from './settings.ts';
import { targetsInForce } from './targets.ts';
import { lastMonth } from './timeline.ts';

export interface OfficeScheme {
  readonly scheme: Scheme;
  readonly office: OfficeSettings;
  readonly problems: readonly Problem[];
}

const decided = ({ basis, approver }: { basis: string | null; approver: string | null }): Basis => ({
  approver: approver ?? '未注明',
  reason: basis ?? '未注明',
});

type Tables = Pick<WorkspaceTables, 'settings' | 'confirmations'> &
  Partial<Pick<WorkspaceTables, 'quantifiedTargets' | 'answers' | 'wordings'>>;

/** Without the rows that are another edition's alone: those of its own names, and those from a month after this one ended. */
function rowsFor({ edition }: EditionSource, editions: readonly EditionSource[], tables: Tables): Tables {
  const last = lastMonth(edition, editions);
  const isLater = ({ from }: { from: YearMonth | null }) => last !== null && from !== null && from > last;
  const isAnothers = (knows: (one: Edition) => boolean) =>
    !knows(edition) && editions.some((other) => knows(other.edition));
  return {
    settings: tables.settings.filter(
      (row) => !isLater(row) && !isAnothers((one) => keyOf(one, row.name) !== undefined),
    ),
    confirmations: tables.confirmations.filter(
      (row) => !isLater(row) && !isAnothers(({ interpretations }) => Object.hasOwn(interpretations, row.id)),
    ),
  };
}

/**
 * `hash` is SHA-256: of the edition's file alone where the office set nothing, so that anyone can check it. `editions` are
 * all of the run: a row may be about another one.
 */
export function officeScheme(
  source: EditionSource,
  all: Tables,
  period: YearMonth,
  hash: (text: string) => string,
  editions: readonly EditionSource[],
): OfficeScheme {
  const { edition, text } = source;
  const tables = rowsFor(source, editions, all);
  const settings = readSettings(edition, tables.settings, period);
  const choices = readConfirmations(
    edition,
    tables.confirmations,
    period,
    (key) => settings.values.get(key)?.value ?? edition.parameters[key]?.value,
  );
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
  const { targets, problems: ofTargets } = targetsInForce(all.quantifiedTargets ?? [], period);
  const used = [
    ...settings.used,
    ...choices.used,
    ...targets.map(({ place: _, columns: _columns, ...target }) => target),
    ...answersIn(all, period),
  ];
  return {
    scheme: {
      edition,
      sha256: hash(used.length === 0 ? text : `${text}\n${JSON.stringify(used)}`),
      parameters,
      readings: readingsOf(edition, parameters, choices.confirmed),
      targets,
    },
    office: settings.office,
    problems: [...settings.problems, ...choices.problems, ...contradictions, ...ofTargets],
  };
}

/** 不用 and 用词 in force, as they were decided. */
const answersIn = ({ answers, wordings = [] }: Tables, period: YearMonth): readonly object[] => [
  ...(answers?.notUsed ?? [])
    .filter(({ from }) => from === null || from <= period)
    .map(({ file, sheet, column, from, reason, approver }) => ({ file, sheet, column, from, reason, approver })),
  ...wordings.map(({ table, column, word, meaning, approver }) => ({ table, column, word, meaning, approver })),
];

const withValue = (parameter: Parameter, value: string, basis: Basis, place: Place): Parameter => ({
  ...parameter,
  value,
  basis,
  place,
});
