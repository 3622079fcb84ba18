// 例会: who attended, was late, on leave or absent. Long form: one row a person and meeting; wide form: one column a date.
import type { CivilDate } from '../../model/civil.ts';
import { ATTENDANCE, type Attendance } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { date } from '../values/dates.ts';
import { text } from '../values/text.ts';
import { wordOf } from '../values/words.ts';
import { PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON } from './common.ts';
import { ATTENDANCE_MARKS } from './marks.ts';

export interface MeetingMark {
  readonly date: CivilDate;
  readonly meeting: string | null;
  /** Null: the cell of the wide form is empty. */
  readonly attendance: Attendance | null;
  /** The column of the mark in the wide form. */
  readonly column: number | null;
}

export interface MeetingsDraft {
  readonly marks: readonly MeetingMark[];
}

const attendanceWord = wordOf<Attendance>(ATTENDANCE_MARKS, Object.values(ATTENDANCE));

export const meetings = defineKind({
  kind: 'meetings',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    date: ['日期', '会议日期', '例会日期', '开会日期', '会议时间'],
    attendance: ['签到', '签到情况', '出席情况', '到会情况', '参会情况', '签到结果'],
    meeting: ['会议名称', '会议', '会议主题'],
    reason: ['原因', '请假原因'],
    note: ['备注', '说明'],
  },
  recognisedBy: [
    ['date', 'attendance'],
    ['person', 'attendance'],
    ['name', 'attendance'],
  ],
  required: [['date'], ['attendance'], SOME_PERSON],
  parse(row) {
    row.identify();
    row.locate();
    const day = row.need('date', date);
    if (day) row.happened(day);
    const meeting = row.read('meeting', text);
    const attendance = row.need('attendance', attendanceWord);
    return day && attendance && { marks: [{ date: day, meeting, attendance, column: null }] };
  },
});

export const meetingsByDate = defineKind({
  kind: 'meetings',
  fields: { ...PERSON_FIELDS, ...PLACE_FIELDS },
  recognisedBy: SOME_PERSON.map((field) => [field]),
  required: [SOME_PERSON],
  dateColumns: true,
  parse(row) {
    row.identify();
    row.locate();
    const marks = row.acrossDates(attendanceWord);
    const days = marks.map((mark) => mark.date).sort();
    row.happened(days[0] as CivilDate, days.at(-1));
    return { marks: marks.map((mark) => ({ ...mark, attendance: mark.value, meeting: null })) };
  },
});
