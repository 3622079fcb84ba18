// 增减项: corrections, back pay and other items, each with reason and approver.
import type { Fen } from '../../model/money.ts';
import { defineKind } from '../kind.ts';
import { money } from '../values/money.ts';
import { verbatim } from '../values/text.ts';
import { PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON } from './common.ts';

export interface AdjustmentDraft {
  readonly title: string;
  readonly amount: Fen;
  readonly reason: string;
  readonly approver: string;
}

export const adjustments = defineKind({
  kind: 'adjustments',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    title: ['项目', '项目名称', '增减项', '增减项目'],
    amount: ['金额', '增减金额'],
    reason: ['原因', '事由', '增减原因'],
    approver: ['批准人', '审批人'],
  },
  recognisedBy: [
    ['amount', 'reason'],
    ['amount', 'title'],
  ],
  required: [['title'], ['amount'], ['reason'], ['approver'], SOME_PERSON],
  comparesOtherColumns: true,
  parse(row) {
    row.identify();
    row.locate();
    const title = row.need('title', verbatim);
    const amount = row.need('amount', money);
    const reason = row.need('reason', verbatim);
    const approver = row.need('approver', verbatim);
    return title && amount !== null && reason && approver ? { title, amount, reason, approver } : null;
  },
});
