// 信息: reports of grid workers and whether they were found effective.
import type { Moment } from '../../model/civil.ts';
import { defineKind } from '../kind.ts';
import { effectiveness } from '../values/booleans.ts';
import { moment } from '../values/dates.ts';
import { code } from '../values/ids.ts';
import { text, verbatim } from '../values/text.ts';
import { PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON } from './common.ts';

export interface ReportDraft {
  readonly id: string;
  readonly at: Moment;
  readonly category: string | null;
  readonly effective: boolean;
  readonly pending: boolean;
  readonly text: string | null;
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
    effective: ['是否有效', '有效', '审核结果', '是否有效信息'],
    text: ['内容', '信息内容', '事件内容', '事件描述', '信息描述'],
  },
  recognisedBy: [
    ['at', 'effective'],
    ['at', 'id'],
    ['at', 'category'],
    ['at', 'text'],
  ],
  required: [['id'], ['at'], ['effective'], SOME_PERSON],
  keepsOtherPeriods: true,
  parse(row) {
    row.identify();
    const grids = row.locate();
    if (grids.length > 1) row.fail('gridNotSingle', { found: grids }, 'grid');
    const at = row.need('at', moment);
    if (at) row.happened(at.date);
    const id = row.need('id', code);
    row.key = id;
    const effective = row.need('effective', effectiveness);
    if (effective === 'pending' && id !== null) row.warn('reportPending', { id }, 'effective');
    const category = row.read('category', text);
    const content = row.read('text', verbatim);
    if (id === null || at === null || effective === null) return null;
    return { id, at, category, effective: effective === true, pending: effective === 'pending', text: content };
  },
});
