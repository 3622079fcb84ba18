// 例会: people missing from a meeting's list (warned about, not deducted), and lateness, which is listed (K8).
import type { MeetingEntry } from '../../model/facts.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

export function checkMeetings({ facts }: Office, subjects: readonly Subject[]): readonly Problem[] {
  const meetings = new Map<string, MeetingEntry[]>();
  for (const entry of facts.meetings) {
    const key = `${entry.date} ${entry.meeting ?? ''}`;
    meetings.set(key, [...(meetings.get(key) ?? []), entry]);
  }
  const members = subjects.filter(({ role }) => role === 'fullTime');
  const unlisted = [...meetings.values()].flatMap((entries) => {
    const [first] = entries as [MeetingEntry];
    const listed = new Set(entries.map(({ person }) => person));
    const names = members
      .filter(({ service }) => service.days.has(first.date) && !service.leaveDays.has(first.date))
      .filter(({ person }) => !listed.has(person.id))
      .map(({ person }) => person.name);
    const place = { ...placeOf(facts, first.origin), row: null, column: null };
    return names.length > 0 ? [problem('absentFromMeetingList', { date: first.date, names }, place)] : [];
  });
  const late = members
    .flatMap(({ person, meetings: own }) => own.map((entry) => ({ person, entry })))
    .filter(({ entry }) => entry.attendance === 'late')
    .map(({ person, entry }) =>
      problem(
        'lateForMeeting',
        { id: person.id, name: person.name, date: entry.date },
        placeOf(facts, entry.origin, 'attendance'),
      ),
    );
  return [...unlisted, ...late];
}
