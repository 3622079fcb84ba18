// What was dispatched to each grid in the month, by 派单时间 (三（六）3, K29): to a full-time member is to each grid the member
// holds that day.
import { monthOf } from '../../model/civil.ts';
import type { GridId, Task } from '../../model/facts.ts';
import { gridsOn } from '../../model/service.ts';
import type { Office } from '../office.ts';

export function dispatchedTo({ facts, period }: Office): ReadonlyMap<GridId, readonly Task[]> {
  const people = new Map(facts.people.map((person) => [person.id, person]));
  const found = new Map<GridId, Task[]>();
  for (const task of facts.tasks) {
    const holder = people.get(task.person);
    if (!holder || task.withdrawn || task.dispatched === null || monthOf(task.dispatched.date) !== period) continue;
    for (const grid of gridsOn(holder, 'fullTime', task.dispatched.date)) {
      const tasks = found.get(grid);
      if (tasks) tasks.push(task);
      else found.set(grid, [task]);
    }
  }
  return found;
}
