// 免考: days on which one person or everyone is excused from patrol.
import type { CivilDate } from '../../model/civil.ts';
import { defineKind } from '../kind.ts';
import { date } from '../values/dates.ts';
import { text, verbatim } from '../values/text.ts';
import { PERSON_FIELDS, PLACE_FIELDS } from './common.ts';

export interface ExcusedDraft {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly reason: string;
}

export const excused = defineKind({
  kind: 'excused',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    date: ['日期', '免考日期'],
    from: ['开始日期', '起始日期', '免考开始'],
    to: ['结束日期', '截止日期', '免考结束'],
    reason: ['原因', '免考原因', '事由', '免考事由'],
    note: ['备注'],
  },
  recognisedBy: [
    ['date', 'reason'],
    ['from', 'to', 'reason'],
  ],
  required: [['date', 'from'], ['date', 'to'], ['reason']],
  tellsAhead: true,
  parse(row) {
    const { id, name, idNumber, phone } = row.identify();
    if ([id, name, idNumber, phone].every((value) => value === null)) row.person = null;
    row.locate();
    const ranged = row.has('from') && row.has('to') && !(row.has('date') && row.read('date', text) !== null);
    const from = row.need(ranged ? 'from' : 'date', date);
    const to = ranged ? row.need('to', date) : from;
    if (from && to && from <= to) row.happened(from, to);
    if (from && to && to < from) row.fail('rangeReversed', { from, to }, 'to');
    const reason = row.need('reason', verbatim);
    return from && to && reason !== null ? { from, to, reason } : null;
  },
});
