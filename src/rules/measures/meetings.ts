// 例会: meetings missed without leave (三（六）1). Leave of any kind on the day excuses, 免考 does not (spec 5.1, K8).
import type { Figures } from '../../model/decision.ts';
import type { MeetingEntry } from '../../model/facts.ts';
import { rowsOf } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, counted } from './figure.ts';

export const isDeducted = (subject: Subject, entry: MeetingEntry): boolean =>
  entry.attendance === 'absent' && !subject.service.leaveDays.has(entry.date);

export function measureMeetings(office: Office, subject: Subject): Figures {
  const missed = subject.meetings.filter((entry) => isDeducted(subject, entry));
  const absence = { type: 'absence', what: '无故缺席的例会', searched: tablesOf(office, 'meetings') } as const;
  return {
    meetingAbsences: count(
      missed.length,
      counted(
        rowsOf(
          missed.map(({ origin }) => origin),
          'attendance',
        ),
        absence,
      ),
    ),
  };
}
