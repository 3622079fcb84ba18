// 设置: an office's own values of the edition's parameters, from a month on (spec 12).
import type { SettingRow } from '../intake/read-workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import type { Basis } from '../model/decision.ts';
import { compare, exactText, fraction, parseFraction, plainText } from '../model/fraction.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Edition, ParameterDefinition } from './edition.ts';
import type { Parameter } from './scheme.ts';

/** Facts about the office itself, kept in the same table. */
const OFFICE_NAMES = { name: '单位名称', gridPrefix: '网格编号前缀', township: '所属镇街' } as const;
const IS_OFFICE_NAME: ReadonlySet<string> = new Set(Object.values(OFFICE_NAMES));

export interface OfficeSettings {
  readonly name: string | null;
  readonly gridPrefix: string | null;
  readonly township: string | null;
}

export interface AppliedSettings {
  /** Every parameter of the edition, by key, the office's value where it has one. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly office: OfficeSettings;
  /** The rows in force this month, as they were decided: part of the scheme's hash. */
  readonly used: readonly Pick<SettingRow, 'name' | 'value' | 'from' | 'basis' | 'approver'>[];
  readonly problems: readonly Problem[];
}

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Units beside the parameter's own that mean the same. */
const UNIT_WORDS: Readonly<Record<string, readonly string[]>> = { 小时: ['h'], 公里: ['km', '千米'], '%': [] };

function withoutUnit(value: string, unit: string): string {
  const units = [unit, unit.split('/')[0] as string, ...(UNIT_WORDS[unit] ?? [])];
  const found = units.find((word) => value.toLowerCase().endsWith(word));
  return found === undefined ? value : value.slice(0, -found.length);
}

function readValue(definition: ParameterDefinition, row: SettingRow): string | Problem {
  const { title: name, unit, choices, min, max } = definition;
  const found = tidy(row.value);
  if (choices)
    return choices.includes(found) ? found : problem('settingNotAChoice', { name, found, choices }, row.place);
  const digits = withoutUnit(found, unit);
  const value = /^-?\d+(\.\d+)?$/.test(digits) ? parseFraction(digits) : null;
  if (value === null) return problem('settingUnreadable', { name, found: row.value, unit }, row.place);
  const isBelow = min !== undefined && compare(value, fraction(min)) < 0;
  const isAbove = max !== undefined && compare(value, fraction(max)) > 0;
  const isMoney = unit.startsWith('元');
  const mustBeWhole = !isMoney && !['%', '小时', '公里'].includes(unit);
  if (isBelow || isAbove || (mustBeWhole && value.d !== 1n) || (isMoney && 100n % value.d !== 0n)) {
    const range = `${min ?? ''} 至 ${max ?? ''}${mustBeWhole ? ' 的整数' : isMoney ? '（最多两位小数）' : ''}`;
    return problem('settingOutOfRange', { name, found: row.value, range }, row.place);
  }
  return /^\d+$/.test(exactText(value)) ? exactText(value) : plainText(value);
}

const decided = ({ basis, approver }: SettingRow): Basis => ({
  approver: approver ?? '未注明',
  reason: basis ?? '未注明',
});

/** Shipped names that share the most characters with what was typed. */
function nearestTo(found: string, names: readonly string[]): readonly string[] {
  const shared = (name: string) => [...new Set(found)].filter((character) => name.includes(character)).length;
  const best = Math.max(0, ...names.map(shared));
  return best * 2 < found.length ? [] : names.filter((name) => shared(name) === best).slice(0, 3);
}

/** The row in force for each name; two rows of one name and month are a problem. */
function rowsInForce(
  rows: readonly SettingRow[],
  period: YearMonth,
): { rows: readonly SettingRow[]; problems: readonly Problem[] } {
  const latest = new Map<string, SettingRow>();
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const name = tidy(row.name);
    const key = `${name} ${row.from ?? ''}`;
    if (seen.has(key)) problems.push(problem('settingTwice', { name: row.name, month: row.from ?? '最初' }, row.place));
    seen.add(key);
    const before = latest.get(name);
    const applies = (row.from ?? '') <= period;
    if (applies && (before === undefined || (before.from ?? '') < (row.from ?? ''))) latest.set(name, row);
  }
  return { rows: [...latest.values()], problems };
}

/** The edition's parameters with the office's own values in force in a month. Every row is checked, in force or not. */
export function applySettings(edition: Edition, rows: readonly SettingRow[], period: YearMonth): AppliedSettings {
  const definitions = Object.entries(edition.parameters);
  const keyOf = new Map(definitions.flatMap(([key, { title }]) => [[tidy(title), key] as const, [key, key] as const]));
  const values = new Map<SettingRow, string>();
  const inForce = rowsInForce(rows, period);
  const problems: Problem[] = [...inForce.problems];
  for (const row of rows) {
    const key = keyOf.get(tidy(row.name));
    if (IS_OFFICE_NAME.has(tidy(row.name))) continue;
    if (key === undefined) {
      const nearest = nearestTo(
        tidy(row.name),
        definitions.map(([, { title }]) => title),
      );
      problems.push(problem('settingUnknown', { found: row.name, nearest }, row.place));
      continue;
    }
    const value = readValue(edition.parameters[key] as ParameterDefinition, row);
    if (typeof value === 'string') values.set(row, value);
    else problems.push(value);
  }
  const own = new Map(inForce.rows.map((row) => [keyOf.get(tidy(row.name)), row]));
  const parameters = definitions.map(([key, { title, unit, value, basis }]): [string, Parameter] => {
    const row = own.get(key);
    const changed = row && values.get(row);
    return [
      key,
      { key, title, unit, value: changed ?? value, basis: row && changed !== undefined ? decided(row) : basis },
    ];
  });
  const office = (name: string) => inForce.rows.find((row) => tidy(row.name) === name)?.value.trim() ?? null;
  return {
    parameters: new Map(parameters),
    office: {
      name: office(OFFICE_NAMES.name),
      gridPrefix: office(OFFICE_NAMES.gridPrefix),
      township: office(OFFICE_NAMES.township),
    },
    used: inForce.rows.map(({ name, value, from, basis, approver }) => ({ name, value, from, basis, approver })),
    problems,
  };
}
