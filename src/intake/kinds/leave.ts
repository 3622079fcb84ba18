// 请假: leave of a person from one day or moment to another, of a kind.
import { compareMoments, type Moment } from '../../model/civil.ts';
import { DAY_PARTS, type DayPart, LEAVE_KINDS, type LeaveKind } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { orEmpty } from '../values/blank.ts';
import { date } from '../values/dates.ts';
import { addDays } from '../values/serial.ts';
import { beginning, ending, type WrittenLength, writtenLength } from '../values/span-edges.ts';
import { glossary, wordOf } from '../values/words.ts';
import { NO_VALIDITY, PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON, VALIDITY_FIELDS, VALIDITY_WORDS } from './common.ts';

export interface LeaveDraft {
  readonly from: Moment;
  readonly to: Moment;
  readonly kind: LeaveKind;
  readonly part: DayPart;
  /** 时长, 天数 as written; without a value where it cannot be read. */
  readonly length: WrittenLength | { readonly shown: string } | null;
}

const kindWord = wordOf<LeaveKind>(
  LEAVE_KINDS.map((kind) => [kind, kind]),
  LEAVE_KINDS,
);
export const partWord = wordOf<DayPart>(glossary(DAY_PARTS), Object.values(DAY_PARTS));

export const leave = defineKind({
  kind: 'leave',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    ...VALIDITY_FIELDS,
    from: ['开始日期', '开始时间', '起始日期', '请假开始', '请假开始日期', '请假开始时间'],
    to: ['结束日期', '结束时间', '截止日期', '请假结束', '请假结束日期', '请假结束时间'],
    kind: ['类型', '请假类型', '假别', '请假类别', '请假种类'],
    part: ['时段', '请假时段'],
    length: ['时长', '天数', '请假时长', '请假天数', '请假小时数', '合计天数', '共计天数'],
    reason: ['原因', '请假原因', '事由', '请假事由'],
    note: ['备注', '说明'],
  },
  before: { ...NO_VALIDITY, length: [] },
  recognisedBy: [['from', 'to', 'kind']],
  required: [['from'], ['to'], ['kind'], SOME_PERSON],
  keepsOtherPeriods: true,
  tellsAhead: true,
  words: { ...VALIDITY_WORDS, kind: kindWord, part: partWord },
  typed: { part: 'dayPart' },
  parse(row) {
    row.identify();
    row.locate();
    const isOld = row.valueRules === 1;
    const day = (field: 'from' | 'to'): Moment | null => {
      const read = row.need(field, date);
      return read && { date: read, time: null };
    };
    const from = isOld ? day('from') : row.need('from', beginning);
    const to = isOld ? day('to') : row.need('to', ending);
    const isReversed = from !== null && to !== null && compareMoments(to, from) < 0;
    if (from && to && from.date <= to.date) row.happened(from.date, to.date);
    if (from && to && isReversed) row.fail('rangeReversed', { from: textOf(from), to: textOf(to) }, 'to');
    if (from && to && !isOld && addDays(from.date, LONGEST) < to.date)
      row.warn('leaveTooLong', { from: from.date, to: to.date, days: LONGEST }, 'to');
    const kind = row.need('kind', kindWord);
    const part = row.read('part', orEmpty(partWord)) ?? 'full';
    const length = row.read('length', writtenLength);
    return from && to && kind && { from, to, kind, part, length };
  },
});

/** Days that no leave lasts: 产假 has 188. */
const LONGEST = 200;

const textOf = ({ date: day, time }: Moment): string => (time === null ? day : `${day} ${time.slice(0, 5)}`);
