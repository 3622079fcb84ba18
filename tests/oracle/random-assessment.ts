/**
 * Made-up offices for what is assessed beside the pay: few people, grids with whole and with broken teams, one quarter.
 * The plain reading is asked only for where the edges lie (assessable days, report base, reports of a team).
 */
import { addDays, addMonths, daysOf, firstDay, lastDay, workdaysOf } from './calendar.ts';
import { assessableDays, assignmentsOn, fullTimeOn, hasRoleOn, reportBaseOf } from './naive.ts';
import { teamReports } from './naive-assessment.ts';
import {
  emptyMonth,
  type GridRow,
  type LeaveRow,
  type MonthData,
  type Office,
  type PatrolRow,
  type Role,
  type RosterRow,
  type SurveyRow,
  type TaskRow,
} from './office.ts';
import { Chance } from './prng.ts';
import { Counter, Ids, Names } from './random.ts';

export interface TeamOptions {
  months?: string[];
}

const SPANS = [
  ['2021-07'],
  ['2021-09'],
  ['2022-02'],
  ['2021-07', '2021-08'],
  ['2021-08', '2021-09'],
  ['2024-02', '2024-03'],
  ['2021-07', '2021-08', '2021-09'],
  ['2021-10', '2021-11', '2021-12'],
  ['2024-04', '2024-05', '2024-06'],
  ['2025-01', '2025-02', '2025-03'],
  ['2025-10', '2025-11', '2025-12'],
  // A month missing in between.
  ['2021-07', '2021-09'],
  ['2025-04', '2025-06'],
];

const MOST_PEOPLE = 12;
const INCIDENTS = ['违法建设', '违建坟墓', '山林破坏'];
const CATEGORIES = ['矛盾纠纷', '安全隐患', '环境污染', '服务需求', ...INCIDENTS];
const LEAVE_KINDS = ['年假', '公假', '工伤', '婚假', '丧假', '产假', '事假', '病假', '事假', '病假'];
const WITHDRAWN = ['退回', '撤销', '转派'];

interface Person {
  id: string;
  name: string;
  hired: string | null;
  left: string | null;
  party: boolean | null;
}

interface Post {
  person: Person;
  role: Role;
  grids: string[];
  from: string | null;
  to: string | null;
}

export function randomTeamOffice(seed: number, options: TeamOptions = {}): Office {
  const chance = new Chance(seed);
  const months = options.months ?? chance.pick(SPANS);
  const team = new Team(chance, months);
  const { roster, grids } = team.make();
  const office: Office = { roster, months: months.map(emptyMonth) };
  if (grids.length > 0) office.grids = grids;
  shareOutRosters(chance, office);
  const counter = new Counter();
  for (const data of office.months) new TeamMonth(chance, office, data, counter).fill();
  for (const data of office.months) handOnTasks(chance, office, data);
  return office;
}

// ---------------------------------------------------------------- people and grids

class Team {
  private readonly people: Person[] = [];
  private readonly posts: Post[] = [];
  private readonly names: Names;
  private readonly ids: Ids;
  private readonly style: string;

  constructor(
    private readonly chance: Chance,
    private readonly months: string[],
  ) {
    this.names = new Names(chance);
    this.ids = new Ids(chance);
    this.style = chance.pick(['G', 'YH-', '33068300', '网格']);
  }

  make(): { roster: RosterRow[]; grids: GridRow[] } {
    const { chance } = this;
    const count = chance.int(2, 6);
    const grids = Array.from({ length: count }, (_, index) => this.grid(index));
    this.addWorkers(grids, Math.min(7, Math.max(2, count + chance.pick([0, 0, 0, 0, 1, -1]))));
    for (const grid of grids) {
      const isWhole = chance.is(0.9);
      const wanted: [Role, number][] = [
        ['网格长', isWhole ? 1 : chance.pick([0, 1, 1, 2])],
        ['兼职网格员', isWhole ? chance.pick([1, 1, 2]) : chance.pick([0, 0, 1, 2])],
        ['网格指导员', isWhole ? 1 : chance.pick([0, 1, 1, 2])],
      ];
      for (const [role, number] of wanted) for (let i = 0; i < number; i += 1) this.fillPost(role, grid);
    }
    this.bendPosts();
    if (chance.is(0.25)) this.addEndedGrid(this.grid(count));
    this.addParty(grids);
    this.reconcile();

    const rows: GridRow[] = [];
    if (chance.is(0.75)) {
      for (const [index, id] of grids.entries()) {
        if (chance.is(0.85)) rows.push({ id, name: `南田村第${index + 1}网格` });
      }
      if (chance.is(0.4)) rows.push({ id: this.grid(count + 1), name: '南田村新设网格' });
      if (chance.is(0.15)) rows.push({ id: this.grid(count), name: '南田村原设网格' });
    }
    return { roster: withoutGaps(this.rows()), grids: rows };
  }

  private grid(index: number): string {
    return `${this.style}${String(index + 1).padStart(2, '0')}`;
  }

  private dayIn(): string {
    const month = this.chance.pick(this.months);
    const days = daysOf(month);
    const edges = [days[0], days[1], days.at(-1), days.at(-2), workdaysOf(month)[0], workdaysOf(month).at(-1)];
    return this.chance.is(0.4) ? (this.chance.pick(edges) as string) : this.chance.pick(days);
  }

  private newPerson(): Person {
    const person: Person = {
      id: this.ids.next(),
      name: this.names.next(),
      hired: this.chance.is(0.5) ? null : this.chance.pick(['2019-03-01', '2020-12-15', '2021-01-04']),
      left: null,
      party: null,
    };
    this.people.push(person);
    return person;
  }

  private isFull(): boolean {
    return this.people.length >= MOST_PEOPLE;
  }

  private addPost(person: Person, role: Role, grids: string[]): Post {
    const post: Post = { person, role, grids, from: null, to: null };
    this.posts.push(post);
    return post;
  }

  /** The post passes to somebody else, or to another grid, on a day. */
  private handOver(post: Post, person: Person, grids: string[]): void {
    const day = this.dayIn();
    const next = this.addPost(person, post.role, grids);
    next.from = day;
    post.to = addDays(day, -1);
  }

  // ---------------------------------------------------------- full-time workers

  private addWorkers(grids: string[], count: number): void {
    const { chance } = this;
    const first = (index: number) => grids[index % grids.length] as string;
    for (let i = 0; i < count; i += 1) this.addPost(this.newPerson(), '专职网格员', [first(i)]);
    const posts = [...this.posts];
    if (count < grids.length && chance.is(0.8)) {
      const post = chance.pick(posts);
      if (chance.is(0.5)) post.grids = [...post.grids, grids.at(-1) as string];
      else this.addPost(post.person, '专职网格员', [grids.at(-1) as string]);
    }
    // The first one stays all the time, so that there is always somebody to have a patrol record.
    for (const [index, post] of posts.entries()) {
      if (index === 0) continue;
      const other = posts[index - 1] as Post;
      switch (chance.int(0, 31)) {
        case 0:
          if (index > 1 && other.to === null && other.from === null) {
            // Two workers change grids on one day.
            const day = this.dayIn();
            const before = addDays(day, -1);
            Object.assign(this.addPost(post.person, '专职网格员', other.grids), { from: day });
            Object.assign(this.addPost(other.person, '专职网格员', post.grids), { from: day });
            post.to = before;
            other.to = before;
          }
          break;
        case 1:
          this.handOver(post, post.person, [chance.pick(grids)]);
          break;
        case 2:
          // A successor.
          this.handOver(post, this.isFull() ? chance.pick(posts).person : this.newPerson(), post.grids);
          break;
        case 3:
          post.person.hired = this.dayIn();
          if (chance.is(0.5)) post.from = post.person.hired;
          break;
        case 4:
          post.person.left = this.dayIn();
          if (chance.is(0.3)) post.to = post.person.left;
          break;
        case 5: {
          // A gap of some days, or an overlap of the same person with itself.
          const day = this.dayIn();
          post.to = day;
          Object.assign(this.addPost(post.person, '专职网格员', post.grids), {
            from: addDays(day, chance.pick([-2, 1, 2, 6, 15])),
          });
          break;
        }
        case 6:
          post.from = this.dayIn();
          break;
        case 7:
          post.to = this.dayIn();
          break;
        case 8: {
          // From part-time to full-time.
          const day = this.dayIn();
          post.from = day;
          Object.assign(this.addPost(post.person, '兼职网格员', post.grids), { to: addDays(day, -1) });
          break;
        }
        case 9:
          this.addPost(post.person, chance.pick(['网格长', '兼职网格员', '网格指导员']), [chance.pick(grids)]);
          break;
        case 10:
          post.grids = [...new Set([...post.grids, chance.pick(grids)])];
          break;
        case 11:
          // A short stay.
          post.person.hired = this.dayIn();
          post.person.left = addDays(post.person.hired, chance.pick([0, 3, 10]));
          break;
        default:
      }
    }
  }

  // ---------------------------------------------------------- the others

  private fillPost(role: Role, grid: string): void {
    const { chance } = this;
    const holds = (person: Person) =>
      this.posts.some((post) => post.person === person && post.role === role && post.grids.includes(grid));
    const free = this.people.filter((person) => !holds(person));
    const colleagues = free.filter((person) => this.posts.some((post) => post.person === person && post.role === role));
    const sharing = role === '网格指导员' ? 0.75 : 0.35;
    if (colleagues.length > 0 && (this.isFull() || chance.is(sharing))) {
      const person = chance.pick(colleagues);
      const post = this.posts.find((other) => other.person === person && other.role === role) as Post;
      if (chance.is(0.6)) post.grids = [...post.grids, grid];
      else this.addPost(person, role, [grid]);
    } else if (!this.isFull() && !chance.is(0.12)) {
      this.addPost(this.newPerson(), role, [grid]);
    } else if (free.length > 0) {
      // Somebody of another role as well.
      this.addPost(chance.pick(free), role, [grid]);
    }
  }

  /** Vacancies of part of a month, and changes of holder. */
  private bendPosts(): void {
    const { chance } = this;
    for (const post of this.posts.filter((other) => other.role !== '专职网格员')) {
      if (post.from !== null || post.to !== null) continue;
      const isWorker = this.posts.some((other) => other.person === post.person && other.role === '专职网格员');
      const turn = chance.int(0, 59);
      if (turn === 0) post.from = this.dayIn();
      else if (turn === 1) post.to = this.dayIn();
      else if (turn === 2) this.handOver(post, chance.pick(this.people), post.grids);
      else if (turn === 3 && !this.isFull()) this.handOver(post, this.newPerson(), post.grids);
      else if (turn === 4 && !isWorker) post.person.hired = this.dayIn();
      else if (turn === 5 && !isWorker) post.person.left = this.dayIn();
      else if (turn <= 7) {
        // Two at a time for some days.
        const day = this.dayIn();
        const to = addDays(day, chance.pick([0, 4, 20]));
        Object.assign(this.addPost(chance.pick(this.people), post.role, post.grids), { from: day, to });
      }
    }
  }

  /** A grid whose only holder's assignment ended before the months, or in the first of them. */
  private addEndedGrid(grid: string): void {
    const { chance } = this;
    const first = firstDay(this.months[0] as string);
    const person = this.isFull() ? chance.pick(this.people) : this.newPerson();
    const post = this.addPost(person, chance.pick(['专职网格员', '网格长', '兼职网格员', '网格指导员']), [grid]);
    post.to = addDays(first, chance.pick([-1, -1, -30, 0, 8]));
  }

  private addParty(grids: string[]): void {
    const { chance } = this;
    if (chance.is(0.05)) return;
    for (const person of this.people) person.party = chance.pick([true, false, false, null, null, null]);
    for (const grid of grids) {
      const members = this.posts.filter((post) => post.grids.includes(grid)).map((post) => post.person);
      if (members.length > 0 && chance.is(0.95)) chance.pick(members).party = true;
    }
  }

  /** An employment that never meets one of its assignments is not meant. */
  private reconcile(): void {
    for (const { person, from, to } of this.posts) {
      if (person.left !== null && person.hired !== null && person.left < person.hired) person.left = null;
      if (person.left !== null && from !== null && from > person.left) person.left = null;
      if (person.hired !== null && to !== null && to < person.hired) person.hired = null;
    }
  }

  private rows(): RosterRow[] {
    const { chance } = this;
    const rows: RosterRow[] = [];
    for (const person of this.people) {
      const parts: Post[] = [];
      for (const post of this.posts.filter((other) => other.person === person)) {
        if (post.from !== null && post.to !== null && post.from > post.to) continue;
        if (chance.is(0.3)) parts.push(...post.grids.map((grid) => ({ ...post, grids: [grid] })));
        else parts.push(post);
      }
      // One row that says 是 is enough.
      const saying = chance.int(0, parts.length - 1);
      for (const [index, part] of parts.entries()) {
        const { id, name, hired, left } = person;
        const party = person.party === true && index !== saying ? chance.pick([true, true, null, false]) : person.party;
        const row = { id, name, role: part.role, grids: part.grids, party, hired, left, from: part.from, to: part.to };
        if (!rows.some((other) => JSON.stringify(other) === JSON.stringify(row))) rows.push(row);
      }
    }
    return rows;
  }
}

/**
 * Whoever is a worker at any time holds some post on every day of employment: what somebody without one is, the contract
 * does not say.
 */
function withoutGaps(roster: RosterRow[]): RosterRow[] {
  const workers = new Set(roster.filter((row) => row.role === '专职网格员').map((row) => row.id));
  return roster.map((row) => {
    if (!workers.has(row.id)) return row;
    const own = roster.filter((other) => other.id === row.id);
    const froms = own.map((other) => other.from ?? '').sort();
    const tos = own.map((other) => other.to ?? '9999').sort();
    const [first = '', last = '9999'] = [froms[0], tos.at(-1)];
    const next = froms.find((from) => row.to !== null && from > row.to);
    const isFollowed = own.some(
      (other) => row.to !== null && (other.from ?? '') <= row.to && (other.to ?? '9999') > row.to,
    );
    const to = row.to !== null && next !== undefined && !isFollowed ? addDays(next, -1) : row.to;
    const hired = first > (row.hired ?? '') ? first : row.hired;
    const left = last < (row.left ?? '9999') ? last : row.left;
    return { ...row, to, hired, left };
  });
}

/** Sometimes a month has a roster of its own, and the one in the root is out of date and must not matter. */
function shareOutRosters(chance: Chance, office: Office): void {
  const full = office.roster;
  // Rosters only grow: a folder is also read with the next month's roster.
  const asOf = (month: string) => full.filter((row) => row.hired === null || row.hired <= lastDay(month));
  const mode = chance.next();
  if (mode < 0.15) {
    const last = chance.pick(office.months).month;
    for (const data of office.months) if (data.month <= last) data.roster = asOf(data.month);
  } else if (mode < 0.35) {
    for (const data of office.months) {
      const turned = chance.is(0.5) ? chance.pick(full).id : null;
      data.roster = asOf(data.month).map((row) => (row.id === turned ? { ...row, party: row.party !== true } : row));
      const one = chance.pick(data.roster);
      const other = chance.pick(data.roster);
      if (chance.is(0.3) && one.role === other.role && one.id !== other.id) {
        // Two members change grids from this month on, or for this month.
        const swap = (row: RosterRow) =>
          row === one ? { ...row, grids: other.grids } : row === other ? { ...row, grids: one.grids } : row;
        data.roster = data.roster.map(swap);
      }
    }
    const first = full[0] as RosterRow;
    office.roster = full
      .filter((row) => row.id === first.id || !chance.is(0.15))
      .map((row) => (chance.is(0.2) ? { ...row, party: true } : row));
  }
}

// ---------------------------------------------------------------- months

class TeamMonth {
  private readonly month: string;
  private readonly days: string[];
  private readonly roster: RosterRow[];
  private readonly ids: string[];
  private readonly fullTimers: string[];
  private readonly knownGrids: string[];
  /** On leave all month and in no other table either. */
  private readonly away = new Set<string>();

  constructor(
    private readonly chance: Chance,
    private readonly office: Office,
    private readonly data: MonthData,
    private readonly counter: Counter,
  ) {
    this.month = data.month;
    this.days = daysOf(data.month);
    this.roster = data.roster ?? office.roster;
    this.ids = [...new Set(this.roster.map((row) => row.id))];
    this.fullTimers = this.ids.filter((id) => this.days.some((day) => fullTimeOn(this.roster, id, day)));
    const grids = [...this.roster.flatMap((row) => row.grids), ...(office.grids ?? []).map((row) => row.id)];
    this.knownGrids = [...new Set(grids)];
  }

  fill(): void {
    for (const id of this.fullTimers) this.addLeave(id);
    this.addExcused();
    this.addPatrol();
    for (const id of this.ids) this.addReports(id);
    this.topUpTeams();
    for (const id of this.ids) this.addTasks(id);
    this.addMeetings();
    this.addMissedIncidents();
    this.addScores();
    this.addSurvey();
  }

  private daysHolding(id: string): string[] {
    return this.days.filter((day) => assignmentsOn(this.roster, id, day).length > 0);
  }

  private moment(day: string): string {
    const { chance } = this;
    const hour = String(chance.int(6, 20)).padStart(2, '0');
    return chance.is(0.3) ? day : `${day} ${chance.pick(['00:00', '23:59', `${hour}:00`, `${hour}:30`])}`;
  }

  // ---------------------------------------------------------- leave and excused days

  private addLeave(id: string): void {
    const { chance } = this;
    if (!chance.is(0.35)) return;
    const rows: LeaveRow[] = [];
    const add = (from: string, to: string, half: LeaveRow['half'] = null) => {
      rows.push({ id, from, to, kind: chance.pick(LEAVE_KINDS), half });
    };
    const day = chance.pick(this.days);
    switch (chance.int(0, 6)) {
      case 0:
      case 1:
        // No assessable day in the month; with 事假 no report base either.
        add(chance.pick([firstDay(this.month), addDays(firstDay(this.month), -3)]), lastDay(this.month));
        if (chance.is(0.5)) this.away.add(id);
        break;
      case 2:
        add(day, addDays(day, chance.int(0, 9)));
        break;
      case 3:
        add(day, day, chance.pick(['上午', '下午']));
        break;
      case 4:
        add(day, day, '上午');
        add(day, day, '下午');
        break;
      case 5:
        add(day, addDays(day, chance.int(1, 4)), '全天');
        add(addDays(day, 1), addDays(day, chance.int(1, 6)));
        break;
      default:
        // All but one workday.
        add(addDays(workdaysOf(this.month)[0] as string, 1), lastDay(this.month));
    }
    const seen = new Set<string>();
    for (const row of rows) {
      const key = `${row.from} ${row.to} ${row.kind} ${row.half ?? '全天'}`;
      if (!seen.has(key)) this.data.leave.push(row);
      seen.add(key);
    }
  }

  private addExcused(): void {
    const { chance } = this;
    const add = (id: string | null) => {
      const from = chance.pick(this.days);
      const reason = `${chance.pick(['系统故障', '台风', '集中培训'])}${this.counter.next()}`;
      this.data.excused.push({ from, to: addDays(from, chance.pick([0, 0, 1, 3])), id, reason });
    };
    if (chance.is(0.3)) add(null);
    for (const id of this.fullTimers) if (chance.is(0.1)) add(id);
  }

  // ---------------------------------------------------------- patrol

  private addPatrol(): void {
    const { chance, data } = this;
    const hasRate = chance.is(0.6);
    for (const id of this.fullTimers) {
      const days = assessableDays(this.office, this.month, id);
      const rate = chance.pick([0, 0, 0, 0.1, 0.1, 0.3, 1]);
      for (const day of days) this.addPatrolDay(id, day, hasRate, chance.is(rate));
      // Records on days that are not assessable count for nothing.
      for (const day of this.days) {
        if (!days.includes(day) && chance.is(0.08)) this.addPatrolDay(id, day, hasRate, chance.is(0.5));
      }
    }
    // Nobody may forget a whole day.
    for (const day of workdaysOf(this.month)) {
      if (data.excused.some((row) => row.id === null && row.from <= day && day <= row.to)) continue;
      const due = this.fullTimers.filter((id) => assessableDays(this.office, this.month, id).includes(day));
      const witnesses = due.length > 0 ? due : [this.fullTimers[0] as string];
      if (data.patrol.some((row) => row.date === day && witnesses.includes(row.id))) continue;
      data.patrol.push({
        date: day,
        id: witnesses[0] as string,
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
    if (chance.is(0.3)) data.patrol.push({ ...chance.pick(data.patrol) });
  }

  private addPatrolDay(id: string, date: string, hasRate: boolean, isUnmet: boolean): void {
    const { chance, data } = this;
    const row: PatrolRow = {
      date,
      id,
      onlineRate: hasRate ? chance.pick(['80', '80.01', '97', '100']) : null,
      onlineSeconds: chance.pick([14400, 14401, 16200, 18000]),
      metres: chance.pick([3000, 3001, 3200, 5555]),
      keyPersons: chance.pick([1, 1, 2]),
      keyPlaces: chance.pick([1, 1, 3]),
    };
    if (isUnmet) {
      switch (chance.int(0, 8)) {
        case 0:
          row.keyPersons = chance.pick([0, null]);
          break;
        case 1:
          row.keyPlaces = chance.pick([0, null]);
          break;
        case 2:
          row.onlineSeconds = 14399;
          break;
        case 3:
          row.metres = 2999;
          break;
        case 4:
          row.onlineSeconds = chance.pick([0, null, 1]);
          break;
        case 5:
          row.metres = chance.pick([0, null]);
          break;
        case 6:
          if (hasRate) row.onlineRate = chance.pick(['79.99', '0', null]);
          else row.onlineSeconds = 0;
          break;
        default:
          // No record.
          return;
      }
    }
    const { onlineSeconds, metres } = row;
    if (!chance.is(0.06) || onlineSeconds === null || onlineSeconds < 10 || metres === null) {
      data.patrol.push(row);
      return;
    }
    // Two different rows that add up to the same day.
    const seconds = chance.int(1, Math.floor(onlineSeconds / 2) - 1);
    const part = chance.int(0, metres);
    data.patrol.push({ ...row, onlineSeconds: seconds, metres: part, keyPersons: row.keyPersons === null ? null : 0 });
    data.patrol.push({
      ...row,
      onlineSeconds: onlineSeconds - seconds,
      metres: metres - part,
      keyPlaces: row.keyPlaces === null ? null : 0,
    });
  }

  // ---------------------------------------------------------- reports

  private addReport(id: string, day: string, valid: boolean | 'pending', grid: string | null): void {
    const category = this.chance.pick(CATEGORIES);
    this.data.reports.push({ number: `XX${this.counter.next()}`, id, time: this.moment(day), category, grid, valid });
  }

  /** One of theirs (of any time), any that is known, or none. */
  private someGrid(id: string): string | null {
    const { chance } = this;
    const turn = chance.next();
    if (turn < 0.3) return null;
    if (turn < 0.5) return chance.pick(this.knownGrids);
    return chance.pick(this.roster.filter((row) => row.id === id).flatMap((row) => row.grids));
  }

  private addReports(id: string): void {
    const { chance, data } = this;
    const isWorker = this.fullTimers.includes(id);
    const days = isWorker ? this.days.filter((day) => fullTimeOn(this.roster, id, day)) : this.daysHolding(id);
    const otherDays = this.days.filter((day) => !days.includes(day));
    if (days.length > 0) {
      let count = chance.pick([0, 1, 2, 4]);
      if (isWorker) {
        const base = reportBaseOf(this.office, this.month, id);
        count = Math.max(0, chance.pick([base - 1, base, base, base + 1, Math.floor(base / 2), 3, 0]));
      }
      for (let i = 0; i < count; i += 1) {
        const edge = chance.is(0.1) ? chance.pick([days[0], days.at(-1)]) : undefined;
        this.addReport(id, edge ?? chance.pick(days), true, this.someGrid(id));
      }
      if (chance.is(0.3)) this.addReport(id, chance.pick(days), chance.pick([false, 'pending']), this.someGrid(id));
      const last = data.reports.at(-1);
      if (last?.id === id && chance.is(0.08)) data.reports.push({ ...last });
    }
    // Outside full-time days, outside employment, outside the month.
    if (otherDays.length > 0 && chance.is(0.5)) {
      this.addReport(id, chance.pick(otherDays), true, this.someGrid(id));
    }
    if (chance.is(0.04)) this.addReport(id, addDays(firstDay(this.month), -1), true, this.someGrid(id));
    if (chance.is(0.04)) this.addReport(id, addDays(lastDay(this.month), 1), true, this.someGrid(id));
  }

  /** One below, at or one above what is asked of a team, mostly by those whose own base does not matter. */
  private topUpTeams(): void {
    const { chance } = this;
    for (const grid of this.knownGrids) {
      if (!chance.is(0.6)) continue;
      const counted = Object.values(teamReports(this.office, this.month, grid)).reduce((a, b) => a + b, 0);
      const turns = this.ids.flatMap((id) =>
        this.days
          .filter((day) => assignmentsOn(this.roster, id, day).some((row) => row.grids.includes(grid)))
          .map((day) => ({ id, day })),
      );
      const byOthers = turns.filter(({ id }) => !this.fullTimers.includes(id));
      if (turns.length === 0) continue;
      for (let missing = chance.pick([19, 20, 21]) - counted; missing > 0; missing -= 1) {
        const { id, day } = chance.pick(byOthers.length > 0 ? byOthers : turns);
        this.addReport(id, day, true, grid);
      }
    }
  }

  // ---------------------------------------------------------- tasks

  private addTasks(id: string): void {
    const { chance } = this;
    if (this.away.has(id)) return;
    const isWorker = this.fullTimers.includes(id);
    const count = isWorker ? chance.pick([0, 1, 2, 3, 4]) : chance.pick([0, 0, 0, 1, 2]);
    const isDiligent = chance.is(0.5);
    for (let i = 0; i < count; i += 1) {
      this.addTask(id, chance.pick(['事件', '任务', '任务', '临时']), isDiligent || chance.is(0.5), '');
    }
    if (count > 0 && chance.is(0.2)) this.addTask(id, '任务', chance.is(0.5), chance.pick(WITHDRAWN));
  }

  private addTask(id: string, type: TaskRow['type'], isDone: boolean, status: string): void {
    const { chance, data } = this;
    const { first, last } = { first: firstDay(this.month), last: lastDay(this.month) };
    const dueDay = chance.is(0.2) ? chance.pick([first, last]) : chance.pick(this.days);
    const row: TaskRow = {
      number: `PD${this.counter.next()}`,
      type,
      id,
      dispatched: addDays(dueDay, -chance.pick([0, 1, 7, 20])),
      due: null,
      done: null,
      status,
    };
    switch (chance.int(0, 6)) {
      case 0:
        // On the minute, or one late.
        row.due = `${dueDay} 10:30`;
        row.done = isDone ? `${dueDay} 10:30` : `${dueDay} 10:31`;
        break;
      case 1:
        row.due = dueDay;
        row.done = isDone ? chance.pick([dueDay, `${dueDay} 23:59`]) : `${addDays(dueDay, 1)} 00:00`;
        break;
      case 2:
        row.due = `${dueDay} 10:30`;
        row.done = isDone ? dueDay : addDays(dueDay, 1);
        break;
      case 3:
        row.due = `${dueDay} 00:00`;
        row.done = isDone ? dueDay : `${dueDay} 00:01`;
        break;
      case 4:
        // No due time: up to the end of the month.
        row.dispatched = this.moment(dueDay);
        row.done = isDone ? chance.pick([last, `${last} 23:59`]) : chance.pick([null, `${addDays(last, 1)} 00:00`]);
        break;
      case 5:
        // Due next month.
        row.dispatched = this.moment(dueDay);
        row.due = `${addDays(last, chance.pick([1, 10, 28]))} 10:30`;
        row.done = chance.pick([null, row.due, last]);
        break;
      default:
        row.due = this.moment(dueDay);
        row.done = isDone ? dueDay : null;
    }
    if (status === '') row.status = chance.pick(row.done === null ? ['', '办理中'] : ['', '已完成']);
    else if (chance.is(0.6)) row.done = null;
    data.tasks.push(row);
    if (chance.is(0.04)) data.tasks.push({ ...row });
  }

  // ---------------------------------------------------------- the rest

  private addMeetings(): void {
    const { chance, data } = this;
    const isNamed = chance.is(0.4);
    const days = chance.shuffle(this.days).slice(0, chance.pick([0, 1, 1, 2, 3]));
    const meetings: { date: string; name: string | null }[] = days.map((date) => ({
      date,
      name: isNamed ? '例会' : null,
    }));
    if (isNamed && days[0] !== undefined) meetings.push({ date: days[0], name: '培训' });
    const missing = chance.pick([0, 0, 0.2, 0.6]);
    const others = this.ids.filter((id) => !this.fullTimers.includes(id) && chance.is(0.1));
    for (const meeting of meetings) {
      for (const id of this.fullTimers) {
        if (chance.is(missing) || this.away.has(id)) continue;
        const attendance = chance.pick(['出席', '出席', '出席', '迟到', '请假', '缺席'] as const);
        data.meetings.push({ ...meeting, id, attendance });
      }
      for (const id of others) data.meetings.push({ ...meeting, id, attendance: chance.pick(['出席', '缺席']) });
    }
    if (data.meetings.length > 0 && chance.is(0.1)) data.meetings.push({ ...chance.pick(data.meetings) });
  }

  private addMissedIncidents(): void {
    const { chance, data } = this;
    if (!chance.is(0.5)) return;
    const turns = this.roster
      .flatMap((row) => [row.from, row.to, row.hired, row.left])
      .filter((day) => day?.startsWith(this.month))
      .map((day) => day as string);
    for (let count = chance.pick([1, 1, 2, 3, 7]); count > 0; count -= 1) {
      const date = turns.length > 0 && chance.is(0.5) ? chance.pick(turns) : chance.pick(this.days);
      data.missedIncidents.push({
        date: date > firstDay(this.month) && chance.is(0.2) ? addDays(date, -1) : date,
        grid: chance.pick(this.knownGrids),
        kind: chance.pick(INCIDENTS),
        missed: chance.is(0.5),
        note: `现场${this.counter.next()}`,
      });
    }
    if (chance.is(0.15)) data.missedIncidents.push({ ...chance.pick(data.missedIncidents) });
    if (chance.is(0.15)) {
      const date = addDays(firstDay(this.month), -1);
      data.missedIncidents.push({
        date,
        grid: chance.pick(this.knownGrids),
        kind: '违法建设',
        missed: true,
        note: '上月',
      });
    }
  }

  private addScores(): void {
    const { chance, data } = this;
    if (!chance.is(0.7)) return;
    const isNeverKnown = chance.is(0.1);
    for (const id of this.fullTimers) {
      if (!chance.is(0.85) || this.away.has(id)) continue;
      const known = isNeverKnown ? null : chance.pick([true, true, true, false, null]);
      const mark = chance.pick(['100', '99.5', '88.25', '60', '0']);
      data.scores.push({ id, patrolQuality: known !== null && chance.is(0.2) ? null : mark, dutyKnown: known });
    }
  }

  private addSurvey(): void {
    const { chance, data } = this;
    if (!chance.is(0.55)) return;
    const hasColumn = { accuracy: !chance.is(0.1), keyPersonKnowledge: !chance.is(0.1), opinion: !chance.is(0.1) };
    const high = () => chance.pick(['99.99', '100', '100', '100', '98.5', '66.67', '0', null]);
    const opinion = () => chance.pick(['84.99', '85', '85.01', '85.00', '100', '92.5', null]);
    const rows: SurveyRow[] = [];
    for (const id of this.ids) {
      const isWorker = this.fullTimers.includes(id);
      // Also somebody full-time in another month only.
      const isEverWorker = this.roster.some((row) => row.id === id && row.role === '专职网格员');
      if (!chance.is(isWorker ? 0.8 : isEverWorker ? 0.3 : 0) || this.away.has(id)) continue;
      const row: SurveyRow = {
        id,
        accuracy: hasColumn.accuracy ? high() : null,
        keyPersonKnowledge: hasColumn.keyPersonKnowledge ? high() : null,
        familiarity: hasColumn.opinion ? opinion() : null,
        satisfaction: opinion(),
      };
      // A row without a figure is no row.
      const isEmpty = [row.accuracy, row.keyPersonKnowledge, row.familiarity, row.satisfaction].every(
        (value) => value === null,
      );
      rows.push(isEmpty ? { ...row, satisfaction: '85' } : row);
    }
    if (rows.length > 0) data.survey = rows;
  }
}

/** Tasks due in the next month: in this folder only, in both, changed on the way, or handed to somebody else. */
function handOnTasks(chance: Chance, office: Office, data: MonthData): void {
  const next = addMonths(data.month, 1);
  const later = office.months.find((other) => other.month === next);
  if (later === undefined) return;
  const roster = later.roster ?? office.roster;
  for (const row of data.tasks) {
    if (row.due === null || !row.due.startsWith(next)) continue;
    if (later.tasks.some((other) => other.number === row.number)) continue;
    switch (chance.int(0, 4)) {
      case 0:
        later.tasks.push({ ...row, done: row.due, status: '已完成' });
        break;
      case 1:
        later.tasks.push({ ...row, done: null, status: chance.pick([...WITHDRAWN, '', '办理中']) });
        break;
      case 2: {
        const day = row.due.slice(0, 10);
        const heirs = roster.filter((other) => hasRoleOn(roster, other.id, day, other.role));
        later.tasks.push({ ...row, id: chance.pick(heirs).id, done: row.due, status: '' });
        break;
      }
      case 3:
        later.tasks.push({ ...row, due: `${lastDay(addMonths(next, 1))} 10:00` });
        break;
      default:
    }
  }
}
