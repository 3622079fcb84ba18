// 派单: assigned and done (三（六）3, K14). 完成时间 decides; withdrawn tasks do not count.
import { compareMinutes, compareMoments, lastDay } from '../../model/civil.ts';
import type { Figures } from '../../model/decision.ts';
import type { Task } from '../../model/facts.ts';
import type { TaskEvidence } from '../../model/record.ts';
import { rowsOf, type Source } from '../../model/source.ts';
import type { TaskType } from '../../model/terms.ts';
import { referencesIn, switchOf } from '../../scheme/scheme.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { settingsBehind } from '../settings-behind.ts';
import { count, counted } from './figure.ts';

/** The day that places a task: 截止时间, else 派单时间 (spec 5.3). Throws when it has neither. */
export function taskDay(task: Task): NonNullable<Task['due']>['date'] {
  const moment = task.due ?? task.dispatched;
  if (moment === null) throw new RangeError(`task ${task.id} has no date`);
  return moment.date;
}

/** Done in time: on or before 截止时间; without one, by the end of the month. */
export function taskResult(
  task: Task,
  { period, valueRules }: Pick<Office, 'period' | 'valueRules'>,
): TaskEvidence['result'] {
  if (task.withdrawn) return 'withdrawn';
  if (task.done === null) return 'open';
  const limit = task.due ?? { date: lastDay(period), time: null };
  const compared = valueRules === 1 ? compareMoments(task.done, limit) : compareMinutes(task.done, limit);
  return compared <= 0 ? 'done' : 'late';
}

const PAID: ReadonlySet<TaskType> = new Set<TaskType>(['event', 'task']);

/** A 事件 or 任务 that counts. */
export const isDispatched = ({ type, withdrawn }: Task): boolean => PAID.has(type) && !withdrawn;

/** Whether a task of the month is done (K14). */
export function isDoneIn(office: Office): (task: Task) => boolean {
  const { scheme } = office;
  const lateIsDone = switchOf(scheme, scheme.edition.measures.lateTasksDone, false);
  return (task) => {
    const result = taskResult(task, office);
    return result === 'done' || (lateIsDone && result === 'late');
  };
}

export function measureTasks(office: Office, subject: Subject): Figures {
  const settings = settingsBehind(office.scheme, referencesIn(office.scheme.edition.measures.lateTasksDone));
  const valid = subject.tasks.filter(({ withdrawn }) => !withdrawn);
  const tally = (tasks: readonly Task[], what: string, field: 'id' | 'done') => {
    const absence: Source = { type: 'absence', what, searched: tablesOf(office, 'tasks') };
    const origins = tasks.map(({ origin }) => origin);
    return count(tasks.length, [...counted(rowsOf(origins, field), absence), ...settings]);
  };
  const isDone = isDoneIn(office);
  const paid = valid.filter(isDispatched);
  const adHoc = valid.filter((task) => !isDispatched(task));
  return {
    tasksAssigned: tally(paid, '应办结的事件和任务派单', 'id'),
    tasksDone: tally(paid.filter(isDone), '按时办结的事件和任务派单', 'done'),
    tasksOpen: tally(
      paid.filter((task) => !isDone(task)),
      '未按时办结的事件和任务派单',
      'done',
    ),
    adHocAssigned: tally(adHoc, '应办结的临时任务', 'id'),
    adHocDone: tally(adHoc.filter(isDone), '按时办结的临时任务', 'done'),
  };
}
