// 请假 and 免考 with times of day (K37): what comes to less than a half, and what is left over beside one.
import type { CivilDate } from '../../model/civil.ts';
import { compare, decimalText, type Fraction, fraction, mul, ZERO } from '../../model/fraction.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { halfDaysOf, hoursOf, takenDays } from '../half-days.ts';
import { type Office, placeOf, rosterPlace, type Subject } from '../office.ts';

/** Days of leave, whole ones, on which somebody's online time was at least half of what it usually is. */
function workedThrough({ person, service, patrolDays }: Subject): readonly CivilDate[] {
  const onlineOn = (day: CivilDate): Fraction | null => patrolDays.get(day)?.figures.onlineTime ?? null;
  const usual = service.assessable.flatMap((day) => onlineOn(day) ?? []).sort(compare);
  const median = usual[Math.floor((usual.length - 1) / 2)];
  if (median === undefined || median.n === 0n) return [];
  const whole = service.leaves.filter(
    (leave) => leave.person === person.id && leave.part === 'full' && leave.begins === null && leave.ends === null,
  );
  return [...patrolDays.keys()]
    .filter((day) => whole.some(({ from, to }) => from <= day && day <= to))
    .filter((day) => compare(mul(onlineOn(day) ?? ZERO, fraction(2)), median) >= 0)
    .sort();
}

/** Leave of people whose figures say that they were at work. */
export function checkWorkOnLeave({ facts, valueRules }: Office, subjects: readonly Subject[]): readonly Problem[] {
  if (valueRules === 1) return [];
  const found = subjects.flatMap((subject) => {
    const days = subject.role === 'fullTime' ? workedThrough(subject) : [];
    return days.length === 0 ? [] : [{ subject, days }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const people = found.map(({ subject: { person }, days }) => ({ id: person.id as string, name: person.name, days }));
  const origins = first.subject.service.leaves.flatMap(({ origin }) => (typeof origin === 'string' ? [] : [origin]));
  const [origin] = origins;
  const place = origin === undefined ? rosterPlace(facts, first.subject.person) : placeOf(facts, origin, 'from');
  return [problem('leaveWithFigures', { people }, place)];
}

export function checkLeave(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts, scheme, workdays } = office;
  const by = halfDaysOf(scheme);
  if (by === null) return [];
  const isWorkday = new Set(workdays);
  const asked = subjects.flatMap(({ person, service }) =>
    service.leaves.flatMap((leave): Problem[] => {
      if (typeof leave.origin === 'string' || (leave.begins === null && leave.ends === null)) return [];
      const days = takenDays(leave, by).filter(({ day }) => isWorkday.has(day) && service.days.has(day));
      const place = placeOf(facts, leave.origin, 'from');
      const who = { id: person.id as string, name: person.name, kind: leave.kind };
      return days.flatMap(({ day, halves, rest }): Problem[] => {
        const hours = decimalText(hoursOf(rest), 1);
        if (halves.length === 0) return [problem('leaveTooShort', { ...who, date: day }, place)];
        return rest > by.rest ? [problem('leaveLeftOver', { ...who, date: day, hours }, place)] : [];
      });
    }),
  );
  const halves = facts.excused.flatMap((one) => {
    const parts = takenDays(one, by).filter(({ halves: taken }) => taken.length < 2);
    const [first] = parts;
    return first
      ? [problem('excusedHalfDay', { date: first.day, count: parts.length }, placeOf(facts, one.origin, 'reason'))]
      : [];
  });
  return [...new Map(asked.map((one) => [JSON.stringify(one), one])).values(), ...halves];
}
