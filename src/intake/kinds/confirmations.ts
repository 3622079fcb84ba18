// 口径确认: which reading of a numbered interpretation the office has confirmed, from a month on.
import type { YearMonth } from '../../model/civil.ts';
import { defineKind } from '../kind.ts';
import { month } from '../values/dates.ts';
import { compact, text, verbatim } from '../values/text.ts';
import { DECISION_FIELDS, undecided } from './settings.ts';

export interface ConfirmationDraft {
  /** `K1` */
  readonly id: string;
  readonly choice: string;
  readonly from: YearMonth | null;
  readonly basis: string | null;
  readonly approver: string | null;
}

export const confirmations = defineKind({
  kind: 'confirmations',
  fields: { id: ['编号', '口径编号', '口径'], choice: ['选定', '选定读法', '选定口径'], ...DECISION_FIELDS },
  recognisedBy: [['id', 'choice']],
  required: [['id'], ['choice']],
  leftOut: (row) => undecided(row, 'id', 'choice'),
  parse(row) {
    const id = row.need('id', text);
    const choice = row.need('choice', text);
    const decision = {
      from: row.read('from', month),
      basis: row.read('basis', verbatim),
      approver: row.read('approver', verbatim),
    };
    return id === null || choice === null ? null : { id: compact(id).toUpperCase(), choice, ...decision };
  },
});
