import { describe, expect, test } from 'vitest';
import { daysOf, workdaysOf } from './calendar.ts';
import { officeFiles } from './files.ts';
import { assessableDays } from './naive.ts';
import { type ExpectedGrid, expectedDuties, expectedGrids, expectedScores } from './naive-assessment.ts';
import {
  emptyMonth,
  type MonthData,
  type Office,
  type ReportRow,
  type Role,
  type RosterRow,
  type SurveyRow,
  type TaskRow,
} from './office.ts';
import { randomTeamOffice } from './random-assessment.ts';

// ------------------------------------------------------------------ a small office to bend

function member(id: string, role: Role, grids: string[], changes: Partial<RosterRow> = {}): RosterRow {
  const none = { party: null, hired: null, left: null, from: null, to: null };
  return { id, name: `${id}名`, role, grids, ...none, ...changes };
}

/** A whole team: 网格长 L, 专职 A, 指导员 Z, 兼职 P, of whom P is the party member. */
function wholeTeam(): RosterRow[] {
  return [
    member('A', '专职网格员', ['G1']),
    member('L', '网格长', ['G1']),
    member('Z', '网格指导员', ['G1']),
    member('P', '兼职网格员', ['G1'], { party: true }),
  ];
}

/** July 2021 has 22 workdays. */
function patrolled(month: string, ids = ['A']): MonthData {
  const data = emptyMonth(month);
  for (const id of ids) {
    for (const date of workdaysOf(month)) {
      data.patrol.push({
        date,
        id,
        onlineRate: '80',
        onlineSeconds: 14400,
        metres: 3000,
        keyPersons: 1,
        keyPlaces: 1,
      });
    }
  }
  return data;
}

let count = 0;

function report(data: MonthData, id: string, times: number, changes: Partial<ReportRow> = {}): void {
  for (let i = 0; i < times; i += 1) {
    count += 1;
    const time = `${data.month}-15`;
    data.reports.push({ number: `X${count}`, id, time, category: '其他', grid: null, valid: true, ...changes });
  }
}

function task(data: MonthData, id: string, isDone: boolean, changes: Partial<TaskRow> = {}): void {
  count += 1;
  const day = `${data.month}-15`;
  const row: TaskRow = { number: `T${count}`, type: '任务', id, dispatched: day, due: day, done: null, status: '' };
  data.tasks.push({ ...row, done: isDone ? day : null, ...changes });
}

function survey(id: string, figures: Partial<SurveyRow>): SurveyRow {
  return { id, accuracy: null, keyPersonKnowledge: null, familiarity: null, satisfaction: null, ...figures };
}

function july(change: (data: MonthData) => void, roster = wholeTeam()): Office {
  const data = patrolled(
    '2021-07',
    roster.filter((row) => row.role === '专职网格员').map((row) => row.id),
  );
  change(data);
  return { roster, months: [data] };
}

function scoreOf(office: Office, id = 'A', month = '2021-07') {
  const found = expectedScores(office, month).find((line) => line.id === id);
  if (found === undefined) throw new Error(`${id} is not listed`);
  return found;
}

function gridOf(office: Office, id = 'G1', month = '2021-07'): ExpectedGrid {
  const found = expectedGrids(office, month).find((line) => line.id === id);
  if (found === undefined) throw new Error(`${id} is not listed`);
  return found;
}

function dutyOf(office: Office, key: string, id = 'A', month = '2021-07') {
  const found = expectedDuties(office, month).find((line) => line.id === id && line.key === key);
  if (found === undefined) throw new Error(`${key} of ${id} is not listed`);
  return { figure: found.figure, threshold: found.threshold, met: found.met };
}

/** Day of July on which A falls short. */
function unmet(data: MonthData, ...days: number[]): void {
  for (const row of data.patrol) if (days.includes(Number(row.date.slice(8)))) row.keyPlaces = 0;
}

// ------------------------------------------------------------------ worked examples

describe('monthly scores', () => {
  test('six contents, equal weights', () => {
    const office = july((data) => {
      for (const [day, attendance] of [
        ['06', '出席'],
        ['13', '迟到'],
        ['20', '出席'],
      ] as const) {
        data.meetings.push({ date: `2021-07-${day}`, name: null, id: 'A', attendance });
      }
      data.survey = [survey('A', { accuracy: '98.5', keyPersonKnowledge: '90' })];
      data.scores.push({ id: 'A', patrolQuality: '100', dutyKnown: true });
      unmet(data, 1, 2);
      report(data, 'A', 19);
      report(data, 'A', 1, { valid: false });
      task(data, 'A', true);
      task(data, 'A', true);
      task(data, 'A', false);
      task(data, 'A', false, { status: '撤销' });
      task(data, 'A', false, { type: '临时' });
    });
    expect(scoreOf(office)).toEqual({
      id: 'A',
      name: 'A名',
      // 200/3 + 197/2 + 1000/11 + 95 + 95 + 200/3 = 33841/66; a sixth of it is 85.4570...
      score: 85.46,
      rank: 1,
      contents: {
        training: 66.67, // 2 of 3: 迟到 counts below the line
        dataEntry: 98.5,
        patrol: 90.91, // 20 of 22
        knowledge: 95, // (90 + 100) / 2
        reports: 95, // 19 of 20
        tasks: 66.67, // 2 of 3
      },
    });
  });

  test('what has no data is left out', () => {
    const office = july((data) => unmet(data, 1, 2));
    // 20 of 22 and 0 of 20 reports: (1000/11 + 0) / 2 = 45.4545...
    expect(scoreOf(office)).toMatchObject({
      score: 45.45,
      contents: { training: null, dataEntry: null, knowledge: null, reports: 0, tasks: null },
    });
  });

  test('on sick leave all month nothing is left', () => {
    const office = july((data) => {
      data.leave.push({ id: 'A', from: '2021-07-01', to: '2021-07-31', kind: '病假', half: null });
    });
    expect(scoreOf(office)).toMatchObject({ score: null, rank: null });
    // 年假 keeps the report base of 20.
    const onHoliday = july((data) => {
      data.leave.push({ id: 'A', from: '2021-07-01', to: '2021-07-31', kind: '年假', half: null });
    });
    expect(scoreOf(onHoliday)).toMatchObject({ score: 0, rank: 1, contents: { patrol: null, reports: 0 } });
  });

  test('an empty 清单掌握 is 否, no row is no data', () => {
    const half = july((data) => {
      data.survey = [survey('A', { keyPersonKnowledge: '99.99' })];
      data.scores.push({ id: 'A', patrolQuality: '100', dutyKnown: null });
    });
    // 99.99 / 2 = 49.995
    expect(scoreOf(half).contents.knowledge).toBe(50);
    const whole = july((data) => {
      data.survey = [survey('A', { keyPersonKnowledge: '99.99' })];
      data.scores.push({ id: 'Z', patrolQuality: '100', dutyKnown: false });
    });
    expect(scoreOf(whole).contents.knowledge).toBe(99.99);
  });

  test('more reports than the base do not count', () => {
    const office = july((data) => report(data, 'A', 25));
    expect(scoreOf(office).contents.reports).toBe(100);
  });

  test('meetings count on days as a full-time worker, two of a day by their names', () => {
    const roster = [member('A', '专职网格员', ['G1'], { hired: '2021-07-10' })];
    const office = july((data) => {
      data.meetings.push({ date: '2021-07-09', name: '例会', id: 'A', attendance: '缺席' });
      data.meetings.push({ date: '2021-07-12', name: '例会', id: 'A', attendance: '出席' });
      data.meetings.push({ date: '2021-07-12', name: '培训', id: 'A', attendance: '请假' });
      data.meetings.push({ date: '2021-07-12', name: '例会', id: 'A', attendance: '出席' });
    }, roster);
    expect(scoreOf(office).contents.training).toBe(50);
  });

  test('ties share the rank', () => {
    const roster = ['A', 'B', 'C', 'D'].map((id) => member(id, '专职网格员', [`G${id}`]));
    const office = july((data) => {
      report(data, 'A', 20);
      report(data, 'B', 10);
      report(data, 'C', 10);
    }, roster);
    // (100 + 100) / 2, (100 + 50) / 2, (100 + 0) / 2
    expect(expectedScores(office, '2021-07').map((line) => [line.score, line.rank])).toEqual([
      [100, 1],
      [75, 2],
      [75, 2],
      [50, 4],
    ]);
  });

  test('the survey is carried through the quarter, the whole row, over folders without a gap', () => {
    const office = (months: string[]) => ({ roster: wholeTeam(), months: months.map((month) => patrolled(month)) });
    const given = (of: Office, index: number, figures: Partial<SurveyRow>) => {
      (of.months[index] as MonthData).survey = [survey('A', figures)];
    };
    const dataEntry = (of: Office, month: string) => scoreOf(of, 'A', month).contents.dataEntry;

    const whole = office(['2021-07', '2021-08', '2021-09', '2021-10']);
    given(whole, 0, { accuracy: '91' });
    expect(dataEntry(whole, '2021-09')).toBe(91);
    expect(dataEntry(whole, '2021-10')).toBeNull();
    given(whole, 1, { familiarity: '85' });
    expect(dataEntry(whole, '2021-07')).toBe(91);
    expect(dataEntry(whole, '2021-09')).toBeNull();
    (whole.months[1] as MonthData).survey = [survey('P', { accuracy: '50' })];
    expect(dataEntry(whole, '2021-09')).toBe(91);

    const broken = office(['2021-07', '2021-09']);
    given(broken, 0, { accuracy: '91' });
    expect(dataEntry(broken, '2021-09')).toBeNull();

    const early = office(['2021-05', '2021-06']);
    given(early, 0, { accuracy: '91' });
    expect(dataEntry(early, '2021-06')).toBeNull();
  });
});

describe('grids', () => {
  test('a whole team that does everything', () => {
    const office = july((data) => {
      report(data, 'A', 14);
      report(data, 'L', 3);
      report(data, 'P', 2);
      report(data, 'Z', 1);
      task(data, 'A', true);
    });
    office.grids = [{ id: 'G1', name: '第一网格' }];
    expect(expectedGrids(office, '2021-07')).toEqual([
      {
        id: 'G1',
        name: '第一网格',
        score: 100,
        rank: 1,
        assessableDays: 22,
        metDays: 22,
        effectiveReports: 20,
        reportsByRole: { fullTime: 14, gridLead: 3, partTime: 2, adviser: 1 },
        tasksAssigned: 1,
        tasksDone: 1,
        missedIncidents: 0,
        departures: [],
      },
    ]);
  });

  test('a team of 19, 20 and 21 reports', () => {
    const scores = [19, 20, 21].map((reports) => {
      const office = july((data) => {
        report(data, 'A', 9);
        report(data, 'P', reports - 9);
        task(data, 'L', true);
      });
      return gridOf(office).score;
    });
    // 30 + 30 × 19/20 + 30 + 10 = 98.5
    expect(scores).toEqual([98.5, 100, 100]);
  });

  test('a score of all parts', () => {
    const office = july((data) => {
      unmet(data, 1, 2, 5);
      report(data, 'A', 13);
      task(data, 'A', true);
      task(data, 'P', true);
      task(data, 'Z', false);
      data.missedIncidents.push(
        { date: '2021-07-08', grid: 'G1', kind: '违法建设', missed: true, note: '' },
        { date: '2021-07-08', grid: 'G1', kind: '违法建设', missed: false, note: '' },
        { date: '2021-06-30', grid: 'G1', kind: '违法建设', missed: true, note: '' },
      );
    });
    // 30 × 19/22 + 30 × 13/20 + 30 × 2/3 + 10 = 285/11 + 19.5 + 20 + 10 = 75.4090..., less 20
    expect(gridOf(office)).toMatchObject({
      score: 55.41,
      assessableDays: 22,
      metDays: 19,
      tasksAssigned: 3,
      tasksDone: 2,
      missedIncidents: 1,
    });
  });

  test('parts without data are scaled up, and it does not go below 0', () => {
    const office = july((data) => report(data, 'A', 5));
    // No task: (30 + 30 × 5/20 + 10) × 100 / 70 = 67.857...
    expect(gridOf(office).score).toBe(67.86);
    for (let i = 0; i < 4; i += 1) {
      const row = { date: '2021-07-08', grid: 'G1', kind: '山林破坏', missed: true, note: `第${i}处` };
      (office.months[0] as MonthData).missedIncidents.push(row);
    }
    expect(gridOf(office)).toMatchObject({ score: 0, missedIncidents: 4 });
  });

  test('a grid that nobody holds, one that is held no more', () => {
    const roster = [...wholeTeam(), member('Q', '网格长', ['G8'], { to: '2021-06-30' })];
    const office = july(() => {}, roster);
    office.grids = [{ id: 'G9', name: '新网格' }];
    expect(expectedGrids(office, '2021-07').map((line) => line.id)).toEqual(['G1', 'G9']);
    // Five departures: 10 × max(0, 1 - 1.25) of 10.
    expect(gridOf(office, 'G9')).toEqual({
      id: 'G9',
      name: '新网格',
      score: 0,
      rank: 2,
      assessableDays: 0,
      metDays: 0,
      effectiveReports: 0,
      reportsByRole: { fullTime: 0, gridLead: 0, partTime: 0, adviser: 0 },
      tasksAssigned: 0,
      tasksDone: 0,
      missedIncidents: 0,
      departures: ['gridLead', 'fullTime', 'adviser', 'partTime', 'partyMember'].map((rule) => ({
        rule,
        found: 0,
        required: 1,
        days: 31,
      })),
    });
  });

  test('a report of somebody with two grids', () => {
    const roster = [member('A', '专职网格员', ['G1', 'G2']), member('B', '专职网格员', ['G3'])];
    const office = july((data) => {
      report(data, 'A', 1, { grid: 'G1' });
      report(data, 'A', 10, { grid: 'G3' });
      report(data, 'A', 100, { grid: null });
    }, roster);
    expect(gridOf(office, 'G1').effectiveReports).toBe(111);
    expect(gridOf(office, 'G2').effectiveReports).toBe(110);
    expect(gridOf(office, 'G3').effectiveReports).toBe(0);
    // Both have all of A's days.
    expect(gridOf(office, 'G1').assessableDays).toBe(22);
    expect(gridOf(office, 'G2').assessableDays).toBe(22);
  });

  test('a report and a task belong to the grid of their day, a report to the first of two roles', () => {
    const roster = [
      member('A', '专职网格员', ['G1'], { to: '2021-07-14' }),
      member('A', '专职网格员', ['G2'], { from: '2021-07-15' }),
      member('A', '网格长', ['G2']),
    ];
    const office = july((data) => {
      report(data, 'A', 1, { time: '2021-07-14 23:59' });
      report(data, 'A', 1, { time: '2021-07-15 00:00' });
      task(data, 'A', true, { due: '2021-07-14', done: '2021-07-14' });
    }, roster);
    // On the 14th without a 网格编号: as a worker of G1 and as the head of G2.
    expect(gridOf(office, 'G1')).toMatchObject({
      assessableDays: 10,
      effectiveReports: 1,
      tasksAssigned: 1,
      reportsByRole: { fullTime: 1, gridLead: 0 },
    });
    expect(gridOf(office, 'G2')).toMatchObject({
      assessableDays: 12,
      effectiveReports: 2,
      tasksAssigned: 1,
      reportsByRole: { fullTime: 1, gridLead: 1 },
    });
  });
});

describe('departures', () => {
  const departures = (change: (roster: RosterRow[]) => void) => {
    const roster = wholeTeam();
    change(roster);
    return gridOf(
      july(() => {}, roster),
      'G1',
    ).departures;
  };
  const rowOf = (roster: RosterRow[], id: string) => roster.find((row) => row.id === id) as RosterRow;

  test('no 网格长 for ten days, two for eleven', () => {
    const found = departures((roster) => {
      rowOf(roster, 'L').from = '2021-07-11';
      roster.push(member('M', '网格长', ['G1'], { hired: '2021-07-21' }));
    });
    expect(found).toEqual([
      { rule: 'gridLead', found: 0, required: 1, days: 10 },
      { rule: 'gridLead', found: 2, required: 1, days: 11 },
    ]);
  });

  test('a new holder from the next day on is no departure, two rows of one person are one person', () => {
    expect(
      departures((roster) => {
        rowOf(roster, 'L').to = '2021-07-14';
        roster.push(member('M', '网格长', ['G1'], { from: '2021-07-15' }));
        roster.push(member('Z', '网格指导员', ['G1', 'G2']));
      }),
    ).toEqual([]);
  });

  test('no 专职 after the last day, no 指导员, one part-timer more', () => {
    const found = departures((roster) => {
      rowOf(roster, 'A').left = '2021-07-30';
      rowOf(roster, 'Z').grids = ['G2'];
      roster.push(member('Q', '兼职网格员', ['G1']));
    });
    expect(found).toEqual([
      { rule: 'fullTime', found: 0, required: 1, days: 1 },
      { rule: 'adviser', found: 0, required: 1, days: 31 },
    ]);
  });

  test('with the only part-timer goes the only party member', () => {
    const found = departures((roster) => {
      rowOf(roster, 'P').to = '2021-07-01';
    });
    expect(found).toEqual([
      { rule: 'partTime', found: 0, required: 1, days: 30 },
      { rule: 'partyMember', found: 0, required: 1, days: 30 },
    ]);
  });

  test('one row of a person that says 是 is enough', () => {
    const found = departures((roster) => {
      rowOf(roster, 'P').party = false;
      roster.push(member('Z', '网格指导员', ['G2'], { party: true }));
    });
    expect(found).toEqual([]);
  });

  test('each costs a quarter of the ten points', () => {
    const scores = [0, 1, 2, 3, 4, 5].map((broken) => {
      const roster = wholeTeam();
      const steps = [
        () => roster.push(member('B', '专职网格员', ['G1'], { hired: '2021-07-31' })),
        () => roster.push(member('M', '网格长', ['G1'], { left: '2021-07-01' })),
        () => roster.push(member('N', '网格长', ['G1'], { left: '2021-07-01' })),
        () => roster.push(member('O', '网格长', ['G1'], { from: '2021-07-31' })),
        () => roster.push(member('Y', '网格指导员', ['G1'])),
      ];
      for (const step of steps.slice(0, broken)) step();
      const office = july((data) => report(data, 'A', 20), roster);
      const grid = gridOf(office);
      return [grid.departures.length, grid.score];
    });
    // 30 + 30 + 10 × (1 - n/4) of 70. With N the day of two 网格长 becomes one of three; O makes another day of two.
    expect(scores).toEqual([
      [0, 100],
      [1, 96.43],
      [2, 92.86],
      [2, 92.86],
      [3, 89.29],
      [4, 85.71],
    ]);
  });
});

describe('duties', () => {
  test('rows in their order', () => {
    const rows = expectedDuties(
      july(() => {}),
      '2021-07',
    );
    expect(rows.map((row) => [row.requirement, row.key, row.threshold, row.unit])).toEqual([
      ['三（四）要求1', 'halfDay', 22, '天'],
      ['三（四）要求2', 'onlineTime', 22, '天'],
      ['三（四）要求2', 'mileage', 22, '天'],
      ['三（四）要求3', 'accuracy', 100, '%'],
      ['三（四）要求3', 'keyPersonKnowledge', 100, '%'],
      ['三（四）要求4', 'missedIncidents', 0, '起'],
      ['三（四）要求5', 'familiarity', 85, '%'],
      ['三（四）要求5', 'satisfaction', 85, '%'],
      ['三（四）要求6', 'effectiveReports', 20, '条'],
      ['三（四）要求7', 'tasks', 0, '件'],
      ['三（四）要求8', 'adHoc', 0, '件'],
      ['三（六）1', 'dutyList', 1, '是否'],
    ]);
  });

  test('days on duty, of four hours and of three kilometres', () => {
    const office = july((data) => {
      const on = (day: number) => data.patrol.find((row) => Number(row.date.slice(8)) === day) ?? { onlineSeconds: 0 };
      Object.assign(on(1), { onlineSeconds: 0 });
      Object.assign(on(2), { onlineSeconds: 1 });
      Object.assign(on(5), { onlineSeconds: 14399, metres: 2999 });
      Object.assign(on(6), { metres: null });
    });
    expect(dutyOf(office, 'halfDay')).toEqual({ figure: 21, threshold: 22, met: false });
    expect(dutyOf(office, 'onlineTime')).toEqual({ figure: 19, threshold: 22, met: false });
    expect(dutyOf(office, 'mileage')).toEqual({ figure: 20, threshold: 22, met: false });
    expect(
      dutyOf(
        july(() => {}),
        'halfDay',
      ),
    ).toEqual({ figure: 22, threshold: 22, met: true });
  });

  test('nothing to measure in a month of leave', () => {
    const office = july((data) => {
      data.leave.push({ id: 'A', from: '2021-07-01', to: '2021-07-31', kind: '事假', half: null });
      report(data, 'A', 3);
    });
    expect(dutyOf(office, 'halfDay')).toEqual({ figure: 0, threshold: 0, met: null });
    expect(dutyOf(office, 'effectiveReports')).toEqual({ figure: 3, threshold: 0, met: null });
  });

  test.each([
    ['accuracy', '99.99', 100, false],
    ['accuracy', '100', 100, true],
    ['keyPersonKnowledge', '99.99', 100, false],
    ['keyPersonKnowledge', '100.00', 100, true],
    ['familiarity', '84.99', 85, false],
    ['familiarity', '85', 85, true],
    ['satisfaction', '85.01', 85, true],
    ['satisfaction', null, 85, null],
  ] as const)('%s at %s', (key, value, threshold, met) => {
    const office = july((data) => {
      data.survey = [survey('A', { [key]: value })];
    });
    expect(dutyOf(office, key)).toEqual({ figure: value === null ? null : Number(value), threshold, met });
  });

  test.each([
    [19, false],
    [20, true],
    [21, true],
  ])('%i effective reports', (reports, met) => {
    const office = july((data) => report(data, 'A', reports));
    expect(dutyOf(office, 'effectiveReports')).toEqual({ figure: reports, threshold: 20, met });
  });

  test.each([
    [9, false],
    [10, true],
    [11, true],
  ])('%i effective reports of half a month', (reports, met) => {
    // 10 of 22 workdays from the 19th on: 20 × 10/22 = 9.09..., rounded up to 10.
    expect(workdaysOf('2021-07').filter((day) => day >= '2021-07-19')).toHaveLength(10);
    const roster = [member('A', '专职网格员', ['G1'], { hired: '2021-07-19' })];
    const office = july((data) => report(data, 'A', reports, { time: '2021-07-20' }), roster);
    expect(dutyOf(office, 'effectiveReports')).toEqual({ figure: reports, threshold: 10, met });
  });

  test('tasks and other tasks', () => {
    const office = july((data) => {
      for (const isDone of [true, true, false]) task(data, 'A', isDone);
      task(data, 'A', true, { type: '临时' });
    });
    expect(dutyOf(office, 'tasks')).toEqual({ figure: 2, threshold: 3, met: false });
    expect(dutyOf(office, 'adHoc')).toEqual({ figure: 1, threshold: 1, met: true });
  });

  test('missed incidents in the grid of the day', () => {
    const roster = [
      member('A', '专职网格员', ['G1'], { to: '2021-07-14' }),
      member('B', '专职网格员', ['G1'], { from: '2021-07-15' }),
      member('A', '网格长', ['G1']),
    ];
    const incident = (date: string, missed: boolean, note = '') => ({
      date,
      grid: 'G1',
      kind: '违建坟墓',
      missed,
      note,
    });
    const none = july(() => {}, roster);
    expect(dutyOf(none, 'missedIncidents')).toEqual({ figure: null, threshold: 0, met: null });
    const found = july((data) => {
      data.missedIncidents.push(incident('2021-07-14', false), incident('2021-07-15', true));
      data.missedIncidents.push(incident('2021-07-15', true), incident('2021-07-15', true, '另一处'));
    }, roster);
    // Two rows alike are one row.
    expect(dutyOf(found, 'missedIncidents', 'A')).toEqual({ figure: 0, threshold: 0, met: true });
    expect(dutyOf(found, 'missedIncidents', 'B')).toEqual({ figure: 2, threshold: 0, met: false });
  });

  test.each([
    [true, 1, true],
    [false, 0, false],
    [null, 0, false],
  ])('清单掌握 %s', (dutyKnown, figure, met) => {
    const office = july((data) => data.scores.push({ id: 'A', patrolQuality: '90', dutyKnown }));
    expect(dutyOf(office, 'dutyList')).toEqual({ figure, threshold: 1, met });
  });

  test('no 评分, no verdict', () => {
    expect(
      dutyOf(
        july(() => {}),
        'dutyList',
      ),
    ).toEqual({ figure: null, threshold: 1, met: null });
  });
});

// ------------------------------------------------------------------ files and made-up offices

describe('files', () => {
  test('测评 in the month and 网格 in the root, only where there are rows', () => {
    const office = july((data) => {
      data.survey = [survey('A', { satisfaction: '99.5' })];
    });
    office.grids = [{ id: 'G1', name: '第一网格' }];
    const text = (path: string) => officeFiles(office, 3).find((file) => file.path === path)?.text ?? '';
    expect(text('2021-07/测评.csv')).toContain('99.5%');
    expect(text('网格.csv')).toContain('第一网格');
    const others = (files: { path: string }[]) => files.filter((file) => !/测评|网格/.test(file.path));
    const plain: Office = { roster: office.roster, months: [{ ...(office.months[0] as MonthData), survey: [] }] };
    const files = officeFiles(plain, 3);
    expect(others(files)).toEqual(files);
    expect(others(officeFiles(office, 3))).toEqual(files);
  });
});

describe('made-up offices', () => {
  const offices = Array.from({ length: 300 }, (_, seed) => randomTeamOffice(seed));

  test('are the same for a seed', () => {
    expect(randomTeamOffice(7)).toEqual(offices[7]);
  });

  test('are valid', () => {
    for (const [seed, office] of offices.entries()) expect(faultsOf(office), `office ${seed}`).toEqual([]);
  });

  test('reach the edges', () => {
    const seen = new Map<string, number>();
    const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    for (const office of offices) {
      for (const { month } of office.months) {
        const days = daysOf(month).length;
        for (const grid of expectedGrids(office, month)) {
          if (grid.departures.length === 0) see('a whole team');
          for (const { rule, found, days: count } of grid.departures) {
            see(`${rule} ${found} ${count === days ? 'all month' : 'part of it'}`);
          }
          if (grid.departures.length > 4) see('more than four departures');
          see(`team reports ${grid.effectiveReports}`);
          for (const [role, reports] of Object.entries(grid.reportsByRole)) if (reports > 0) see(`reports by ${role}`);
          if (grid.assessableDays === 0) see('no assessable day in a grid');
          if (grid.tasksAssigned === 0) see('no task in a grid');
          if (grid.missedIncidents > 0) see('missed');
          if (grid.score === 0) see('nothing');
          if (grid.score === 100) see('everything');
        }
        for (const line of expectedScores(office, month)) {
          if (line.score === null) see('no score');
          for (const [key, value] of Object.entries(line.contents)) see(`${key} ${value === null ? 'none' : 'some'}`);
          if (assessableDays(office, month, line.id).length === 0) see('no assessable day');
        }
        for (const { key, figure, threshold, met } of expectedDuties(office, month)) {
          see(`${key} ${met}`);
          if (key === 'effectiveReports' && figure !== null) see(`base ${figure - threshold}`);
        }
      }
    }
    const parts = ['all month', 'part of it'];
    const rules = ['gridLead 0', 'gridLead 2', 'fullTime 0', 'fullTime 2', 'adviser 0', 'adviser 2'];
    const contents = ['training', 'dataEntry', 'patrol', 'knowledge', 'reports', 'tasks'];
    const verdicts = ['halfDay', 'onlineTime', 'mileage', 'accuracy', 'keyPersonKnowledge', 'missedIncidents'];
    verdicts.push('familiarity', 'satisfaction', 'effectiveReports', 'tasks', 'adHoc', 'dutyList');
    const wanted = [
      ...[...rules, 'partTime 0', 'partyMember 0'].flatMap((rule) => parts.map((part) => `${rule} ${part}`)),
      ...contents.flatMap((content) => [`${content} none`, `${content} some`]),
      ...verdicts.flatMap((key) => [`${key} true`, `${key} false`, `${key} null`]),
      ...['fullTime', 'gridLead', 'partTime', 'adviser'].map((role) => `reports by ${role}`),
      ...[19, 20, 21].map((reports) => `team reports ${reports}`),
      ...[-1, 0, 1].map((beyond) => `base ${beyond}`),
      'a whole team',
      'more than four departures',
      'no assessable day in a grid',
      'no task in a grid',
      'missed',
      'nothing',
      'everything',
      'no score',
      'no assessable day',
    ];
    expect(wanted.filter((what) => (seen.get(what) ?? 0) < 10)).toEqual([]);
  });
});

function faultsOf(office: Office): string[] {
  const faults: string[] = [];
  const must = (isSo: boolean, what: string) => {
    if (!isSo) faults.push(what);
  };
  /** Equal rows are one row; different ones for one key would be an error. */
  const mustAgree = <T>(rows: T[], key: (row: T) => string) => {
    const texts = new Map<string, string>();
    for (const row of rows) {
      const text = JSON.stringify(row);
      must((texts.get(key(row)) ?? text) === text, `two different rows: ${key(row)}`);
      texts.set(key(row), text);
    }
  };

  const rosters = [office.roster, ...office.months.map((data) => data.roster ?? office.roster)];
  const names = new Map(rosters.flat().map((row) => [row.id, row.name]));
  must(names.size <= 12, 'too many people');
  for (const row of rosters.flat()) {
    must(names.get(row.id) === row.name, `name of ${row.id}`);
    must(row.from === null || row.to === null || row.from <= row.to, `任职 of ${row.id}`);
    must(row.hired === null || row.left === null || row.hired <= row.left, `employment of ${row.id}`);
    must(row.grids.length > 0 && new Set(row.grids).size === row.grids.length, `grids of ${row.id}`);
  }
  for (const [index, data] of office.months.entries()) {
    // The next month reads this folder with its own roster.
    for (const { roster = office.roster } of office.months.slice(index, index + 2)) {
      const ids = new Set(roster.map((row) => row.id));
      const grids = new Set([...roster.flatMap((row) => row.grids), ...(office.grids ?? []).map((row) => row.id)]);
      const tables = [data.patrol, data.reports, data.tasks, data.meetings, data.leave, data.scores, data.survey ?? []];
      for (const row of tables.flat()) must(ids.has(row.id), `unknown ${row.id}`);
      for (const row of data.excused) must(row.id === null || ids.has(row.id), `unknown ${row.id}`);
      for (const row of data.reports) must(row.grid === null || grids.has(row.grid), `unknown ${row.grid}`);
      for (const row of data.missedIncidents) must(grids.has(row.grid), `unknown ${row.grid}`);
    }
    mustAgree(data.reports, (row) => row.number);
    mustAgree(data.tasks, (row) => row.number);
    mustAgree(data.meetings, (row) => `${row.date} ${row.name} ${row.id}`);
    mustAgree(data.scores, (row) => row.id);
    mustAgree(data.survey ?? [], (row) => row.id);
    mustAgree(data.leave, (row) => `${row.id} ${row.from} ${row.to} ${row.kind} ${row.half ?? '全天'}`);
    for (const day of workdaysOf(data.month)) {
      const isExcused = data.excused.some((row) => row.id === null && row.from <= day && day <= row.to);
      must(isExcused || data.patrol.some((row) => row.date === day), `no record on ${day}`);
    }
  }
  return faults;
}
