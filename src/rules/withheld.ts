// 暂缓发放: what is withheld is remembered from month to month until 增减项 say that it was paid.
import type { Decision } from '../model/decision.ts';
import { type Fen, fen } from '../model/money.ts';
import type { WithheldRecord } from '../model/record.ts';
import type { Office, Subject } from './office.ts';

/** The item of the decision that takes off what is withheld. */
export const WITHHELD = 'withheld';

/** A row of 增减项 about it, by its 项目. */
const SETTLES = /暂缓/;

/** Of the months before, without those of whom this month's 增减项 say so. */
export function withheldBefore({ history, facts }: Office): readonly WithheldRecord[] {
  const settled = new Set(facts.adjustments.filter(({ title }) => SETTLES.test(title)).map(({ person }) => person));
  return (history.at(-1)?.withheld ?? []).filter(({ id }) => !settled.has(id));
}

const amountIn = (decisions: readonly Decision[]): Fen =>
  fen(0 - (decisions.find(({ item }) => item === WITHHELD)?.amount ?? 0));

/** All that is still withheld when the month has been settled; a person in two roles stands once for each. */
export function withheldNow(
  office: Office,
  settled: readonly { readonly subject: Subject; readonly decisions: readonly Decision[] }[],
): readonly WithheldRecord[] {
  const { period, uncertain } = office;
  const now = settled
    .map(({ subject: { person }, decisions }) => ({
      id: person.id,
      name: person.name,
      period,
      amount: amountIn(decisions),
      isUncertain: uncertain.has(person.id),
    }))
    .filter(({ amount, isUncertain }) => amount !== 0 || isUncertain);
  return [...withheldBefore(office), ...now];
}
