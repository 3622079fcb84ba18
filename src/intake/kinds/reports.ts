// 信息: reports of grid workers and whether they were found effective.
import type { Moment } from '../../model/civil.ts';
import { defineKind } from '../kind.ts';
import { refuseRoundedNumbers } from '../rows/rounded-numbers.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { EFFECT_FIELDS } from '../table.ts';
import { effectiveness, effectivenessBefore } from '../values/booleans.ts';
import { moment } from '../values/dates.ts';
import { code, recordNumber } from '../values/ids.ts';
import { text, verbatim } from '../values/text.ts';
import { freeState, voided } from '../values/validity.ts';
import { PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON } from './common.ts';

export interface ReportDraft {
  readonly id: string;
  readonly at: Moment;
  readonly category: string | null;
  readonly effective: boolean;
  readonly pending: boolean;
  readonly text: string | null;
}

type Row = RowReader<string>;
type Effect = boolean | 'pending' | 'void';

/**
 * What the columns that tell of a report's effect say together: 作废 is no report, 驳回 not effective, 待审核 not yet. Null, and
 * the row has failed, where they contradict each other or say nothing.
 */
function effectOf(row: Row): Effect | null {
  const said = EFFECT_FIELDS.flatMap((field) => {
    const effect: Effect | null = row.has(field) ? row.read<Effect>(field, effectiveness) : null;
    return effect === null ? [] : [{ field, effect }];
  });
  if (row.failed) return null;
  const voids = [row.read('voided', voided), row.read('freeState', freeState)];
  if (said.some(({ effect }) => effect === 'void') || voids.includes('void')) return 'void';
  if (said.some(({ effect }) => effect === 'pending')) return 'pending';
  const [first, ...others] = said;
  if (first === undefined) {
    const asked = EFFECT_FIELDS.find((field) => row.has(field)) ?? 'effective';
    row.fail('cellEmpty', { heading: row.headingOf(asked) }, asked);
    return null;
  }
  const other = others.find(({ effect }) => effect !== first.effect);
  if (other) {
    const data = {
      heading: row.headingOf(first.field),
      found: row.shownIn(first.field),
      other: row.headingOf(other.field),
      otherFound: row.shownIn(other.field),
    };
    row.fail('verdictsContradict', data, other.field);
    return null;
  }
  return first.effect;
}

export const reports = defineKind({
  kind: 'reports',
  fields: {
    ...PERSON_FIELDS,
    person: [...PERSON_FIELDS.person, '上报人工号', '上报人编号'],
    name: [...PERSON_FIELDS.name, '上报人', '上报人姓名', '上报人员'],
    ...PLACE_FIELDS,
    id: ['编号', '信息编号', '事件编号', '上报编号'],
    at: ['上报时间', '上报日期', '提交时间', '报送时间'],
    category: ['类别', '信息类别', '信息类型', '事件类别', '事件类型'],
    effective: ['是否有效', '有效', '是否有效信息', '有效性'],
    review: ['审核状态', '审批状态', '审核情况', '采纳情况', '是否采纳'],
    verdict: ['审核结果', '审批结果', '认定结果', '审核意见'],
    voided: ['是否作废', '是否撤销', '是否撤回', '是否重复', '是否删除', '作废', '撤销'],
    freeState: ['状态', '信息状态', '事件状态', '处理状态'],
    text: ['内容', '信息内容', '事件内容', '事件描述', '信息描述'],
  },
  recognisedBy: [
    ['at', 'effective'],
    ['at', 'review'],
    ['at', 'verdict'],
    ['at', 'id'],
    ['at', 'category'],
    ['at', 'text'],
  ],
  before: {
    effective: ['是否有效', '有效', '审核结果', '是否有效信息'],
    review: [],
    verdict: [],
    voided: [],
    freeState: [],
  },
  required: [['id'], ['at'], EFFECT_FIELDS, SOME_PERSON],
  requiredBefore: [['id'], ['at'], ['effective'], SOME_PERSON],
  words: { effective: effectiveness, review: effectiveness, verdict: effectiveness, voided },
  typed: { effective: 'verdict' },
  keepsOtherPeriods: true,
  parse(row) {
    row.identify();
    const grids = row.locate();
    if (grids.length > 1) row.fail('gridNotSingle', { found: grids }, 'grid');
    const at = row.need('at', moment);
    if (at) row.happened(at.date);
    const id = row.need('id', row.valueRules === 1 ? code : recordNumber);
    row.key = id;
    const effective = row.valueRules === 1 ? row.need('effective', effectivenessBefore) : effectOf(row);
    if (effective === 'pending' && id !== null)
      row.warn('reportPending', { id }, EFFECT_FIELDS.find((field) => row.has(field)) ?? null);
    const category = row.read('category', text);
    const content = row.read('text', verbatim);
    if (effective === 'void') {
      row.isVoid = true;
      return null;
    }
    if (id === null || at === null || effective === null) return null;
    return { id, at, category, effective: effective === true, pending: effective === 'pending', text: content };
  },
  finish: refuseRoundedNumbers,
});
