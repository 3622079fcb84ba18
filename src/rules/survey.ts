// 测评 in force: the latest row of the quarter up to the month (spec 3). Earlier months are known from the last record.
import { quarterOf } from '../model/civil.ts';
import type { Fraction } from '../model/fraction.ts';
import { exactText } from '../model/fraction.ts';
import type { SurveyRecord } from '../model/record.ts';
import type { Office } from './office.ts';

const text = (rate: Fraction | null): string | null => rate && exactText(rate);

/** By person. */
export function surveyInForce({ facts, period, history }: Office): readonly SurveyRecord[] {
  const before = history.at(-1);
  const earlier = before && quarterOf(before.period) === quarterOf(period) ? before.survey : [];
  const own = facts.survey.map(({ person, accuracy, keyPersonKnowledge, familiarity, satisfaction }) => ({
    person,
    period,
    accuracy: text(accuracy),
    keyPersonKnowledge: text(keyPersonKnowledge),
    familiarity: text(familiarity),
    satisfaction: text(satisfaction),
  }));
  const inForce = new Map([...earlier, ...own].map((row) => [row.person, row]));
  return [...inForce.values()].sort((a, b) => (a.person < b.person ? -1 : 1));
}
