// 派单: tasks dispatched to grid workers, due and done.
import { type Moment, momentText } from '../../model/civil.ts';
import { TASK_TYPES, type TaskType, WITHDRAWN_STATES } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { moment } from '../values/dates.ts';
import { code } from '../values/ids.ts';
import { compact, text } from '../values/text.ts';
import { glossary, wordOf } from '../values/words.ts';
import { PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON } from './common.ts';

export interface TaskDraft {
  readonly id: string;
  readonly type: TaskType;
  readonly dispatched: Moment | null;
  readonly due: Moment | null;
  readonly done: Moment | null;
  readonly state: string | null;
  readonly withdrawn: boolean;
}

const typeWord = wordOf<TaskType>(
  [...glossary(TASK_TYPES), ['事件派单', 'event'], ['任务派单', 'task'], ['临时任务', 'adHoc'], ['临时交办', 'adHoc']],
  Object.values(TASK_TYPES),
);
/** 状态 is free text; these are the usual ones. */
export const USUAL_STATES = ['办理中', '已办结', ...WITHDRAWN_STATES] as const;

const DONE_STATES = new Set(['办结', '已办结', '已完成', '完成']);
const OPEN_STATES = new Set(['未完成', '办理中', '待办', '未办结']);
const WITHDRAWN = new Set(WITHDRAWN_STATES.flatMap((state) => [state, `已${state}`]));

function checkState(row: Pick<RowReader<'state'>, 'warn'>, id: string, state: string, done: Moment | null): void {
  const contradicted = done === null ? DONE_STATES.has(state) : OPEN_STATES.has(state);
  if (contradicted) row.warn('taskStateContradicted', { id, state, done: done && momentText(done) }, 'state');
}

export const tasks = defineKind({
  kind: 'tasks',
  fields: {
    ...PERSON_FIELDS,
    person: [...PERSON_FIELDS.person, '承办人工号', '承办人编号', '处理人工号'],
    name: [...PERSON_FIELDS.name, '承办人', '承办人姓名', '处理人', '处理人姓名'],
    ...PLACE_FIELDS,
    id: ['编号', '任务编号', '派单编号', '工单编号'],
    type: ['类型', '任务类型', '派单类型', '工单类型'],
    dispatched: ['派单时间', '派发日期', '派单日期', '派发时间', '下派时间'],
    due: ['截止时间', '办理时限', '截止日期', '办结时限', '办理期限', '完成时限'],
    done: ['完成时间', '办结时间', '完成日期', '办结日期'],
    state: ['状态', '任务状态', '办理状态', '工单状态'],
  },
  recognisedBy: [
    ['dispatched', 'due'],
    ['dispatched', 'done'],
    ['due', 'done'],
    ['dispatched', 'type'],
    ['due', 'type'],
    ['dispatched', 'id'],
    ['due', 'id'],
  ],
  required: [['id'], ['type'], ['due', 'dispatched'], ['done'], SOME_PERSON],
  keepsOtherPeriods: true,
  parse(row) {
    row.identify();
    row.locate();
    const due = row.read('due', moment);
    const broken = row.failed;
    const dispatched = row.read('dispatched', moment);
    const by = broken ? null : (due ?? dispatched);
    if (by) row.happened(by.date);
    const id = row.need('id', code);
    row.key = id;
    const type = row.need('type', typeWord);
    if (id !== null && due === null && dispatched === null && !row.failed) row.fail('taskWithoutDates', { id }, null);
    const beforeDone = row.failed;
    const done = row.read('done', moment);
    const state = row.read('state', text);
    const doneReadable = beforeDone || !row.failed;
    if (id !== null && state !== null && doneReadable) checkState(row, id, compact(state), done);
    if (id === null || type === null) return null;
    return { id, type, dispatched, due, done, state, withdrawn: state !== null && WITHDRAWN.has(compact(state)) };
  },
});
