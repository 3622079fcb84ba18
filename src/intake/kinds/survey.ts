// 测评: quarterly rates of accuracy, knowledge, familiarity and satisfaction.
import type { Fraction } from '../../model/fraction.ts';
import { defineKind } from '../kind.ts';
import { settleRates } from '../rows/column-units.ts';
import type { Bare } from '../values/fault.ts';
import { rate } from '../values/rates.ts';
import { PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON } from './common.ts';

export interface SurveyDraft {
  readonly accuracy: Fraction | Bare | null;
  readonly keyPersonKnowledge: Fraction | Bare | null;
  readonly familiarity: Fraction | Bare | null;
  readonly satisfaction: Fraction | Bare | null;
}

const RATES = ['accuracy', 'keyPersonKnowledge', 'familiarity', 'satisfaction'] as const;

export const survey = defineKind({
  kind: 'survey',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    accuracy: ['信息采集准确率', '采集准确率'],
    keyPersonKnowledge: ['重点人员掌握率'],
    familiarity: ['熟悉率', '群众熟悉率'],
    satisfaction: ['满意率', '群众满意率', '满意度'],
  },
  recognisedBy: RATES.map((field) => [field]),
  required: [RATES, SOME_PERSON],
  parse(row) {
    row.identify();
    row.locate();
    return {
      accuracy: row.read('accuracy', rate),
      keyPersonKnowledge: row.read('keyPersonKnowledge', rate),
      familiarity: row.read('familiarity', rate),
      satisfaction: row.read('satisfaction', rate),
    };
  },
  finish(table) {
    for (const field of RATES) settleRates(table, field);
  },
});
