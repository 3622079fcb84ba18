// 请假 and 免考 with times of day (K37): what comes to less than a half, and what is left over beside one.
import { decimalText } from '../../model/fraction.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { halfDaysOf, hoursOf, takenDays } from '../half-days.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

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
