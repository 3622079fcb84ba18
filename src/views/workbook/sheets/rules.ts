// 规则依据: every parameter with its value and whether the published text sets it, the street reads it, or the office.
import type { Basis } from '../../../model/decision.ts';
import type { InterpretationRecord, MonthRecord, ParameterRecord, SchemeRecord } from '../../../model/record.ts';
import { numberColumn, tableSheet, textColumn, wordColumn } from '../columns.ts';
import type { ParameterNames } from '../live/names.ts';
import { type Cell, type CellValue, type DefinedName, type SheetModel, styled } from '../model.ts';
import { SHEETS } from '../sheet-names.ts';

/** A parameter with its basis as the sheet shows it. */
interface ShownParameter {
  readonly parameter: ParameterRecord;
  readonly clause: string | null;
  readonly nature: Cell;
  /** 原文或口径 */
  readonly text: Cell;
}

function shownBasis(basis: Basis, interpretations: readonly InterpretationRecord[]): Omit<ShownParameter, 'parameter'> {
  if ('quote' in basis) return { clause: basis.clause, nature: '文件规定', text: `“${basis.quote}”` };
  if ('approver' in basis)
    return { clause: null, nature: styled('单位设定', 'warn'), text: `${basis.reason}（批准人：${basis.approver}）` };
  const row = interpretations.findIndex(({ number }) => number === basis.interpretation);
  const text = `${basis.interpretation}：${interpretations[row]?.reading ?? ''}`;
  const reading = row < 0 ? text : { value: text, link: { sheet: SHEETS.interpretations, row } };
  return { clause: basis.clause ?? null, nature: styled('街道自定', 'warn'), text: reading };
}

const calledName = (name: string | undefined, calledBy: ReadonlySet<string>): Cell =>
  name !== undefined && calledBy.has(name) ? name : null;

/** Numbers are numbers; choices such as 日 and 是 are text. */
export const parameterValue = ({ value }: ParameterRecord): CellValue =>
  /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;

/** The names of the values on the sheet. */
export const definedNames = ({ parameters }: SchemeRecord, names: ParameterNames): readonly DefinedName[] =>
  parameters.flatMap(({ key }, row) => {
    const name = names.get(key);
    return name === undefined ? [] : [{ name, sheet: SHEETS.rules, row, column: 'value' }];
  });

/** `calledBy`: the names by which formulas of the workbook call parameters; the footer says what a parameter without one means. */
export function rulesSheet({ scheme }: MonthRecord, names: ParameterNames, calledBy: ReadonlySet<string>): SheetModel {
  const { title, document, items, interpretations } = scheme;
  return tableSheet<ShownParameter>({
    name: SHEETS.rules,
    title: SHEETS.rules,
    subtitle: [
      [`${title}；依据：${document.issuer}《${document.title}》（${document.date}）`],
      [`项目及条款：${items.map((item) => `${item.title} ${item.clause}`).join('；')}`],
      [`规则版本：${scheme.id}　SHA-256：${scheme.sha256}`],
    ],
    columns: [
      numberColumn,
      ['title', textColumn('参数', 12, 30), ({ parameter }) => parameter.title],
      ['value', { ...wordColumn('取值', 6, 12), kind: 'number' }, ({ parameter }) => parameterValue(parameter)],
      ['unit', wordColumn('单位', 6, 10), ({ parameter }) => parameter.unit],
      ['clause', wordColumn('条款', 8, 16), ({ clause }) => clause],
      ['nature', wordColumn('性质', 9, 10), ({ nature }) => nature],
      ['text', textColumn('原文或口径', 20, 70), ({ text }) => text],
      ['name', textColumn('公式中的名称', 10, 28), ({ parameter }) => calledName(names.get(parameter.key), calledBy)],
    ],
    rows: scheme.parameters.map((parameter) => ({ parameter, ...shownBasis(parameter.basis, interpretations) })),
    footer: [
      ['没有写公式中名称的参数，本表的公式没有用到：要改取值，请在设置表中改，再重新生成。'],
      [
        '文件规定：文件原文写明。街道自定：文件未写明或可作不同理解，按所列口径执行，可由单位另行确定。单位设定：本单位在设置表中确定。',
      ],
    ],
  });
}
