// 设置: parameters the office changes, from a month on.
import type { YearMonth } from '../../model/civil.ts';
import { defineKind } from '../kind.ts';
import { REASONS, type Reason } from '../rows/reasons.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { month } from '../values/dates.ts';
import { text, verbatim } from '../values/text.ts';

export interface SettingDraft {
  readonly name: string;
  /** As shown: `80%`, `4:00:00`, `800`. */
  readonly value: string;
  readonly from: YearMonth | null;
  readonly basis: string | null;
  readonly approver: string | null;
}

export const DECISION_FIELDS = {
  from: ['起始月', '起始月份', '生效月', '生效月份'],
  basis: ['决定', '依据', '决定/依据', '决定或依据'],
  approver: ['批准人', '审批人'],
} as const;

type Decided = keyof typeof DECISION_FIELDS;

/** A row that names what may be decided, and nothing of a decision yet. */
export const undecided = <F extends string>(
  row: Pick<RowReader<F | Decided>, 'isEmpty'>,
  name: F,
  decided: F,
): Reason | null => {
  const isOpen = [decided, ...(Object.keys(DECISION_FIELDS) as Decided[])].every((field) => row.isEmpty(field));
  return isOpen && !row.isEmpty(name) ? REASONS.notSet : null;
};

export const settings = defineKind({
  kind: 'settings',
  fields: { name: ['参数', '参数名称'], value: ['取值', '参数值', '值'], ...DECISION_FIELDS },
  recognisedBy: [['name', 'value']],
  required: [['name'], ['value']],
  leftOut: (row) => undecided(row, 'name', 'value'),
  parse(row) {
    const name = row.need('name', text);
    const value = row.need('value', text);
    const decision = {
      from: row.read('from', month),
      basis: row.read('basis', verbatim),
      approver: row.read('approver', verbatim),
    };
    return name === null || value === null ? null : { name, value, ...decision };
  },
});
