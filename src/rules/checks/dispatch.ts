// The office's own duty: at least four 事件 and four 任务 dispatched to each grid a month, by 派单时间 (三（六）3, K29).
import type { GridId } from '../../model/facts.ts';
import { compare, fraction } from '../../model/fraction.ts';
import { gridsOn } from '../../model/service.ts';
import { TASK_TYPES, type TaskType } from '../../model/terms.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { numberOf } from '../../scheme/scheme.ts';
import { dispatchedTo } from '../measures/dispatch.ts';
import type { Office, Subject } from '../office.ts';

function minimums({ scheme }: Office): readonly { type: TaskType; minimum: ReturnType<typeof numberOf> }[] {
  const { minimum } = scheme.edition.checks.dispatch ?? { minimum: {} };
  return Object.entries(minimum).flatMap(([type, reference]) => {
    const parameter = scheme.parameters.get(reference.slice(1));
    return parameter ? [{ type: type as TaskType, minimum: numberOf(parameter) }] : [];
  });
}

export function checkDispatch(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { period } = office;
  const required = minimums(office);
  if (required.length === 0) return [];
  const members = subjects.filter(({ role }) => role === 'fullTime');
  const grids = new Set<GridId>(
    members.flatMap(({ person, service }) => [...service.days].flatMap((day) => gridsOn(person, 'fullTime', day))),
  );
  const dispatched = dispatchedTo(office);
  const countOf = (grid: GridId, type: TaskType) =>
    fraction((dispatched.get(grid) ?? []).filter((task) => task.type === type).length);
  const short = [...grids]
    .sort()
    .filter((grid) => required.some(({ type, minimum }) => compare(countOf(grid, type), minimum) < 0));
  if (short.length === 0) return [];
  const wanted = required.map(({ type, minimum }) => `${TASK_TYPES[type]}${minimum.n}次`).join('、');
  return [problem('dispatchBelowMinimum', { month: period, grids: short, wanted })];
}
