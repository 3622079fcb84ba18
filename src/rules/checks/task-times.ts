// 派单 in an impossible order of time: done or due whole days before it was dispatched, or due more than a year after
// (spec 3.0). A year that was mistyped puts a task into another month, where nobody looks for it.
import { type CivilDate, type Moment, momentText, monthOf, type YearMonth } from '../../model/civil.ts';
import type { Task } from '../../model/facts.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { plusDays } from '../../scheme/calendar.ts';
import { type Office, placeOf } from '../office.ts';

const YEAR = 366;

interface Odd {
  readonly field: 'due' | 'done';
  readonly moment: Moment;
  readonly isEarly: boolean;
}

function oddTimes({ due, done }: Task, dispatched: CivilDate): readonly Odd[] {
  const early = ([field, moment]: readonly ['due' | 'done', Moment | null]): readonly Odd[] =>
    moment !== null && moment.date < dispatched ? [{ field, moment, isEarly: true }] : [];
  const isFar = due !== null && due.date > plusDays(dispatched, YEAR);
  return [
    ...early(['due', due]),
    ...(isFar ? [{ field: 'due' as const, moment: due, isEarly: false }] : []),
    ...early(['done', done]),
  ];
}

const isOf = ({ dispatched, due, done }: Task, period: YearMonth): boolean =>
  [dispatched, due, done].some((moment) => moment !== null && monthOf(moment.date) === period);

export const checkTaskTimes = ({ facts, period }: Office): readonly Problem[] =>
  facts.tasks
    .filter((task) => !task.withdrawn && isOf(task, period))
    .flatMap((task) => {
      const { id, person, dispatched, origin } = task;
      if (dispatched === null) return [];
      const name = facts.people.find((one) => one.id === person)?.name ?? '';
      return oddTimes(task, dispatched.date).map(({ field, moment, isEarly }) => {
        const what = field === 'due' ? '截止时间' : '完成时间';
        const data = { id, name, what, moment: momentText(moment), dispatched: momentText(dispatched), isEarly };
        return problem('taskTimesReversed', data, placeOf(facts, origin, field));
      });
    });
