// 专项: special duties of a person in the month.
import { SPECIAL_DUTIES, type SpecialDutyName } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { yesNo } from '../values/booleans.ts';
import { wordOf } from '../values/words.ts';
import { NO_VALIDITY, PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON, VALIDITY_FIELDS, VALIDITY_WORDS } from './common.ts';

export interface SpecialDutyDraft {
  readonly duty: SpecialDutyName;
  readonly done: boolean;
}

const dutyWord = wordOf<SpecialDutyName>(
  SPECIAL_DUTIES.map((duty) => [duty, duty]),
  SPECIAL_DUTIES,
);
const doneWord = yesNo(['完成', '已完成'], ['未完成']);

export const specialDuties = defineKind({
  kind: 'specialDuties',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    ...VALIDITY_FIELDS,
    duty: ['职责', '专项职责', '专项工作'],
    done: ['完成', '是否完成', '完成情况'],
  },
  before: NO_VALIDITY,
  recognisedBy: [
    ['duty', 'done'],
    ['person', 'duty'],
    ['name', 'duty'],
  ],
  required: [['duty'], ['done'], SOME_PERSON],
  words: { ...VALIDITY_WORDS, duty: dutyWord, done: doneWord },
  typed: { done: 'verdict' },
  parse(row) {
    row.identify();
    row.locate();
    const duty = row.need('duty', dutyWord);
    const done = row.read('done', doneWord) ?? false;
    return duty && { duty, done };
  },
});
