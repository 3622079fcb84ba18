/** Headings by any alias the table kinds know, with units, line breaks, stars, spaces and notes. */
import { KINDS } from '../../src/intake/kinds/index.ts';
import type { TableKind } from '../../src/model/terms.ts';
import type { Dice } from './dice.ts';

function aliasesOf(kind: TableKind, field: string): readonly string[] {
  const spec = KINDS.find((one) => one.kind === kind && field in one.fields);
  if (!spec) throw new Error(`${kind} has no field ${field}`);
  return spec.fields[field] as readonly string[];
}

/** Headings no table kind knows. */
export const EXTRA_HEADINGS = ['序号', '数据来源', '所属片区', '操作员', '更新批次', '附件数', '联络站', '数据状态'];

function withUnit(name: string, unit: string, dice: Dice): string {
  const forms = {
    '（分钟）': `${name}（${unit}）`,
    '(分钟)': `${name}(${unit})`,
    '\\n（分钟）': `${name}\n（${unit}）`,
    ' (分钟)': `${name} ( ${unit} )`,
    '【分钟】': `${name}【${unit}】`,
  };
  return forms[
    dice.draw('heading unit', { '（分钟）': 3, '(分钟)': 2, '\\n（分钟）': 2, ' (分钟)': 1, '【分钟】': 1 })
  ];
}

/** The heading of a field; `unit` is what it must say behind the name. */
export function headingOf(kind: TableKind, field: string, unit: string | null, dice: Dice): string {
  const aliases = aliasesOf(kind, field);
  const alias = dice.is(0.45) ? (aliases[0] as string) : dice.pick(aliases);
  if (alias !== aliases[0]) dice.note('headings', 'alias');
  const named = unit === null ? alias : withUnit(alias, unit, dice);
  return decorated(named, unit !== null, dice);
}

function decorated(name: string, hasUnit: boolean, dice: Dice): string {
  const form = dice.draw('heading', {
    plain: 14,
    'star before': 1,
    'star behind': 1,
    colon: 1,
    'inner spaces': 1,
    'line break inside': 1,
    'outer spaces': 1,
    note: 1,
  });
  const middle = Math.ceil(name.length / 2);
  switch (form) {
    case 'star before':
      return `*${name}`;
    case 'star behind':
      return `${name}${dice.pick(['*', ' *', '＊'])}`;
    case 'colon':
      return `${name}：`;
    case 'inner spaces':
      return hasUnit ? name : [...name].join(dice.pick([' ', '\u3000']));
    case 'line break inside':
      return hasUnit ? name : `${name.slice(0, middle)}\n${name.slice(middle)}`;
    case 'outer spaces':
      return ` ${name} `;
    case 'note':
      return hasUnit ? name : `${name}（必填）`;
    default:
      return name;
  }
}
