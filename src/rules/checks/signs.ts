// 增减项 whose words say that money is taken while the amount is given (spec 3.0).
import type { Adjustment } from '../../model/facts.ts';
import { yuanText } from '../../model/money.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

const TAKES = /扣|罚|追缴|退|个税|所得税|社保|公积金|赔/;
const GIVES = /补|还|返|误|多|退伍|退役|退休/;
const IS_GIVEN = /补|奖|贴/;

const saysTaken = (text: string): boolean => TAKES.test(text) && !GIVES.test(text);

const isDoubtful = ({ title, reason, amount, directed }: Adjustment): boolean =>
  amount > 0 && !directed && (saysTaken(title) || (saysTaken(reason) && !IS_GIVEN.test(title)));

export const checkSigns = ({ facts }: Office, _subjects: readonly Subject[]): readonly Problem[] =>
  facts.adjustments.filter(isDoubtful).map((adjustment) => {
    const { title, amount, person, origin, field } = adjustment;
    const name = facts.people.find(({ id }) => id === person)?.name ?? '';
    return problem(
      'deductionPositive',
      { id: person, name, title, amount: yuanText(amount) },
      placeOf(facts, origin, field),
    );
  });
