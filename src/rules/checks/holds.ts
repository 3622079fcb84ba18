// 暂缓发放: what is still withheld, and people on hold whose rows were left out.
import { monthsOf, quarterOf } from '../../model/civil.ts';
import { yuanText } from '../../model/money.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { Office } from '../office.ts';
import { withheldBefore } from '../withheld.ts';

/** Whose pay was withheld, and of whom 增减项 said nothing since. */
export function checkWithheld(office: Office): readonly Problem[] {
  const people = withheldBefore(office).map(({ id, name, period, amount, isUncertain }) => {
    const due = isUncertain ? '金额待核实' : `${yuanText(amount)} 元`;
    return `${name}（${id}）${period} ${due}`;
  });
  return people.length > 0 ? [problem('withheldBefore', { people })] : [];
}

/** People on hold of whom rows were left out; a ranking with them moves others too. */
export function checkUncertain({ period, facts, uncertain, history }: Office): readonly Problem[] {
  const own = facts.people.filter(({ id }) => uncertain.has(id));
  const months = monthsOf(quarterOf(period));
  const isRanked = period === months.at(-1);
  const before = isRanked ? history.filter((record) => months.includes(record.period)) : [];
  const ranked = [
    ...before.flatMap((record) => record.subjects.filter(({ isUncertain }) => isUncertain)),
    ...(isRanked ? own : []),
  ];
  const names = new Map(ranked.map(({ id, name }) => [id, `${name}（${id}）`]));
  return [
    ...own.map(({ id, name }) => problem('heldUncertain', { id, name })),
    ...(names.size > 0 ? [problem('rankingUncertain', { people: [...names.values()] })] : []),
  ];
}
