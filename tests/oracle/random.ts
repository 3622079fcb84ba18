/**
 * Made-up offices: valid (no importer that follows the contract finds an error in one), small, and dense in edges.
 * The plain reading in `naive.ts` is asked only for where the edges lie (assessable days, report base).
 */
import { addDays, addMonths, daysOf, firstDay, lastDay, workdaysOf } from './calendar.ts';
import { assessableDays, fullTimeOn, hasRoleOn, reportBaseOf } from './naive.ts';
import {
  type AdjustmentRow,
  emptyMonth,
  type LeaveRow,
  type MeetingRow,
  type MonthData,
  type Office,
  type PatrolRow,
  type Role,
  type RosterRow,
  type TaskRow,
} from './office.ts';
import { Chance } from './prng.ts';

export interface RandomOptions {
  workers?: number;
  months?: string[];
}

const SPANS = [
  ['2021-07', '2021-08', '2021-09'],
  ['2021-07', '2021-08', '2021-09'],
  ['2021-10', '2021-11', '2021-12'],
  ['2022-01', '2022-02', '2022-03'],
  ['2024-01', '2024-02', '2024-03'],
  ['2024-04', '2024-05', '2024-06'],
  ['2024-10', '2024-11', '2024-12'],
  ['2025-01', '2025-02', '2025-03'],
  ['2025-07', '2025-08', '2025-09'],
  ['2025-10', '2025-11', '2025-12'],
  // The edition's first month is a quarter of its own.
  ['2021-06', '2021-07', '2021-08', '2021-09'],
  ['2021-08', '2021-09', '2021-10', '2021-11', '2021-12'],
  // Months missing in between, at the start or at the end.
  ['2021-06', '2021-08', '2021-09'],
  ['2021-07', '2021-09'],
  ['2021-11', '2021-12', '2022-02', '2022-03'],
  ['2024-08', '2024-09'],
];

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾'];
const GIVEN = [...'芳伟娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰建国文斌波辉'];
const INCIDENTS = ['违法建设', '违建坟墓', '山林破坏'];
const CATEGORIES = ['矛盾纠纷', '安全隐患', '环境污染', '服务需求', ...INCIDENTS];
const EXCUSING = ['年假', '公假', '工伤', '婚假', '丧假', '产假'];
const LEAVE_KINDS = [...EXCUSING, '事假', '病假', '事假', '病假'];

type Habit = 'perfect' | 'steady' | 'edgy' | 'bad';

interface Person {
  id: string;
  name: string;
  habit: Habit;
}

export function randomOffice(seed: number, options: RandomOptions = {}): Office {
  const chance = new Chance(seed);
  const months = options.months ?? chance.pick(SPANS);
  const workers = options.workers ?? chance.pick([3, 4, 5, 6, 8, 11, 12, 16, 17, 22, 30]);
  const names = new Names(chance);
  const ids = new Ids(chance);
  const people: Person[] = [];
  const roster: RosterRow[] = [];

  // ------------------------------------------------------------ people
  const gridStyle = chance.pick(['G', 'YH-', '33068300', '网格']);
  const gridOf = (index: number) => `${gridStyle}${String(index + 1).padStart(2, '0')}`;
  const dayIn = () => {
    const month = chance.pick(months);
    const days = daysOf(month);
    const edges = [days[0], days[1], days.at(-1), days.at(-2), workdaysOf(month)[0], workdaysOf(month).at(-1)];
    return chance.is(0.4) ? (chance.pick(edges) as string) : chance.pick(days);
  };

  const startRow = (person: Person, role: Role, grids: string[]): RosterRow => ({
    id: person.id,
    name: person.name,
    role,
    grids,
    party: chance.pick([true, false, null]),
    hired: chance.is(0.5) ? null : chance.pick(['2019-03-01', '2020-12-15', '2021-01-04']),
    left: null,
    from: null,
    to: null,
  });

  const newPerson = (habit: Habit): Person => {
    const person = { id: ids.next(), name: names.next(), habit };
    people.push(person);
    return person;
  };

  const isPaired = new Set<number>();
  const workerRows: RosterRow[][] = [];
  for (let i = 0; i < workers; i += 1) {
    const habit: Habit = chance.pick(['perfect', 'perfect', 'steady', 'steady', 'edgy', 'edgy', 'edgy', 'bad']);
    const row = startRow(newPerson(habit), '专职网格员', [gridOf(i)]);
    const rows = [row];
    workerRows.push(rows);
    // The first one stays all the time, so that there is always somebody to have a patrol record.
    if (i === 0) continue;
    const shape = chance.next();
    if (shape < 0.1) {
      row.grids = [gridOf(i), gridOf(workers + i)];
    } else if (shape < 0.18) {
      rows.push({ ...row, grids: [gridOf(workers + i)] });
    } else if (shape < 0.26) {
      row.hired = dayIn();
      if (chance.is(0.5)) row.from = row.hired;
    } else if (shape < 0.34) {
      row.left = dayIn();
      if (chance.is(0.3)) row.to = row.left;
    } else if (shape < 0.38) {
      // A short stay.
      row.hired = dayIn();
      row.left = addDays(row.hired, chance.pick([0, 3, 10, 35]));
    } else if (shape < 0.42) {
      const day = dayIn();
      row.from = day;
      rows.unshift({ ...row, role: '兼职网格员', from: null, to: addDays(day, -1) });
    } else if (shape < 0.5 && i > 1 && !isPaired.has(i - 1) && workerRows[i - 1]?.length === 1) {
      // Two workers change grids on one day.
      const other = workerRows[i - 1] ?? [];
      const otherRow = other[0] as RosterRow;
      if (otherRow.from === null && otherRow.to === null && otherRow.grids.length === 1) {
        const day = dayIn();
        const before = addDays(day, -1);
        const theirs = otherRow.grids;
        other.push({ ...otherRow, grids: row.grids, from: day });
        rows.push({ ...row, grids: theirs, from: day });
        otherRow.to = before;
        row.to = before;
        isPaired.add(i);
      }
    } else if (shape < 0.54) {
      // The grid passes from a leaver to somebody new.
      const day = dayIn();
      row.left = addDays(day, -1);
      const heir = startRow(newPerson('steady'), '专职网格员', row.grids);
      heir.hired = day;
      heir.from = chance.is(0.5) ? day : null;
      rows.push(heir);
    }
  }
  roster.push(...workerRows.flat());
  // An employment that ends before a grid would be taken over would leave rows without a day; keep those out.
  for (const row of roster) {
    if (row.left !== null && row.from !== null && row.from > row.left) row.left = null;
    if (row.hired !== null && row.to !== null && row.to < row.hired) row.hired = null;
  }
  for (const person of people) {
    const own = roster.filter((row) => row.id === person.id);
    const first = own[0] as RosterRow;
    for (const row of own) {
      row.hired = own.some((other) => other.hired === null) ? null : first.hired;
      row.left = own.some((other) => other.left === null) ? null : first.left;
      row.party = first.party;
    }
  }

  const addOthers = (role: Role, count: number, grid: string) => {
    for (let i = 0; i < count; i += 1) {
      const row = startRow(newPerson('steady'), role, [grid]);
      const turn = chance.next();
      if (turn < 0.08) row.hired = dayIn();
      else if (turn < 0.16) row.left = dayIn();
      roster.push(row);
    }
  };
  for (let i = 0; i < workers; i += 1) {
    if (chance.is(0.4)) addOthers('网格长', 1, gridOf(i));
    if (chance.is(0.4)) addOthers('兼职网格员', chance.int(1, 2), gridOf(i));
    if (chance.is(0.2)) addOthers('网格指导员', 1, gridOf(i));
  }

  // ------------------------------------------------------------ months
  const office: Office = { roster, months: months.map(emptyMonth) };
  shareOutRosters(chance, office);
  const counter = new Counter();
  for (const data of office.months) {
    const onRoster = data.roster ?? office.roster;
    const here = people.filter((person) => onRoster.some((row) => row.id === person.id));
    const month = new Month(chance, office, data, onRoster, here, counter);
    month.fill();
  }
  for (const data of office.months) spreadTasks(chance, office, data);
  return office;
}

/** Sometimes a month has a roster of its own, and sometimes the one in the root is out of date and must not matter. */
function shareOutRosters(chance: Chance, office: Office): void {
  const full = office.roster;
  const asOf = (month: string) => full.filter((row) => row.hired === null || row.hired <= lastDay(month));
  const mode = chance.next();
  if (mode < 0.2) {
    // Rosters only grow: the tasks of a month are also read with the next month's roster.
    const last = chance.pick(office.months).month;
    for (const data of office.months) {
      if (data.month <= last) data.roster = asOf(data.month);
    }
  } else if (mode < 0.4) {
    for (const data of office.months) data.roster = asOf(data.month);
    const ids = [...new Set(full.map((row) => row.id))];
    const forgotten = ids.slice(1).filter(() => chance.is(0.1));
    const thoughtPresent = ids.filter(() => chance.is(0.1));
    office.roster = full
      .filter((row) => !forgotten.includes(row.id))
      .map((row) => (thoughtPresent.includes(row.id) ? { ...row, left: null } : row));
  }
}

export class Names {
  private readonly used: string[] = [];
  constructor(private readonly chance: Chance) {}

  next(): string {
    // Now and then two people bear one name.
    if (this.used.length > 0 && this.chance.is(0.04)) return this.chance.pick(this.used);
    let name = '';
    do {
      name =
        this.chance.pick(SURNAMES) + this.chance.pick(GIVEN) + (this.chance.is(0.7) ? this.chance.pick(GIVEN) : '');
    } while (this.used.includes(name));
    this.used.push(name);
    return name;
  }
}

export class Ids {
  private count = 0;
  private readonly style: number;
  constructor(private readonly chance: Chance) {
    this.style = chance.int(0, 3);
  }

  next(): string {
    this.count += 1;
    if (this.style === 0) return `W${String(this.count).padStart(3, '0')}`;
    // Without padding, so that sorting as text and as numbers differ.
    if (this.style === 1) return String(this.count + 5);
    if (this.style === 2) return `0${1000 + this.count}`;
    return `${this.chance.pick(['A', 'B', 'a', 'YH'])}${this.count}`;
  }
}

export class Counter {
  private count = 0;
  next(): string {
    this.count += 1;
    return String(this.count).padStart(6, '0');
  }
}

class Month {
  private readonly month: string;
  private readonly days: string[];
  private readonly workdays: string[];

  constructor(
    private readonly chance: Chance,
    private readonly office: Office,
    private readonly data: MonthData,
    private readonly roster: RosterRow[],
    private readonly people: Person[],
    private readonly counter: Counter,
  ) {
    this.month = data.month;
    this.days = daysOf(data.month);
    this.workdays = workdaysOf(data.month);
  }

  fill(): void {
    for (const person of this.fullTimers()) this.addLeave(person);
    this.addExcused();
    this.addPatrol();
    for (const person of this.people) this.addReports(person);
    for (const person of this.people) this.addTasks(person);
    this.addMeetings();
    this.addMissedIncidents();
    this.addSpecialDuties();
    this.addScores();
    this.addAdjustments();
  }

  private isFullTime(person: Person, day: string): boolean {
    return fullTimeOn(this.roster, person.id, day);
  }

  private fullTimers(): Person[] {
    return this.people.filter((person) => this.days.some((day) => this.isFullTime(person, day)));
  }

  private isIn(person: Person, role: Role): boolean {
    return this.days.some((day) => hasRoleOn(this.roster, person.id, day, role));
  }

  private clock(): string {
    const { chance } = this;
    const hour = String(chance.int(6, 20)).padStart(2, '0');
    return chance.pick(['00:00', '23:59', `${hour}:00`, `${hour}:30`, `${hour}:${chance.int(10, 59)}`]);
  }

  private moment(day: string): string {
    return this.chance.is(0.3) ? day : `${day} ${this.clock()}`;
  }

  // ---------------------------------------------------------- leave and excused days

  private addLeave(person: Person): void {
    const { chance } = this;
    if (!chance.is(person.habit === 'perfect' ? 0.1 : 0.4)) return;
    const rows: LeaveRow[] = [];
    const kind = () => chance.pick(LEAVE_KINDS);
    const add = (from: string, to: string, leaveKind: string, half: LeaveRow['half']) => {
      rows.push({ id: person.id, from, to, kind: leaveKind, half });
    };
    const whole = () => chance.pick([null, '全天'] as const);
    for (let count = chance.int(1, 3); count > 0; count -= 1) {
      const day = chance.pick(this.workdays);
      switch (chance.int(0, 9)) {
        case 0:
        case 1:
          add(day, day, kind(), whole());
          break;
        case 2:
          add(day, addDays(day, chance.int(1, 9)), kind(), whole());
          break;
        case 3:
          add(addDays(firstDay(this.month), -chance.int(1, 5)), this.days[chance.int(0, 5)] ?? day, kind(), whole());
          break;
        case 4:
          add(this.days.at(-chance.int(1, 5)) ?? day, addDays(lastDay(this.month), chance.int(0, 6)), kind(), whole());
          break;
        case 5:
          add(day, day, kind(), chance.pick(['上午', '下午']));
          break;
        case 6:
          add(day, day, kind(), '上午');
          add(day, day, kind(), '下午');
          break;
        case 7: {
          const to = addDays(day, chance.int(0, 4));
          add(day, to, chance.pick(EXCUSING), whole());
          add(
            addDays(day, chance.int(0, 1)),
            addDays(to, chance.int(1, 2)),
            chance.pick(['事假', '病假']),
            chance.pick(['上午', '全天', null]),
          );
          break;
        }
        case 8:
          add(day, addDays(day, chance.int(1, 4)), kind(), chance.pick(['上午', '下午']));
          break;
        default:
          if (chance.is(0.3)) add(firstDay(this.month), lastDay(this.month), kind(), whole());
          else add(addDays(lastDay(this.month), 2), addDays(lastDay(this.month), 3), kind(), whole());
      }
    }
    const seen = new Set<string>();
    for (const row of rows) {
      // Rows that are alike but for an empty 时段 say the same twice; keep one.
      const key = `${row.from} ${row.to} ${row.kind} ${row.half ?? '全天'}`;
      if (!seen.has(key)) this.data.leave.push(row);
      seen.add(key);
    }
  }

  private addExcused(): void {
    const { chance } = this;
    const reason = () => `${chance.pick(['系统故障', '台风', '集中培训'])}${this.counter.next()}`;
    if (chance.is(0.35)) {
      const from = chance.pick(this.days);
      this.data.excused.push({ from, to: addDays(from, chance.pick([0, 0, 1, 3])), id: null, reason: reason() });
    }
    if (chance.is(0.1)) {
      const from = addDays(firstDay(this.month), -2);
      this.data.excused.push({ from, to: firstDay(this.month), id: null, reason: reason() });
    }
    for (const person of this.fullTimers()) {
      if (!chance.is(0.12)) continue;
      const from = chance.pick(this.days);
      const to = addDays(from, chance.pick([0, 0, 1, 4]));
      this.data.excused.push({ from, to, id: person.id, reason: reason() });
    }
  }

  // ---------------------------------------------------------- patrol

  private addPatrol(): void {
    const { chance, data } = this;
    const hasRate = chance.is(0.7);
    for (const person of this.fullTimers()) {
      const days = assessableDays(this.office, this.month, person.id);
      const unmet = this.unmetDays(days, person.habit);
      for (const day of days) {
        if (!unmet.has(day)) this.addMetDay(person.id, day, hasRate);
        else this.addUnmetDay(person.id, day, hasRate, person.habit);
      }
      // Records on days that are not assessable count for nothing.
      for (const day of this.days) {
        if (days.includes(day) || !chance.is(0.12)) continue;
        if (chance.is(0.5)) this.addMetDay(person.id, day, hasRate);
        else this.addUnmetDay(person.id, day, hasRate, 'steady');
      }
      if (chance.is(0.03)) this.addMetDay(person.id, addDays(firstDay(this.month), -1), hasRate);
    }
    // Nobody may forget a whole day.
    const anybody = this.people[0] as Person;
    const lists = this.fullTimers().map((person) => ({
      person,
      days: assessableDays(this.office, this.month, person.id),
    }));
    for (const day of this.workdays) {
      if (data.excused.some((row) => row.id === null && row.from <= day && day <= row.to)) continue;
      const due = lists.filter((list) => list.days.includes(day)).map((list) => list.person);
      const witnesses = due.length > 0 ? due : [anybody];
      if (data.patrol.some((row) => row.date === day && witnesses.some((person) => person.id === row.id))) continue;
      data.patrol.push({
        date: day,
        id: (witnesses[0] as Person).id,
        onlineRate: hasRate ? '79.99' : null,
        onlineSeconds: 14399,
        metres: 2999,
        keyPersons: 0,
        keyPlaces: 0,
      });
    }
    if (hasRate && !data.patrol.some((row) => row.onlineRate !== null)) {
      (data.patrol[0] as PatrolRow).onlineRate = '80';
    }
    // Two rows alike in every field are one row.
    if (chance.is(0.3)) data.patrol.push({ ...chance.pick(data.patrol) });
  }

  private unmetDays(days: string[], habit: Habit): Set<string> {
    const { chance } = this;
    if (habit === 'perfect') {
      return new Set(chance.is(0.25) ? this.scattered(days, chance.int(1, 2)) : []);
    }
    if (habit === 'steady') {
      return new Set(chance.is(0.6) ? [] : this.scattered(days, chance.int(1, 3)));
    }
    if (habit === 'bad' && chance.is(0.75)) {
      return new Set(chance.pick([days, this.run(days, 3), this.run(days, 6), this.scattered(days, 5)]));
    }
    switch (chance.int(0, 9)) {
      case 0:
        return new Set(this.run(days, 2));
      case 1:
      case 2:
        return new Set(this.run(days, 3));
      case 3:
        return new Set(this.run(days, 4));
      case 4:
        return new Set(this.scattered(days, 4));
      case 5:
        return new Set(this.scattered(days, 5));
      case 6:
        return new Set(this.scattered(days, 6));
      case 7:
        return new Set([...this.run(days, 2), ...this.scattered(days, 2)]);
      case 8:
        // The last two of the month: a run must not go over into the next.
        return new Set(days.slice(-2));
      default:
        return new Set(chance.is(0.5) ? days.slice(0, 2) : days.filter(() => chance.is(0.15)));
    }
  }

  /** Days in a row, where there is a choice over a weekend, a holiday or leave. */
  private run(days: string[], length: number): string[] {
    const starts = days.map((_, index) => index).filter((index) => index + length <= days.length);
    if (starts.length === 0) return days;
    const overGaps = starts.filter((start) => {
      const part = days.slice(start, start + length);
      return part.some((day, index) => index > 0 && addDays(part[index - 1] ?? day, 1) !== day);
    });
    const start = overGaps.length > 0 && this.chance.is(0.7) ? this.chance.pick(overGaps) : this.chance.pick(starts);
    return days.slice(start, start + length);
  }

  /** Never three in a row. */
  private scattered(days: string[], count: number): string[] {
    const chosen = new Set<number>();
    for (const index of this.chance.shuffle(days.map((_, position) => position))) {
      if (chosen.size === count) break;
      chosen.add(index);
      for (let start = index - 2; start <= index; start += 1) {
        if (chosen.has(start) && chosen.has(start + 1) && chosen.has(start + 2)) {
          chosen.delete(index);
          break;
        }
      }
    }
    return days.filter((_, index) => chosen.has(index));
  }

  private metRow(id: string, date: string, hasRate: boolean): PatrolRow {
    const { chance } = this;
    return {
      date,
      id,
      onlineRate: hasRate ? chance.pick(['80', '80.01', '80.00', '97', '100', '88.5']) : null,
      onlineSeconds: chance.pick([14400, 14401, 14400 + chance.int(0, 7200), 16200, 18000]),
      metres: chance.pick([3000, 3001, 3000 + chance.int(0, 4000), 3200]),
      keyPersons: chance.pick([1, 1, 2, 5]),
      keyPlaces: chance.pick([1, 1, 2, 4]),
    };
  }

  private addMetDay(id: string, date: string, hasRate: boolean): void {
    const row = this.metRow(id, date, hasRate);
    this.addRow(row, hasRate);
  }

  private addUnmetDay(id: string, date: string, hasRate: boolean, habit: Habit): void {
    const { chance } = this;
    const row = this.metRow(id, date, hasRate);
    // A perfect one only forgets visits, so that the ranking's figures stay equal.
    switch (chance.int(0, habit === 'perfect' ? 2 : 11)) {
      case 0:
        row.keyPersons = 0;
        break;
      case 1:
        row.keyPlaces = 0;
        break;
      case 2:
        row.keyPersons = null;
        break;
      case 3:
        row.onlineSeconds = 14399;
        break;
      case 4:
        row.metres = 2999;
        break;
      case 5:
        if (hasRate) row.onlineRate = chance.pick(['79.99', '79.9', '0', null]);
        else row.onlineSeconds = 0;
        break;
      case 6:
        row.onlineSeconds = chance.pick([0, null]);
        break;
      case 7:
        row.metres = chance.pick([0, null]);
        break;
      case 8:
        row.onlineSeconds = 1;
        row.metres = 0;
        row.keyPersons = 0;
        row.keyPlaces = 0;
        break;
      case 9:
        row.keyPlaces = null;
        break;
      default:
        return;
    }
    this.addRow(row, hasRate);
  }

  /** Sometimes as two different rows that add up to the same day. */
  private addRow(row: PatrolRow, hasRate: boolean): void {
    const { chance, data } = this;
    const { onlineSeconds, metres, keyPersons, keyPlaces } = row;
    if (!chance.is(0.06) || onlineSeconds === null || onlineSeconds < 10 || metres === null) {
      data.patrol.push(row);
      return;
    }
    const seconds = chance.int(1, Math.floor(onlineSeconds / 2) - 1);
    const half = chance.int(0, metres);
    data.patrol.push({
      ...row,
      onlineRate: hasRate && row.onlineRate !== null ? '0' : row.onlineRate,
      onlineSeconds: seconds,
      metres: half,
      keyPersons: keyPersons === null ? null : 0,
      keyPlaces,
    });
    data.patrol.push({
      ...row,
      onlineSeconds: onlineSeconds - seconds,
      metres: metres - half,
      keyPlaces: keyPlaces === null ? null : 0,
    });
  }

  // ---------------------------------------------------------- reports

  private addReports(person: Person): void {
    const { chance, data } = this;
    const own = this.roster.filter((row) => row.id === person.id);
    const grids = own.flatMap((row) => row.grids);
    const add = (day: string, valid: boolean | 'pending') => {
      const grid = chance.is(0.8) ? chance.pick(grids) : null;
      const category = chance.pick(CATEGORIES);
      data.reports.push({
        number: `XX${this.counter.next()}`,
        id: person.id,
        time: this.moment(day),
        category,
        grid,
        valid,
      });
    };
    const isFullTimer = this.days.some((day) => this.isFullTime(person, day));
    const inRole = this.days.filter((day) =>
      own.some(
        (row) => hasRoleOn(this.roster, person.id, day, row.role) && (row.role === '专职网格员' || !isFullTimer),
      ),
    );
    const otherDays = this.days.filter((day) => !inRole.includes(day));
    if (inRole.length > 0) {
      let effective = chance.int(0, 4);
      if (isFullTimer) {
        const base = reportBaseOf(this.office, this.month, person.id);
        if (person.habit === 'perfect') effective = base + chance.pick([0, 0, 0, 1]);
        else effective = Math.max(0, base + chance.pick([-1, -1, 0, 0, 1, 1, -2, -5, 3, -base]));
      }
      for (let i = 0; i < effective; i += 1) {
        const edge = chance.is(0.08) ? chance.pick([inRole[0], inRole.at(-1)]) : undefined;
        add(edge ?? chance.pick(inRole), true);
      }
      if (person.habit !== 'perfect') {
        for (let i = chance.pick([0, 0, 1, 3]); i > 0; i -= 1) add(chance.pick(inRole), false);
        for (let i = chance.pick([0, 0, 0, 1, 2]); i > 0; i -= 1) add(chance.pick(inRole), 'pending');
      }
      // One report, twice in the same words.
      const last = data.reports.at(-1);
      if (last?.id === person.id && chance.is(0.05)) data.reports.push({ ...last });
    }
    if (otherDays.length > 0 && chance.is(0.5)) add(chance.pick(otherDays), true);
    if (chance.is(0.05)) add(addDays(firstDay(this.month), -1), true);
    if (chance.is(0.05)) add(addDays(lastDay(this.month), 1), true);
  }

  // ---------------------------------------------------------- tasks

  private addTasks(person: Person): void {
    const { chance } = this;
    const isFullTimer = this.days.some((day) => this.isFullTime(person, day));
    if (!isFullTimer) {
      if (chance.is(0.1)) this.addTask(person, true, '任务');
      return;
    }
    if (chance.is(0.12)) return;
    const willFail = person.habit !== 'perfect' && chance.is(0.35);
    const count = chance.int(1, 4);
    for (let i = 0; i < count; i += 1) {
      const type = chance.pick(['事件', '任务', '任务', '临时'] as const);
      this.addTask(person, !(willFail && i === 0), type);
    }
    if (chance.is(0.2)) {
      this.addTask(person, false, chance.pick(['事件', '任务', '临时']), chance.pick(['退回', '撤销', '转派']));
    }
    if (chance.is(0.1)) this.addTask(person, false, '事件', '转派', chance.pick(this.fullTimers()));
  }

  private addTask(
    person: Person,
    isDone: boolean,
    type: TaskRow['type'],
    status = '',
    heir: Person | undefined = undefined,
  ): void {
    const { chance, data } = this;
    const dueDay = chance.is(0.15)
      ? chance.pick([this.days[0] as string, this.days.at(-1) as string])
      : chance.pick(this.days);
    const row: TaskRow = {
      number: `PD${this.counter.next()}`,
      type,
      id: person.id,
      dispatched: this.moment(addDays(dueDay, -chance.pick([0, 1, 3, 7, 20]))),
      due: null,
      done: null,
      status,
    };
    const clock = `${String(chance.int(8, 17)).padStart(2, '0')}:${chance.pick(['00', '30', '15'])}`;
    const minuteAfter = clock.replace(/..$/, (minutes) => String(Number(minutes) + 1).padStart(2, '0'));
    if (row.dispatched.slice(0, 10) === dueDay) row.dispatched = dueDay;
    switch (chance.int(0, 8)) {
      case 0:
      case 1:
        // On the minute, or one late.
        row.due = `${dueDay} ${clock}`;
        row.done = isDone ? `${dueDay} ${clock}` : `${dueDay} ${minuteAfter}`;
        break;
      case 2:
        // A date without a time is the end of that day.
        row.due = dueDay;
        row.done = isDone ? chance.pick([dueDay, `${dueDay} 23:59`]) : `${addDays(dueDay, 1)} 00:00`;
        break;
      case 3:
        // Only one side has a time: days are compared.
        row.due = `${dueDay} ${clock}`;
        row.done = isDone ? dueDay : addDays(dueDay, 1);
        break;
      case 4:
        // Midnight, written out, is a time.
        row.due = `${dueDay} 00:00`;
        row.done = isDone ? chance.pick([dueDay, `${dueDay} 00:00`]) : `${dueDay} 00:01`;
        break;
      case 5:
      case 6: {
        // No due time: any time up to the end of the month of dispatch, which is this one or the one before.
        row.dispatched = this.moment(chance.pick(this.days));
        const last = lastDay(this.month);
        row.done = isDone ? chance.pick([last, `${last} 23:59`]) : chance.pick([null, `${addDays(last, 1)} 00:00`]);
        break;
      }
      case 7:
        // Due next month, or the month after that.
        row.due = `${addDays(lastDay(this.month), chance.pick([1, 10, 28, 45]))} ${clock}`;
        row.dispatched = this.moment(chance.pick(this.days));
        row.done = chance.pick([null, row.due, `${row.due.slice(0, 10)} 23:59`, lastDay(this.month)]);
        break;
      default:
        row.due = this.moment(dueDay);
        row.done = isDone ? dueDay : null;
    }
    if (status === '') {
      row.status = row.done === null ? chance.pick(['', '办理中']) : chance.pick(['', '已完成', '已完成']);
      if (chance.is(0.05)) row.status = chance.pick(['办理中', '已完成']);
    } else if (chance.is(0.6)) {
      row.done = null;
    }
    data.tasks.push(row);
    if (chance.is(0.03)) data.tasks.push({ ...row });
    if (heir !== undefined && row.due !== null) {
      data.tasks.push({ ...row, number: `${row.number}-2`, id: heir.id, status: '已完成', done: row.due });
    }
  }

  // ---------------------------------------------------------- meetings

  private addMeetings(): void {
    const { chance, data } = this;
    const isNamed = chance.is(0.4);
    const isComplete = chance.is(0.4);
    const days = chance.shuffle(this.days).slice(0, chance.pick([0, 1, 1, 2, 3]));
    // On a day somebody has leave, where there is one.
    const leave = data.leave.find((row) => row.from.startsWith(this.month));
    if (leave !== undefined && !days.includes(leave.from)) days.push(leave.from);
    const meetings: { date: string; name: string | null }[] = days.map((date) => ({
      date,
      name: isNamed ? '例会' : null,
    }));
    if (isNamed && days[0] !== undefined) meetings.push({ date: days[0], name: '培训' });
    for (const meeting of meetings) {
      for (const person of this.fullTimers()) {
        if (!isComplete && chance.is(0.1)) continue;
        const attendance: MeetingRow['attendance'] =
          person.habit === 'perfect'
            ? chance.pick(['出席', '出席', '出席', '迟到'])
            : chance.pick(['出席', '出席', '出席', '出席', '迟到', '请假', '缺席', '缺席']);
        data.meetings.push({ date: meeting.date, name: meeting.name, id: person.id, attendance });
      }
    }
    if (!isComplete && data.meetings.length > 0) {
      const others = this.people.filter((person) => this.isIn(person, '网格长'));
      const meeting = meetings[0] as { date: string; name: string | null };
      for (const person of others) data.meetings.push({ ...meeting, id: person.id, attendance: '缺席' });
      if (chance.is(0.2)) data.meetings.push({ ...chance.pick(data.meetings) });
    }
  }

  // ---------------------------------------------------------- the rest

  private addMissedIncidents(): void {
    const { chance, data } = this;
    if (!chance.is(0.5)) return;
    const turns = this.roster
      .flatMap((row) => (row.from === null ? [] : [row.from, addDays(row.from, -1)]))
      .filter((day) => day.startsWith(this.month));
    const grids = this.roster.flatMap((row) => row.grids);
    for (let count = chance.int(1, 4); count > 0; count -= 1) {
      const takenOver = this.roster.filter((row) => row.from !== null).flatMap((row) => row.grids);
      const isAtTurn = turns.length > 0 && chance.is(0.6);
      data.missedIncidents.push({
        date: isAtTurn ? chance.pick(turns) : chance.pick(this.days),
        grid: isAtTurn ? chance.pick(takenOver) : chance.pick(grids),
        kind: chance.pick(INCIDENTS),
        missed: chance.is(0.6),
        note: `现场${this.counter.next()}`,
      });
    }
    if (chance.is(0.2)) {
      const date = addDays(firstDay(this.month), -1);
      data.missedIncidents.push({ date, grid: chance.pick(grids), kind: '违法建设', missed: true, note: '上月' });
    }
  }

  private addSpecialDuties(): void {
    const { chance, data } = this;
    if (!chance.is(0.6)) return;
    for (const person of chance.shuffle(this.fullTimers()).slice(0, 2)) {
      const done = chance.pick([true, true, false, null]);
      data.specialDuties.push({ id: person.id, duty: '系统维护', done });
      // Two duties are paid once.
      if (chance.is(0.3)) data.specialDuties.push({ id: person.id, duty: '牵头', done: true });
    }
  }

  private addScores(): void {
    const { chance, data } = this;
    if (!chance.is(0.75)) return;
    for (const person of this.fullTimers()) {
      if (!chance.is(0.9)) continue;
      const mark = person.habit === 'perfect' ? '100' : chance.pick(['100', '99.5', '88.25', '76.33', '60', '0', null]);
      const dutyKnown = mark === null ? chance.is(0.5) : chance.pick([true, true, false, null]);
      data.scores.push({ id: person.id, patrolQuality: mark, dutyKnown });
    }
  }

  private addAdjustments(): void {
    const { chance, data } = this;
    const add = (person: Person, amount: string) => {
      const row: AdjustmentRow = {
        id: person.id,
        item: chance.pick(['补发', '追扣', '其他']),
        amount,
        reason: `更正${this.counter.next()}`,
        approver: '王主任',
      };
      data.adjustments.push(row);
    };
    const positive = () => chance.pick(['50', '12.5', '0.01', '300.00']);
    const negative = () => chance.pick(['-25', '-0.05', '-1200', '-1500.5', '-3000', '-999.99']);
    for (const person of this.people) {
      const isFullTimer = this.days.some((day) => this.isFullTime(person, day));
      const isRewarded = this.isIn(person, '网格长') || this.isIn(person, '兼职网格员');
      const isLeaver = this.roster.some(
        (row) =>
          row.id === person.id && row.role === '专职网格员' && row.left !== null && row.left < firstDay(this.month),
      );
      if (isFullTimer && !isRewarded && chance.is(0.15)) {
        add(person, chance.is(0.4) ? positive() : negative());
        if (chance.is(0.3)) add(person, negative());
      } else if (isRewarded && !isFullTimer && chance.is(0.06)) {
        add(person, chance.pick([positive(), '-5', '-200']));
      } else if (isLeaver && chance.is(0.3)) {
        add(person, chance.pick([positive(), '-100', '-60.6']));
      }
    }
  }
}

/** Tasks dispatched this month and due in the next one: in this folder only, in both, or changed on the way. */
function spreadTasks(chance: Chance, office: Office, data: MonthData): void {
  const next = addMonths(data.month, 1);
  const later = office.months.find((other) => other.month === next);
  const rosterLater = later?.roster ?? office.roster;
  for (const row of [...data.tasks]) {
    const isDueNext = row.due?.startsWith(next) ?? false;
    const isOpenWithoutDue = row.due === null && row.dispatched.startsWith(data.month);
    if (later === undefined || later.tasks.some((other) => other.number === row.number)) continue;
    if (isDueNext && row.due !== null) {
      switch (chance.int(0, 5)) {
        case 0:
        case 1:
          // Only here.
          break;
        case 2:
        case 3:
          // There as well, and finished by then.
          later.tasks.push({ ...row, done: row.due, status: '已完成' });
          break;
        case 4:
          later.tasks.push({ ...row, done: null, status: chance.pick(['退回', '撤销', '', '办理中']) });
          break;
        default: {
          // Put off for a month, or handed to somebody else.
          if (chance.is(0.5)) {
            later.tasks.push({ ...row, due: `${lastDay(addMonths(next, 1))} 10:00` });
          } else {
            const heirs = rosterLater.filter((other) =>
              fullTimeOn(rosterLater, other.id, (row.due ?? '').slice(0, 10)),
            );
            later.tasks.push({ ...row, id: chance.pick(heirs).id, done: row.due, status: '' });
          }
        }
      }
    } else if (isOpenWithoutDue && chance.is(0.1)) {
      // Finished later: too late for its month, and not a task of the next.
      later.tasks.push({ ...row, done: addDays(lastDay(data.month), 5), status: '已完成' });
    }
  }
}
