// 例会: people missing from a meeting's list (warned about, not deducted), and lateness, which is listed (K8).
import type { MeetingEntry } from '../../model/facts.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

/** The entries of each meeting: a date, a time and a name. */
function meetingsIn({ facts }: Office): readonly (readonly [MeetingEntry, ...MeetingEntry[]])[] {
  const meetings = new Map<string, [MeetingEntry, ...MeetingEntry[]]>();
  for (const entry of facts.meetings) {
    const key = [entry.date, entry.time ?? '', entry.meeting ?? ''].join(' ');
    const known = meetings.get(key);
    if (known) known.push(entry);
    else meetings.set(key, [entry]);
  }
  return [...meetings.values()];
}

const labelOf = ({ time, meeting }: MeetingEntry): string => [time?.slice(0, 5), meeting].filter(Boolean).join(' ');

/** Who is on no list of a meeting held that day; one entry a date. */
function unlistedAt(office: Office, members: readonly Subject[]): readonly Problem[] {
  const dates = new Map<string, { first: MeetingEntry; lists: { label: string; names: string[] }[] }>();
  for (const entries of meetingsIn(office)) {
    const [first] = entries;
    const listed = new Set(entries.map(({ person }) => person));
    const names = members
      .filter(({ service }) => service.days.has(first.date) && !service.leaveDays.has(first.date))
      .filter(({ person }) => !listed.has(person.id))
      .map(({ person }) => person.name);
    if (names.length === 0) continue;
    const known = dates.get(first.date) ?? { first, lists: [] };
    known.lists.push({ label: labelOf(first), names });
    dates.set(first.date, known);
  }
  return [...dates].map(([date, { first, lists }]) => {
    const place = { ...placeOf(office.facts, first.origin), row: null, column: null };
    return problem('absentFromMeetingList', { date, lists, names: lists.flatMap(({ names }) => names) }, place);
  });
}

export function checkMeetings(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts } = office;
  const members = subjects.filter(({ role }) => role === 'fullTime');
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
  return [...unlistedAt(office, members), ...late];
}
