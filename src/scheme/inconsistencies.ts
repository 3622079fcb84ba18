// What an edition of the right shape can still get wrong: names that nothing bears, values outside their own range.
import { coverageMistakes } from './document/coverage.ts';
import type { Edition } from './edition.ts';
import { isWordUnit, readValue } from './values.ts';

interface Inconsistency {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What parameters may move beside the edition's items. */
const BESIDE_ITEMS = ['carriedIn', 'total', 'issues'];

type Visit = (text: string, path: readonly PropertyKey[]) => readonly Inconsistency[];

/** Every text in a value, with its path. */
function texts(value: unknown, path: readonly PropertyKey[], visit: Visit): readonly Inconsistency[] {
  if (typeof value === 'string') return visit(value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, [...path, key], visit));
}

const unlisted =
  (known: ReadonlySet<string>, what: string) =>
  (name: string, path: readonly PropertyKey[]): readonly Inconsistency[] =>
    known.has(name) ? [] : [{ path, message: `没有${what} ${name}` }];

/** All inconsistencies, in the order of the document's parts. */
export function inconsistencies(edition: Edition): readonly Inconsistency[] {
  const { parameters, items, interpretations } = edition;
  const parameter = unlisted(new Set(Object.keys(parameters)), '参数');
  const reading = unlisted(new Set(Object.keys(interpretations)), '解释口径');
  const moved = unlisted(new Set([...items.map(({ item }) => item), ...BESIDE_ITEMS]), '项目');
  const reference: Visit = (text, path) => (text.startsWith('$') ? parameter(text.slice(1), path) : []);
  const referenceTo =
    (matches: (unit: string) => boolean, message: string): Visit =>
    (text, path) => {
      const definition = parameters[text.slice(1)];
      if (definition === undefined) return reference(text, path);
      return matches(definition.unit) ? [] : [{ path, message }];
    };
  const toSwitch = referenceTo((unit) => unit === '是否', '应为是否参数');
  const toHours = referenceTo((unit) => unit === '小时', '应为单位为小时的参数');
  const toNumber = referenceTo((unit) => !isWordUnit(unit), '应为计数的参数');
  const placeholders: Visit = (text, path) =>
    [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([, key]) => parameter(key as string, path));
  const value = (key: string, text: string, path: readonly PropertyKey[]): readonly Inconsistency[] => {
    const definition = parameters[key];
    if (definition === undefined) return parameter(key, path);
    const read = readValue(definition, text);
    return 'value' in read ? [] : [{ path, message: `参数 ${key} 不能取值 ${text}` }];
  };
  const titles = Object.entries(parameters).map(([key, { title }]) => ({ key, title }));

  return [
    ...texts({ ...edition.attendance, halves: undefined }, ['attendance'], toSwitch),
    ...texts(edition.attendance.halves, ['attendance', 'halves'], toHours),
    ...texts(edition.measures, ['measures'], toSwitch),
    ...toSwitch(edition.settlement.carries, ['settlement', 'carries']),
    ...reading(edition.settlement.interpretation, ['settlement', 'interpretation']),
    ...Object.entries(parameters).flatMap(([key, { value: text, unit, choices, basis, moves }]) => [
      ...(isWordUnit(unit) === (choices !== undefined)
        ? []
        : [{ path: ['parameters', key, 'unit'], message: '单位为是否、周期、选项的参数应列出 choices，其他参数不列' }]),
      ...value(key, text, ['parameters', key, 'value']),
      ...('interpretation' in basis
        ? reading(basis.interpretation, ['parameters', key, 'basis', 'interpretation'])
        : []),
      ...moves.flatMap((item, index) => moved(item, ['parameters', key, 'moves', index])),
    ]),
    ...titles
      .filter(({ title }, index) => titles.findIndex((other) => other.title === title) !== index)
      .map(({ key, title }) => ({ path: ['parameters', key, 'title'], message: `参数名称 ${title} 用了两次` })),
    ...items.flatMap((item, index) => [
      ...texts(item.with, ['items', index, 'with'], reference),
      ...texts(item.interpretations, ['items', index, 'interpretations'], reading),
    ]),
    ...coverageMistakes(edition).map((message) => ({ path: ['coverage'], message })),
    ...texts(edition.checks, ['checks'], toNumber),
    ...Object.entries(interpretations).flatMap(([number, { reading: taken, others }]) => [
      ...placeholders(taken, ['interpretations', number, 'reading']),
      ...others.flatMap(({ reading: other, sets }, index) => {
        const path = ['interpretations', number, 'others', index];
        return [
          ...placeholders(other, [...path, 'reading']),
          ...Object.entries(sets).flatMap(([key, text]) => value(key, text, [...path, 'sets', key])),
        ];
      }),
    ]),
  ];
}
