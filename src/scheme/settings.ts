// 设置: an office's own values of the edition's parameters, from a month on (spec 12).
import type { SettingRow } from '../intake/read-workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import { sharingMost } from '../model/spelling.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Edition } from './edition.ts';
import { inForce } from './in-force.ts';
import { readValue, tidy } from './values.ts';

/** Facts about the office itself, kept in the same table. */
export const OFFICE_NAMES = {
  name: '单位名称',
  gridPrefix: '网格编号前缀',
  township: '所属镇街',
  idDigits: '工号位数',
} as const;
const IS_OFFICE_NAME: ReadonlySet<string> = new Set(Object.values(OFFICE_NAMES));

export interface OfficeSettings {
  readonly name: string | null;
  readonly gridPrefix: string | null;
  readonly township: string | null;
  /** 工号位数: as written. */
  readonly idDigits: string | null;
}

/** A value in force with the row that sets it. */
interface OwnValue {
  readonly value: string;
  readonly row: SettingRow;
}

export interface ReadSettings {
  /** By key of the parameter. */
  readonly values: ReadonlyMap<string, OwnValue>;
  readonly office: OfficeSettings;
  /** The rows in force, as they were decided: part of the scheme's hash. */
  readonly used: readonly Pick<SettingRow, 'name' | 'value' | 'from' | 'basis' | 'approver'>[];
  readonly problems: readonly Problem[];
}

/** The key of the parameter that bears a title or key; undefined when none does. */
export function keyOf(edition: Edition, name: string): string | undefined {
  const found = tidy(name);
  return Object.entries(edition.parameters).find(([key, { title }]) => key === found || tidy(title) === found)?.[0];
}

/** Reads one value for a parameter named by title or key. */
export function valueFor(
  edition: Edition,
  { name, value: text, place, columns }: Pick<SettingRow, 'name' | 'value' | 'place' | 'columns'>,
): { readonly key: string; readonly value: string } | Problem {
  const key = keyOf(edition, name);
  const definition = key === undefined ? undefined : edition.parameters[key];
  if (key === undefined || definition === undefined) {
    const isKey = /^[!-~]+$/.test(tidy(name));
    const names = Object.entries(edition.parameters).map(([one, { title }]) => (isKey ? one : title));
    return problem(
      'settingUnknown',
      { found: name, nearest: sharingMost(tidy(name), names) },
      { ...place, column: columns.name ?? null },
    );
  }
  const read = readValue(definition, text);
  if ('value' in read) return { key, value: read.value };
  const { title, unit } = definition;
  switch (read.fault) {
    case 'unreadable':
      return problem('settingUnreadable', { name: title, found: text, unit }, place);
    case 'notAChoice':
      return problem('settingNotAChoice', { name: title, found: text, choices: read.choices }, place);
    case 'outOfRange':
      return problem('settingOutOfRange', { name: title, found: text, range: read.range }, place);
  }
}

/** A number of digits that a 工号 may have. */
const isDigitCount = (text: string): boolean => /^(?:[1-9]|1\d|20)$/.test(tidy(text).replace(/位$/, ''));
export const digitsIn = (text: string | null): number | null =>
  text !== null && isDigitCount(text) ? Number(tidy(text).replace(/位$/, '')) : null;

/** The office's own values in force in a month. Every row is checked, in force or not. */
export function readSettings(edition: Edition, rows: readonly SettingRow[], period: YearMonth): ReadSettings {
  const { rows: latest, repeated } = inForce(rows, ({ name }) => keyOf(edition, name) ?? tidy(name), period);
  const problems: Problem[] = repeated.map(({ name, from, place }) =>
    problem('settingTwice', { name, month: from }, place),
  );
  const values = new Map<string, OwnValue>();
  for (const row of rows) {
    if (IS_OFFICE_NAME.has(tidy(row.name))) continue;
    const read = valueFor(edition, row);
    if ('code' in read) problems.push(read);
    else if (latest.get(read.key) === row) values.set(read.key, { value: read.value, row });
  }
  const digits = latest.get(OFFICE_NAMES.idDigits);
  if (digits !== undefined && !isDigitCount(digits.value)) {
    const data = { name: OFFICE_NAMES.idDigits, found: digits.value, range: '1 至 20 之间的整数' };
    problems.push(problem('settingOutOfRange', data, digits.place));
  }
  const office = (name: string) => latest.get(name)?.value.trim() ?? null;
  return {
    values,
    office: {
      name: office(OFFICE_NAMES.name),
      gridPrefix: office(OFFICE_NAMES.gridPrefix),
      township: office(OFFICE_NAMES.township),
      idDigits: office(OFFICE_NAMES.idDigits),
    },
    used: [...latest.values()].map(({ name, value, from, basis, approver }) => ({
      name,
      value,
      from,
      basis,
      approver,
    })),
    problems,
  };
}
