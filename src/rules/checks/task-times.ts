// 派单 in an impossible order of time: done or due whole days before it was dispatched (spec 3.0).
import { momentText, monthOf } from '../../model/civil.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { taskDay } from '../measures/tasks.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

export const checkTaskTimes = ({ facts, period }: Office, _subjects: readonly Subject[]): readonly Problem[] =>
  facts.tasks
    .filter((task) => !task.withdrawn && monthOf(taskDay(task)) === period)
    .flatMap(({ id, person, dispatched, due, done, origin }) => {
      if (dispatched === null) return [];
      const name = facts.people.find((one) => one.id === person)?.name ?? '';
      const asked = (['due', 'done'] as const).filter((field) => {
        const moment = field === 'due' ? due : done;
        return moment !== null && moment.date < dispatched.date;
      });
      return asked.map((field) => {
        const moment = (field === 'due' ? due : done) ?? dispatched;
        const data = {
          id,
          name,
          what: field === 'due' ? '截止时间' : '完成时间',
          moment: momentText(moment),
          dispatched: momentText(dispatched),
        };
        return problem('taskTimesReversed', data, placeOf(facts, origin, field));
      });
    });
