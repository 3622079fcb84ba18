// 设置, to be filled in: every parameter with the value in force, and the facts about the office itself.
import type { ParameterDefinition } from '../../../scheme/edition.ts';
import type { Parameter, Scheme } from '../../../scheme/scheme.ts';
import { OFFICE_NAMES } from '../../../scheme/settings.ts';
import { isWordUnit, mustBeWhole, rangeText } from '../../../scheme/values.ts';
import { cellColumns, tableSheet, textColumn, wordColumn } from '../../workbook/columns.ts';
import { type Cell, type CellValue, type SheetModel, styled } from '../../workbook/model.ts';
import type { Validation } from '../../workbook/validation.ts';
import { textEntry } from '../input-column.ts';
import { DECIDED, UNDECIDED } from './decided.ts';

/** Rows for values from a later month on. */
const FURTHER_ROWS = 40;

type OfficeKey = keyof typeof OFFICE_NAMES;

const USES: Readonly<Record<OfficeKey, string>> = {
  name: '印在各表上的单位名称，如 剡湖街道办事处',
  gridPrefix: '导出表含其他单位的，只算网格编号以此开头的，如 YH',
  idDigits: '导出表的工号丢了前面的零时，工号有几位，如 3',
  township: '导出表含其他单位的，只算“所属镇街”列为此的，如 剡湖街道',
};

const officeRow = (key: OfficeKey, value: string | null): readonly Cell[] => [
  OFFICE_NAMES[key],
  { value, kind: 'text' },
  ...UNDECIDED,
  null,
  null,
  null,
  '本单位',
  USES[key],
];

function validationOf({ choices, unit, min, max }: ParameterDefinition): Validation {
  if (choices) return { type: 'list', words: choices };
  return { type: 'number', whole: mustBeWhole(unit), least: min ?? null, most: max ?? null };
}

/** 条款或口径, 由谁规定 */
function basisCells({ basis }: Parameter): readonly Cell[] {
  if ('quote' in basis) return [basis.clause, '文件规定'];
  if ('approver' in basis) return [null, '单位设定'];
  return [`${basis.interpretation}　${basis.clause ?? ''}`.trim(), '街道自定'];
}

const allowed = (definition: ParameterDefinition): string =>
  definition.choices ? definition.choices.join('、') : rangeText(definition);

const shown = ({ value, unit }: Parameter): CellValue => (isWordUnit(unit) ? value : Number(value));

const parameterRow = (parameter: Parameter, definition: ParameterDefinition): readonly Cell[] => [
  parameter.title,
  { value: null, validation: validationOf(definition) },
  ...UNDECIDED,
  styled(shown(parameter), 'muted'),
  isWordUnit(parameter.unit) ? null : parameter.unit,
  ...basisCells(parameter),
  allowed(definition),
];

export function settingsSheet({ edition, parameters }: Scheme, officeName: string): SheetModel {
  const rows = [...parameters.values()].flatMap((parameter) => {
    const definition = edition.parameters[parameter.key];
    return definition ? [parameterRow(parameter, definition)] : [];
  });
  const office = (Object.keys(OFFICE_NAMES) as OfficeKey[]).map((key) =>
    officeRow(key, key === 'name' ? officeName : null),
  );
  return tableSheet({
    name: '设置',
    title: '街道自己的设置',
    subtitle: [
      [`方案：${edition.title}。不改的空着，空着的行不计；要改的，在“取值”填新的取值，并写明起始月、决定和批准人。`],
    ],
    columns: cellColumns([
      { ...textColumn('参数', 20, 34), note: '参数的名称，不要改动。' },
      {
        heading: '取值',
        ...textEntry(10, 16),
        align: 'center',
        kind: 'number',
        required: true,
        note: '填新的取值，单位照“单位”列；“文件规定”的一般不改。不改的空着。',
      },
      ...DECIDED,
      { ...wordColumn('现行取值', 8, 10), kind: 'number' },
      wordColumn('单位', 6, 8),
      textColumn('条款或口径', 12, 18),
      wordColumn('由谁规定', 8, 8),
      textColumn('可填范围', 14, 28),
    ]),
    rows: [...office, ...rows],
    frozenColumns: 1,
    entryRows: FURTHER_ROWS,
  });
}
