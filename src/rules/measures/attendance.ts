// 考核日、出勤份额 and the assessable days with online time (spec 4, 6).
import type { Figures } from '../../model/decision.ts';
import { ratioText } from '../../model/fraction.ts';
import { rowsOf } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, counted } from './figure.ts';
import { patrolDays } from './patrol-days.ts';

export function measureAttendance(office: Office, subject: Subject): Figures {
  const { service, person } = subject;
  const days = patrolDays(subject.patrol);
  const online = service.assessable.filter((day) => (days.get(day)?.figures.onlineTime?.n ?? 0n) > 0n);
  const roster = rowsOf(person.assignments.map(({ origin }) => origin).filter(({ table }) => table >= 0));
  const sources = [...roster, ...rowsOf(service.leaveRows)];
  const patrolled = rowsOf(
    online.flatMap((day) => days.get(day)?.origins ?? []),
    'onlineTime',
  );
  return {
    assessableDays: count(service.assessable.length, sources),
    share: { type: 'share', value: ratioText(service.share), sources },
    onlineDays: count(
      online.length,
      counted(patrolled, { type: 'absence', what: '有在线时长的考核日', searched: tablesOf(office, 'patrol') }),
    ),
  };
}
