// 例会: who attended, was late, on leave or absent. Long form: one row a person and meeting; wide form: one column a meeting.
import type { CivilDate } from '../../model/civil.ts';
import { ATTENDANCE, type Attendance } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { timeOfDay } from '../values/clock.ts';
import { date, moment } from '../values/dates.ts';
import { Fault, type Parser } from '../values/fault.ts';
import { compact, shownText, text } from '../values/text.ts';
import { wordOf } from '../values/words.ts';
import {
  LOOSE_VALIDITY_FIELDS,
  LOOSE_VALIDITY_WORDS,
  NO_LOOSE_VALIDITY,
  PERSON_FIELDS,
  PLACE_FIELDS,
  SOME_PERSON,
} from './common.ts';
import { ATTENDANCE_MARKS } from './marks.ts';

export interface MeetingMark {
  readonly date: CivilDate;
  /** 会议时间, `09:00` where it is a time of day, else as written; null where there is none. */
  readonly time: string | null;
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

/** 会议时间: a time of day, with or without the date before it, or 上午, 下午. */
interface MeetingTime {
  readonly date: CivilDate | null;
  readonly time: string | null;
}

const meetingTime: Parser<MeetingTime> = (cell, column) => {
  const shown = shownText(cell);
  const clock = timeOfDay(shown);
  if (clock) return { date: null, time: clock.slice(0, 5) };
  const read = moment(cell, column);
  if (!(read instanceof Fault)) return { date: read.date, time: read.time?.slice(0, 5) ?? null };
  // 上午, 9:00-11:30: what tells two meetings of a day apart is as it is written.
  return { date: null, time: compact(shown) };
};

export const meetings = defineKind({
  kind: 'meetings',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    ...LOOSE_VALIDITY_FIELDS,
    date: ['日期', '会议日期', '例会日期', '开会日期'],
    time: ['会议时间', '例会时间', '开会时间', '会议开始时间'],
    attendance: ['签到', '签到情况', '出席情况', '到会情况', '参会情况', '签到结果'],
    meeting: ['会议名称', '会议', '会议主题'],
    reason: ['原因', '请假原因'],
    note: ['备注', '说明'],
  },
  before: { ...NO_LOOSE_VALIDITY, date: ['日期', '会议日期', '例会日期', '开会日期', '会议时间'], time: [] },
  recognisedBy: [
    ['date', 'attendance'],
    ['time', 'attendance'],
    ['person', 'attendance'],
    ['name', 'attendance'],
  ],
  required: [['date', 'time'], ['attendance'], SOME_PERSON],
  requiredBefore: [['date'], ['attendance'], SOME_PERSON],
  words: { ...LOOSE_VALIDITY_WORDS, attendance: attendanceWord },
  typed: { attendance: 'verdict' },
  parse(row) {
    row.identify();
    row.locate();
    const held = row.read('time', meetingTime);
    const day = row.has('date') ? row.need('date', date) : (held?.date ?? null);
    if (!row.has('date') && held?.date == null && !row.failed) row.fail('cellEmpty', { heading: '日期' }, 'time');
    if (day && held?.date && held.date !== day)
      row.fail('datesContradict', { heading: row.headingOf('time'), found: held.date, other: day }, 'time');
    if (day) row.happened(day);
    const meeting = row.read('meeting', text);
    const attendance = row.need('attendance', attendanceWord);
    return day && attendance && { marks: [{ date: day, time: held?.time ?? null, meeting, attendance, column: null }] };
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
    return { marks: marks.map(({ value, ...mark }) => ({ ...mark, time: null, attendance: value })) };
  },
});
