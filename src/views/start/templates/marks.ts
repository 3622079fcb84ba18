// 专项, 评分, 测评, 增减项: what the office itself decides or measures.
import { adjustments as adjustmentsKind } from '../../../intake/kinds/adjustments.ts';
import { scores as scoresKind } from '../../../intake/kinds/scores.ts';
import { specialDuties as specialDutiesKind } from '../../../intake/kinds/special-duties.ts';
import { survey as surveyKind } from '../../../intake/kinds/survey.ts';
import { YES_OR_NO } from '../../../intake/values/booleans.ts';
import { SPECIAL_DUTIES } from '../../../model/terms.ts';
import { amountEntry, measureEntry, rateEntry, textEntry, wordEntry } from '../input-column.ts';
import { name, person } from './common.ts';
import { column, template } from './template.ts';

const HIGHEST_MARK = 100;

export const specialDuties = template(specialDutiesKind, '承担专项职责的人、当月是否完成', [
  person,
  name,
  column('duty', wordEntry(SPECIAL_DUTIES), { required: true, note: '从下拉列表选择。', example: SPECIAL_DUTIES[0] }),
  column('done', wordEntry(YES_OR_NO), { required: true, note: '是或否；空着算否。', example: '是' }),
]);

export const scores = template(scoresKind, '巡查质量评分、履职清单是否掌握；排名时需要', [
  person,
  name,
  column('patrolQuality', measureEntry(HIGHEST_MARK), { note: '0 至 100 分，可有小数。', example: 95 }),
  column('knowsDutyList', wordEntry(YES_OR_NO), { note: '是或否；空着算否。', example: '是' }),
]);

const rate = (field: 'accuracy' | 'keyPersonKnowledge' | 'familiarity' | 'satisfaction', example: number) =>
  column(field, rateEntry, { note: '百分数，如 97%。', example });

export const survey = template(surveyKind, '每季一次的测评，当季以后各月沿用', [
  person,
  name,
  rate('accuracy', 0.98),
  rate('keyPersonKnowledge', 0.95),
  rate('familiarity', 0.9),
  rate('satisfaction', 0.92),
]);

export const adjustments = template(adjustmentsKind, '补发、扣回和其他增减，写明原因和批准人', [
  person,
  name,
  column('title', textEntry(10, 18), { required: true, note: '项目的名称，如 补发。', example: '补发' }),
  column('amount', amountEntry, { required: true, note: '元，最多两位小数；扣减写负数，如 -50。', example: 66 }),
  column('reason', textEntry(16, 36), { required: true, note: '为什么增减。', example: '上月例会误记缺席' }),
  column('approver', textEntry(8, 12), { required: true, note: '谁批准的。', example: '李主任' }),
]);
