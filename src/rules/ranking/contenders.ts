// Who stands for the quarter's ranking, and why others do not (spec 6, K18).
import type { CivilDate, YearMonth } from '../../model/civil.ts';
import { firstDay, monthsOf, quarterOf } from '../../model/civil.ts';
import type { Figures } from '../../model/decision.ts';
import type { PersonId } from '../../model/facts.ts';
import { type Fraction, isZero, parseFraction, sum, ZERO } from '../../model/fraction.ts';
import { servesAs } from '../../model/service.ts';
import { type IneligibleReason, isRole, type Role } from '../../model/terms.ts';
import { daysBetween } from '../../scheme/calendar.ts';
import { isOn } from '../../scheme/scheme.ts';
import type { RuleInput } from '../kind.ts';
import type { RankingRule } from './rule.ts';
import type { QuarterFigures } from './score.ts';

export interface Contender {
  readonly id: PersonId;
  readonly name: string;
  /** Null: eligible. */
  readonly reason: IneligibleReason | null;
  readonly figures: QuarterFigures;
  /** A red card may hang on a month that is not to be had. */
  readonly cardIncomplete: boolean;
}

interface Member {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  /** One per month of the quarter; null where the person was no subject. */
  readonly months: readonly (Figures | null)[];
}

function numeric(figures: Figures | null, key: string): Fraction {
  const figure = figures?.[key];
  return (figure && figure.type !== 'flag' && parseFraction(figure.value)) || ZERO;
}

/** Members of the item's roles in service on any day of the quarter, by id. */
function membersOf(input: RuleInput<RankingRule>, months: readonly YearMonth[]): readonly Member[] {
  const { office, item, subjects, figuresOf } = input;
  const names = new Map<string, { id: PersonId; name: string; role: Role }>();
  for (const record of office.history.filter(({ period }) => months.includes(period))) {
    for (const { id, name, role, served } of record.subjects) {
      if (served && item.for.includes(role)) names.set(`${role} ${id}`, { id, name, role });
    }
  }
  const days = daysBetween(firstDay(monthsOf(quarterOf(office.period))[0]), firstDay(office.period));
  for (const person of office.facts.people) {
    for (const role of item.for.filter(isRole)) {
      if (days.some((day) => servesAs(person, role, day))) names.set(`${role} ${person.id}`, { ...person, role });
    }
  }
  for (const { person, role, service } of subjects) {
    if (service.days.size > 0) names.set(`${role} ${person.id}`, { ...person, role });
  }
  const inMonth = (month: YearMonth, id: PersonId, role: Role): Figures | null => {
    if (month === office.period) {
      const subject = subjects.find((one) => one.person.id === id && one.role === role);
      return subject ? figuresOf(subject) : null;
    }
    const record = office.history.find(({ period }) => period === month);
    return record?.subjects.find((one) => one.id === id && one.role === role)?.figures ?? null;
  };
  return [...names.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, role }) => ({ id, name, role, months: months.map((month) => inMonth(month, id, role)) }));
}

/** All contenders of the quarter, eligible or not, by id. */
export function contendersOf(
  input: RuleInput<RankingRule>,
  months: readonly YearMonth[],
  lastDay: CivilDate,
): readonly Contender[] {
  const { with: rule } = input;
  const employed = new Set(
    input.subjects.filter(({ service }) => service.days.has(lastDay)).map(({ person }) => person.id),
  );
  const reasonFor = ({ id, months: figures }: Member): IneligibleReason | null => {
    if (!employed.has(id)) return 'notEmployedAtEnd';
    if (isOn(rule.needsEveryMonth) && figures.some((month) => isZero(numeric(month, rule.assessedWhen))))
      return 'noAssessableDays';
    if (isOn(rule.bars) && figures.some((month) => month?.card?.value === rule.barredBy)) return 'redCard';
    return null;
  };
  return membersOf(input, months).map((member) => ({
    id: member.id,
    name: member.name,
    reason: reasonFor(member),
    figures: (figure) => sum(member.months.map((month) => numeric(month, figure))),
    cardIncomplete: member.months.some((month) => month?.cardIncomplete?.value === true),
  }));
}
