// 评分: marks for patrol quality and knowledge of the duty list.
import type { Fraction } from '../../model/fraction.ts';
import { defineKind } from '../kind.ts';
import { yesNo } from '../values/booleans.ts';
import { score } from '../values/scores.ts';
import { PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON } from './common.ts';

export interface ScoreDraft {
  readonly patrolQuality: Fraction | null;
  readonly knowsDutyList: boolean | null;
}

const knowsWord = yesNo(['掌握', '已掌握'], ['未掌握']);

export const scores = defineKind({
  kind: 'scores',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    patrolQuality: ['巡查质量', '巡查质量评分', '巡查质量得分'],
    knowsDutyList: ['清单掌握', '履职清单掌握', '清单掌握情况', '履职清单掌握情况'],
  },
  recognisedBy: [['patrolQuality'], ['knowsDutyList']],
  required: [['patrolQuality', 'knowsDutyList'], SOME_PERSON],
  words: { knowsDutyList: knowsWord },
  typed: { patrolQuality: 'number', knowsDutyList: 'verdict' },
  parse(row) {
    row.identify();
    row.locate();
    const patrolQuality = row.read('patrolQuality', score);
    const knows = row.read('knowsDutyList', knowsWord);
    // An empty cell is 否 (spec 3); without the column nothing is known.
    return { patrolQuality, knowsDutyList: row.has('knowsDutyList') ? (knows ?? false) : null };
  },
});
