// 请假: leave of a person from one day to another, of a kind.
import type { CivilDate } from '../../model/civil.ts';
import { DAY_PARTS, type DayPart, LEAVE_KINDS, type LeaveKind } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { date } from '../values/dates.ts';
import { glossary, wordOf } from '../values/words.ts';
import { PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON } from './common.ts';

export interface LeaveDraft {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly kind: LeaveKind;
  readonly part: DayPart;
}

const kindWord = wordOf<LeaveKind>(
  LEAVE_KINDS.map((kind) => [kind, kind]),
  LEAVE_KINDS,
);
const partWord = wordOf<DayPart>(glossary(DAY_PARTS), Object.values(DAY_PARTS));

export const leave = defineKind({
  kind: 'leave',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    from: ['开始日期', '开始时间', '起始日期', '请假开始', '请假开始日期', '请假开始时间'],
    to: ['结束日期', '结束时间', '截止日期', '请假结束', '请假结束日期', '请假结束时间'],
    kind: ['类型', '请假类型', '假别', '请假类别', '请假种类'],
    part: ['时段', '请假时段'],
    reason: ['原因', '请假原因', '事由', '请假事由'],
    note: ['备注', '说明'],
  },
  recognisedBy: [['from', 'to', 'kind']],
  required: [['from'], ['to'], ['kind'], SOME_PERSON],
  tellsAhead: true,
  parse(row) {
    row.identify();
    row.locate();
    const [from, to] = [row.need('from', date), row.need('to', date)];
    if (from && to && from <= to) row.happened(from, to);
    if (from && to && to < from) row.fail('rangeReversed', { from, to }, 'to');
    const kind = row.need('kind', kindWord);
    const part = row.read('part', partWord) ?? 'full';
    return from && to && kind && { from, to, kind, part };
  },
});
