// 例会: meetings missed without leave, lateness (三（六）1, K8), and those attended in time (K26). Leave of any kind on the day excuses, 免考 does not (spec 5.1).
import type { Figures } from '../../model/decision.ts';
import type { MeetingEntry } from '../../model/facts.ts';
import { rowsOf } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, counted } from './figure.ts';

const unexcused = ({ meetings, service }: Subject, attendance: MeetingEntry['attendance']): readonly MeetingEntry[] =>
  meetings.filter((entry) => entry.attendance === attendance && !service.leaveDays.has(entry.date));

export const isDeducted = (subject: Subject, entry: MeetingEntry): boolean =>
  unexcused(subject, 'absent').includes(entry);

export function measureMeetings(office: Office, subject: Subject): Figures {
  const searched = tablesOf(office, 'meetings');
  const list = (entries: readonly MeetingEntry[], what: string) => {
    const origins = entries.map(({ origin }) => origin);
    return count(entries.length, counted(rowsOf(origins, 'attendance'), { type: 'absence', what, searched }));
  };
  const onTime = subject.meetings.filter(({ attendance }) => attendance === 'present');
  return {
    meetingAbsences: list(unexcused(subject, 'absent'), '无故缺席的例会'),
    meetingLates: list(unexcused(subject, 'late'), '迟到的例会'),
    meetings: list(subject.meetings, '例会签到'),
    meetingsOnTime: list(onTime, '按时出席的例会'),
  };
}
