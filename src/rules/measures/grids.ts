// What a grid's team did in the month (三（六）, spec 8): days met, reports by role, tasks, missed incidents. Who holds several
// grids counts in each of them; a report that names one of them in that one only.
import { type CivilDate, monthOf } from '../../model/civil.ts';
import type { DayVerdict, Figure, Figures } from '../../model/decision.ts';
import type { GridId, PersonId } from '../../model/facts.ts';
import type { TeamMember } from '../../model/record.ts';
import { type Origin, rowsOf, type Source } from '../../model/source.ts';
import { ROLES, type Role, TASK_TYPES, type TaskType } from '../../model/terms.ts';
import { type GridUnit, type Office, tablesOf } from '../office.ts';
import { dispatchedTo } from './dispatch.ts';
import { count, counted, noData } from './figure.ts';
import { isDispatched, isDoneIn, taskDay } from './tasks.ts';

/** Person → grid → the person's memberships of its team, in the order of the roles. */
type Memberships = ReadonlyMap<PersonId, ReadonlyMap<GridId, readonly TeamMember[]>>;

function membershipsOf(units: readonly GridUnit[]): Memberships {
  const found = new Map<PersonId, Map<GridId, TeamMember[]>>();
  for (const { grid, team } of units) {
    for (const member of team) {
      const own = found.get(member.id) ?? new Map<GridId, TeamMember[]>();
      push(own, grid.id, member);
      found.set(member.id, own);
    }
  }
  return found;
}

/** The grids a person holds on a day, each with the first role held in it. */
const heldOn = (memberships: Memberships, person: PersonId, day: CivilDate): ReadonlyMap<GridId, Role> =>
  new Map(
    [...(memberships.get(person) ?? [])].flatMap(([grid, members]) => {
      const member = members.find(({ days }) => days.includes(day));
      return member ? [[grid, member.role] as const] : [];
    }),
  );

function push<T>(lists: Map<GridId, T[]>, grid: GridId, value: T): void {
  const list = lists.get(grid);
  if (list) list.push(value);
  else lists.set(grid, [value]);
}

interface Reported {
  readonly role: Role;
  readonly origin: Origin;
}

function reportsByGrid({ facts, period }: Office, memberships: Memberships): ReadonlyMap<GridId, readonly Reported[]> {
  const found = new Map<GridId, Reported[]>();
  for (const person of memberships.keys()) {
    for (const { at, effective, grid: named, origin } of facts.reports.of(person)) {
      if (!effective || monthOf(at.date) !== period) continue;
      const held = heldOn(memberships, person, at.date);
      for (const [grid, role] of held) {
        if (named === null || named === grid || !held.has(named)) push(found, grid, { role, origin });
      }
    }
  }
  return found;
}

interface Assigned {
  readonly done: boolean;
  readonly origin: Origin;
}

function tasksByGrid(office: Office, memberships: Memberships): ReadonlyMap<GridId, readonly Assigned[]> {
  const found = new Map<GridId, Assigned[]>();
  const isDone = isDoneIn(office);
  for (const task of office.facts.tasks) {
    const day = taskDay(task);
    if (!isDispatched(task) || monthOf(day) !== office.period) continue;
    for (const grid of heldOn(memberships, task.person, day).keys())
      push(found, grid, { done: isDone(task), origin: task.origin });
  }
  return found;
}

/** The judged days of a full-time member. */
type DaysOf = (member: PersonId) => readonly DayVerdict[];

/** The judged days on which the grid was held by a full-time member. */
const judgedDays = ({ team }: GridUnit, daysOf: DaysOf): readonly DayVerdict[] =>
  team
    .filter(({ role }) => role === 'fullTime')
    .flatMap(({ id, days }) => daysOf(id).filter(({ date }) => days.includes(date)));

const originsOf = (list: readonly { readonly origin: Origin }[]): readonly Origin[] => list.map(({ origin }) => origin);

/** The figures of each grid; `daysOf` are the days of a full-time member as they have been judged. */
export function gridMeasure(office: Office, units: readonly GridUnit[], daysOf: DaysOf): (unit: GridUnit) => Figures {
  const memberships = membershipsOf(units);
  const reports = reportsByGrid(office, memberships);
  const tasks = tasksByGrid(office, memberships);
  const { facts, period } = office;
  const missed = facts.missedIncidents.filter((one) => one.missed && monthOf(one.date) === period);
  const absence = (what: string, kind: 'patrol' | 'reports' | 'tasks' | 'missedIncidents' | 'roster'): Source => ({
    type: 'absence',
    what,
    searched: tablesOf(office, kind),
  });
  const rows = (list: readonly { readonly origin: Origin }[], field: string, none: Source): Figure =>
    count(list.length, counted(rowsOf(originsOf(list), field), none));

  const dispatched = dispatchedTo(office);
  const dispatchFigures = ({ grid, team }: GridUnit): Figures =>
    Object.fromEntries(
      (Object.keys(TASK_TYPES) as TaskType[]).map((type) => {
        const own = (dispatched.get(grid.id) ?? []).filter((task) => task.type === type);
        const none = absence(`派发给网格 ${grid.id} 的${TASK_TYPES[type]}`, 'tasks');
        const isHeld = team.some(({ role }) => role === 'fullTime');
        return [`dispatched.${type}`, isHeld ? rows(own, 'id', none) : noData([none])];
      }),
    );

  return (unit) => {
    const { grid, team } = unit;
    const days = judgedDays(unit, daysOf);
    const roster = rowsOf(
      team.flatMap(({ origins }) => origins),
      'role',
    );
    const held = counted(roster, absence(`网格 ${grid.id} 的人员`, 'roster'));
    const unmet = days.filter((day) => day.unmet);
    const reported = reports.get(grid.id) ?? [];
    const assigned = tasks.get(grid.id) ?? [];
    const byRole = (role: Role) => reported.filter((one) => one.role === role);
    const effectiveReports = rows(reported, 'effective', absence(`网格 ${grid.id} 的有效信息`, 'reports'));
    return {
      assessableDays: count(days.length, held),
      metDays: count(
        days.length - unmet.length,
        counted(
          unmet.flatMap(({ sources }) => sources),
          absence(`网格 ${grid.id} 未达标的考核日`, 'patrol'),
        ),
      ),
      effectiveReports,
      // Nobody there is nobody to report.
      teamReports: team.length === 0 ? noData(held) : effectiveReports,
      ...Object.fromEntries(
        (Object.keys(ROLES) as Role[]).map((role) => [
          `reports.${role}`,
          rows(byRole(role), 'effective', absence(`${ROLES[role]}的有效信息`, 'reports')),
        ]),
      ),
      tasksAssigned: rows(assigned, 'id', absence(`网格 ${grid.id} 应办结的派单`, 'tasks')),
      tasksDone: rows(
        assigned.filter(({ done }) => done),
        'done',
        absence(`网格 ${grid.id} 按时办结的派单`, 'tasks'),
      ),
      ...dispatchFigures(unit),
      missedIncidents: rows(
        missed.filter((one) => one.grid === grid.id),
        'missed',
        absence(`网格 ${grid.id} 认定为漏报的记录`, 'missedIncidents'),
      ),
    };
  };
}
