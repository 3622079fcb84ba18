// 例会: meetings missed without leave, and lateness (三（六）1, K8). Leave of any kind on the day excuses, 免考 does not (spec 5.1).
import type { Figures } from '../../model/decision.ts';
import type { MeetingEntry } from '../../model/facts.ts';
import { rowsOf } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, counted } from './figure.ts';

export const isDeducted = (subject: Subject, entry: MeetingEntry): boolean =>
  entry.attendance === 'absent' && !subject.service.leaveDays.has(entry.date);

export function measureMeetings(office: Office, subject: Subject): Figures {
  const missed = subject.meetings.filter((entry) => isDeducted(subject, entry));
  const late = subject.meetings.filter(({ attendance }) => attendance === 'late');
  const searched = tablesOf(office, 'meetings');
  const tally = (entries: readonly MeetingEntry[], what: string) => {
    const origins = entries.map(({ origin }) => origin);
    return count(entries.length, counted(rowsOf(origins, 'attendance'), { type: 'absence', what, searched }));
  };
  return { meetingAbsences: tally(missed, '无故缺席的例会'), meetingLates: tally(late, '迟到的例会') };
}
