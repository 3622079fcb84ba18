// 免考: days on which one person or everyone is excused from patrol.
import { compareMoments, type Moment } from '../../model/civil.ts';
import type { DayPart } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { orEmpty } from '../values/blank.ts';
import { date } from '../values/dates.ts';
import { beginning, ending } from '../values/span-edges.ts';
import { text, verbatim } from '../values/text.ts';
import { NO_VALIDITY, PERSON_FIELDS, PLACE_FIELDS, VALIDITY_FIELDS, VALIDITY_WORDS } from './common.ts';
import { partWord } from './leave.ts';

export interface ExcusedDraft {
  readonly from: Moment;
  readonly to: Moment;
  readonly part: DayPart;
  readonly reason: string;
}

export const excused = defineKind({
  kind: 'excused',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    ...VALIDITY_FIELDS,
    date: ['日期', '免考日期'],
    from: ['开始日期', '起始日期', '免考开始'],
    to: ['结束日期', '截止日期', '免考结束'],
    part: ['时段', '免考时段'],
    reason: ['原因', '免考原因', '事由', '免考事由'],
    note: ['备注'],
  },
  before: { ...NO_VALIDITY, part: [] },
  recognisedBy: [
    ['date', 'reason'],
    ['from', 'to', 'reason'],
  ],
  required: [['date', 'from'], ['date', 'to'], ['reason']],
  tellsAhead: true,
  words: { ...VALIDITY_WORDS, part: partWord },
  parse(row) {
    const { id, name, idNumber, phone } = row.identify();
    if ([id, name, idNumber, phone].every((value) => value === null)) row.person = null;
    row.locate();
    const ranged = row.has('from') && row.has('to') && !(row.has('date') && row.read('date', text) !== null);
    const day = (field: 'date' | 'from' | 'to'): Moment | null => {
      const read = row.need(field, date);
      return read && { date: read, time: null };
    };
    const isOld = row.valueRules === 1;
    const read = (field: 'from' | 'to') =>
      isOld ? day(field) : row.need(field, field === 'from' ? beginning : ending);
    const from = ranged ? read('from') : day('date');
    const to = ranged ? read('to') : from;
    if (from && to && from.date <= to.date) row.happened(from.date, to.date);
    if (from && to && compareMoments(to, from) < 0) row.fail('rangeReversed', { from: from.date, to: to.date }, 'to');
    const reason = row.need('reason', verbatim);
    const part = row.read('part', orEmpty(partWord)) ?? 'full';
    return from && to && reason !== null ? { from, to, reason, part } : null;
  },
});
