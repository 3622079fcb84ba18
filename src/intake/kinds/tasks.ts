// 派单: tasks dispatched to grid workers, due and done.
import { compareMinutes, compareMoments, type Moment, momentText } from '../../model/civil.ts';
import { TASK_TYPES, type TaskType, WITHDRAWN_STATES } from '../../model/terms.ts';
import { problem } from '../../problems/problem.ts';
import { defineKind } from '../kind.ts';
import { refuseRoundedNumbers } from '../rows/rounded-numbers.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { type ParsedTable, placeIn } from '../table.ts';
import { EMPTY, orEmpty } from '../values/blank.ts';
import { moment } from '../values/dates.ts';
import { Fault, type Parser } from '../values/fault.ts';
import { code, recordNumber } from '../values/ids.ts';
import { isMidnight } from '../values/span-edges.ts';
import { compact, text } from '../values/text.ts';
import { isVoidWord } from '../values/validity.ts';
import { glossary, wordOf } from '../values/words.ts';
import {
  LOOSE_VALIDITY_FIELDS,
  LOOSE_VALIDITY_WORDS,
  NO_LOOSE_VALIDITY,
  PERSON_FIELDS,
  PLACE_FIELDS,
  SOME_PERSON,
} from './common.ts';

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
/** Other ways to say 退回, 转派 and 重复 of a task. */
const ALSO_WITHDRAWN = new Set(['退单', '已退单', '转办', '已转办', '重复派单']);
/** 状态 is free text but for the void words (spec 3.0); before 0.4.0 three of them counted. */
const isWithdrawn = (state: string | null, isOld: boolean): boolean => {
  const said = state === null ? '' : compact(state);
  return WITHDRAWN.has(said) || (!isOld && (ALSO_WITHDRAWN.has(said) || isVoidWord(said)));
};

function checkState(row: Pick<RowReader<'state'>, 'warn'>, id: string, state: string, done: Moment | null): void {
  const contradicted = done === null ? DONE_STATES.has(state) : OPEN_STATES.has(state);
  if (contradicted) row.warn('taskStateContradicted', { id, state, done: done && momentText(done) }, 'state');
}

const YES = new Set(['是', '√', '✓', '已超期', '已逾期', '已超时', '超期', '逾期', '超时', 'Y', 'YES', '1']);
const NO = new Set(['否', '×', '未超期', '未逾期', '未超时', '正常', '按时', 'N', 'NO', '0']);

/** A moment; what is written otherwise, such as 月底, asks for no other limit. */
const momentIfAny: Parser<Moment | typeof EMPTY> = (cell, column) => {
  const read = moment(cell, column);
  return read instanceof Fault ? EMPTY : read;
};

/** What other columns say of being late; the times decide, for an extension must be granted by somebody. */
function checkLateness(
  row: RowReader<'overdue' | 'extended'>,
  { id, due, done }: { readonly id: string; readonly due: Moment; readonly done: Moment | null },
): void {
  const isLate = done !== null && compareMinutes(done, due) > 0;
  const said = row.read('overdue', text);
  const word = said === null ? '' : compact(said).toUpperCase();
  const heading = said === null ? '' : row.headingOf('overdue');
  if (said !== null && done !== null && (isLate ? NO : YES).has(word))
    row.warn('taskLatenessContradicted', { id, heading, found: said, isLate }, 'overdue');
  const extended = row.read('extended', momentIfAny);
  if (extended !== null && (isLate || done === null) && compareMoments(extended, due) > 0)
    row.warn('taskExtended', { id, due: momentText(due), extended: momentText(extended) }, 'extended');
}

/**
 * A 截止时间 of 00:00 is a date where it lies before its own 派单时间, or where all of the table are: the end of that day
 * (spec 3.0).
 */
function settleMidnights(table: ParsedTable<'tasks'>): void {
  if (table.valueRules === 1) return;
  const dues = [...table.entries.distinct('due')].filter((due) => due != null && due.time !== null);
  if (!dues.some((due) => due != null && isMidnight(due))) return;
  const areAll = dues.every((due) => due != null && isMidnight(due));
  const dispatchedAt = table.entries.reader('dispatched');
  let [count, row] = [0, 0];
  table.entries.rewrite('due', (due, index, at) => {
    if (due === null || !isMidnight(due)) return due;
    const dispatched = dispatchedAt(index);
    if (!areAll && (dispatched === null || compareMoments(due, dispatched) >= 0)) return due;
    if (count === 0) row = at;
    count += 1;
    return { date: due.date, time: null };
  });
  if (count === 0) return;
  const { column = 0, heading = '' } = table.fields.get('due') ?? {};
  table.problems.push(problem('dueMidnight', { heading, count }, placeIn(table as ParsedTable, row, column)));
}

const HANDED_ON = /^已?转[派办]$/;

/** Tasks that count for nobody are named; of one that was handed on the chain is. */
function tellWithdrawn(table: ParsedTable<'tasks'>): void {
  if (table.valueRules === 1) return;
  for (const { row, value } of table.entries)
    if (value?.withdrawn && !HANDED_ON.test(compact(value.state ?? ''))) table.voided.push(row);
}

export const tasks = defineKind({
  kind: 'tasks',
  fields: {
    ...PERSON_FIELDS,
    person: [...PERSON_FIELDS.person, '承办人工号', '承办人编号', '处理人工号'],
    name: [...PERSON_FIELDS.name, '承办人', '承办人姓名', '处理人', '处理人姓名'],
    ...PLACE_FIELDS,
    ...LOOSE_VALIDITY_FIELDS,
    freeState: [],
    id: ['编号', '任务编号', '派单编号', '工单编号'],
    type: ['类型', '任务类型', '派单类型', '工单类型'],
    dispatched: ['派单时间', '派发日期', '派单日期', '派发时间', '下派时间'],
    due: ['截止时间', '办理时限', '截止日期', '办结时限', '办理期限', '完成时限'],
    done: ['完成时间', '办结时间', '完成日期', '办结日期'],
    state: ['状态', '任务状态', '办理状态', '工单状态'],
    overdue: ['是否超期', '是否逾期', '是否超时', '是否延误'],
    extended: ['延期至', '延期到', '延期后截止时间', '延期截止时间', '延期后时限', '延长至'],
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
  before: { ...NO_LOOSE_VALIDITY, overdue: [], extended: [] },
  required: [['id'], ['type'], ['due', 'dispatched'], ['done'], SOME_PERSON],
  keepsOtherPeriods: true,
  words: { ...LOOSE_VALIDITY_WORDS, type: typeWord },
  typed: { dispatched: 'date', due: 'date' },
  parse(row) {
    row.identify();
    row.locate();
    const due = row.read('due', orEmpty(moment));
    const broken = row.failed;
    const dispatched = row.read('dispatched', orEmpty(moment));
    const by = broken ? null : (due ?? dispatched);
    if (by) row.happened(by.date);
    const id = row.need('id', row.valueRules === 1 ? code : recordNumber);
    row.key = id;
    const type = row.need('type', typeWord);
    if (id !== null && due === null && dispatched === null && !row.failed) row.fail('taskWithoutDates', { id }, null);
    const beforeDone = row.failed;
    const done = row.read('done', orEmpty(moment));
    const state = row.read('state', text);
    const doneReadable = beforeDone || !row.failed;
    if (id !== null && state !== null && doneReadable) checkState(row, id, compact(state), done);
    if (id === null || type === null) return null;
    if (due !== null && !row.failed) checkLateness(row, { id, due, done });
    return { id, type, dispatched, due, done, state, withdrawn: isWithdrawn(state, row.valueRules === 1) };
  },
  finish(table) {
    settleMidnights(table);
    tellWithdrawn(table);
    refuseRoundedNumbers(table);
  },
});
