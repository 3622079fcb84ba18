import { describe, expect, test } from 'vitest';
import { addMonths, daysOf, quarterOf, workdaysOf } from './calendar.ts';
import { officeFiles } from './files.ts';
import { assessableDays, expectedPay, expectedRank, expectedWarn, fullTimeOn, type PayWorker } from './naive.ts';
import { emptyMonth, type MonthData, type Office, type PatrolRow, type RosterRow, type TaskRow } from './office.ts';
import { randomOffice } from './random.ts';

// ------------------------------------------------------------------ a small office to bend

function worker(id: string, grid: string, changes: Partial<RosterRow> = {}): RosterRow {
  const none = { party: null, hired: null, left: null, from: null, to: null };
  return { id, name: `${id}名`, role: '专职网格员', grids: [grid], ...none, ...changes };
}

function patrol(id: string, date: string, changes: Partial<PatrolRow> = {}): PatrolRow {
  return {
    date,
    id,
    onlineRate: '80',
    onlineSeconds: 14400,
    metres: 3000,
    keyPersons: 1,
    keyPlaces: 1,
    ...changes,
  };
}

function task(number: string, id: string, changes: Partial<TaskRow>): TaskRow {
  return { number, type: '任务', id, dispatched: '2021-07-01', due: null, done: null, status: '', ...changes };
}

/** Everybody meets everything: a record each workday at the thresholds, twenty reports, one task done. */
function goodMonth(month: string, roster: RosterRow[]): MonthData {
  const data = emptyMonth(month);
  for (const { id, grids } of roster.filter((row) => row.role === '专职网格员')) {
    for (const day of workdaysOf(month)) data.patrol.push(patrol(id, day));
    for (let i = 1; i <= 20; i += 1) {
      const number = `${month}-${id}-${i}`;
      data.reports.push({ number, id, time: `${month}-10`, category: '其他', grid: grids[0] ?? null, valid: true });
    }
    const dispatched = `${month}-02`;
    data.tasks.push(task(`${month}-${id}`, id, { dispatched, due: `${month}-09`, done: `${month}-09` }));
  }
  return data;
}

function goodOffice(months: string[], roster: RosterRow[] = [worker('A', 'G1')]): Office {
  return { roster, months: months.map((month) => goodMonth(month, roster)) };
}

function july(change: (data: MonthData) => void, roster?: RosterRow[]): Office {
  const office = goodOffice(['2021-07'], roster);
  change(office.months[0] as MonthData);
  return office;
}

/** Days of July on which A falls a second short. */
function unmet(data: MonthData, days: number[], id = 'A'): void {
  for (const day of days) {
    const date = `${data.month}-${String(day).padStart(2, '0')}`;
    for (const row of data.patrol) if (row.id === id && row.date === date) row.onlineSeconds = 14399;
  }
}

function paid(office: Office, month = '2021-07', id = 'A'): PayWorker {
  const found = expectedPay(office, month).workers.find((row) => row.id === id);
  if (found === undefined) throw new Error(`${id} is not listed`);
  return found;
}

function leave(from: string, to: string, kind: string, half: '上午' | '下午' | null = null, id = 'A') {
  return { id, from, to, kind, half };
}

function adjust(amount: string, id = 'A') {
  return { id, item: '追扣', amount, reason: '更正', approver: '王主任' };
}

// ------------------------------------------------------------------ worked examples

describe('巡查补贴', () => {
  test('at every threshold nothing is taken off', () => {
    expect(paid(july(() => {}))).toEqual({
      id: 'A',
      name: 'A名',
      grids: ['G1'],
      assessableDays: 22,
      unmetDays: 0,
      noDataDays: 0,
      longestUnmetRun: 0,
      forfeited: false,
      share: '1/1',
      meetingAbsences: 0,
      patrolSubsidy: 800,
      effectiveReports: 20,
      reportBase: 20,
      informationCancelled: false,
      informationSubsidy: 200,
      tasksAssigned: 1,
      tasksDone: 1,
      taskReward: 200,
      specialReward: 0,
      starReward: 0,
      adjustments: 0,
      carriedIn: 0,
      carriedOut: 0,
      total: 1200,
    });
  });

  test.each([
    ['a second short', { onlineSeconds: 14399 }],
    ['a metre short', { metres: 2999 }],
    ['a hundredth of a percent short', { onlineRate: '79.99' }],
    ['no key person', { keyPersons: 0 }],
    ['no key place', { keyPlaces: 0 }],
    ['an empty figure', { keyPlaces: null }],
  ])('%s: 25 yuan off', (_, changes) => {
    const office = july((data) => Object.assign(data.patrol[0] as PatrolRow, changes));
    expect(paid(office)).toMatchObject({ unmetDays: 1, noDataDays: 0, patrolSubsidy: 775 });
  });

  test('a day without a record is unmet and counted apart', () => {
    const office = july((data) => data.patrol.shift());
    expect(paid(office)).toMatchObject({ unmetDays: 1, noDataDays: 1, patrolSubsidy: 775 });
  });

  test('three days apart: 725 yuan', () => {
    const office = july((data) => unmet(data, [5, 7, 9]));
    expect(paid(office)).toMatchObject({ unmetDays: 3, longestUnmetRun: 1, patrolSubsidy: 725 });
  });

  test('three days in a row over a weekend: nothing', () => {
    const office = july((data) => unmet(data, [8, 9, 12]));
    expect(paid(office)).toMatchObject({ longestUnmetRun: 3, forfeited: true, patrolSubsidy: 0, total: 400 });
  });

  test('an excused day neither breaks nor lengthens a run', () => {
    const office = july((data) => {
      unmet(data, [5, 6, 7, 8]);
      data.excused.push({ from: '2021-07-06', to: '2021-07-06', id: null, reason: '台风' });
    });
    expect(paid(office)).toMatchObject({ assessableDays: 21, unmetDays: 3, longestUnmetRun: 3, forfeited: true });
  });

  test('four days in pairs: 700 yuan, a fifth: nothing', () => {
    expect(paid(july((data) => unmet(data, [1, 2, 6, 7])))).toMatchObject({ forfeited: false, patrolSubsidy: 700 });
    expect(paid(july((data) => unmet(data, [1, 2, 6, 7, 9])))).toMatchObject({ longestUnmetRun: 2, patrolSubsidy: 0 });
  });

  test('different rows of a day add up, equal rows are one', () => {
    const halves = { onlineSeconds: 7200, metres: 1500, keyPersons: 0 };
    const split = july((data) => {
      Object.assign(data.patrol[0] as PatrolRow, halves);
      data.patrol.push(patrol('A', '2021-07-01', { ...halves, keyPersons: 1, onlineRate: '0' }));
    });
    expect(paid(split).unmetDays).toBe(0);
    const twice = july((data) => {
      Object.assign(data.patrol[0] as PatrolRow, halves);
      data.patrol.push({ ...(data.patrol[0] as PatrolRow) });
    });
    expect(paid(twice).unmetDays).toBe(1);
  });

  test('without a column 在线率 any online time is 100%', () => {
    const office = july((data) => {
      for (const row of data.patrol) row.onlineRate = null;
    });
    expect(paid(office).unmetDays).toBe(0);
  });

  test('50 yuan for each meeting missed without leave, not below 0', () => {
    const office = july((data) => {
      for (const date of ['2021-07-05', '2021-07-06', '2021-07-07']) {
        data.meetings.push({ date, name: null, id: 'A', attendance: '缺席' });
      }
      data.meetings.push({ date: '2021-07-08', name: null, id: 'A', attendance: '迟到' });
      data.leave.push(leave('2021-07-07', '2021-07-07', '年假'));
    });
    expect(paid(office)).toMatchObject({ meetingAbsences: 2, patrolSubsidy: 700 });
    const often = july((data) => {
      for (let day = 10; day < 30; day += 1) {
        data.meetings.push({ date: `2021-07-${day}`, name: null, id: 'A', attendance: '缺席' });
      }
    });
    expect(paid(often)).toMatchObject({ meetingAbsences: 20, patrolSubsidy: 0, total: 400 });
  });
});

describe('考核日 and the share', () => {
  test('September 2021 has two make-up workdays and two holidays', () => {
    expect(workdaysOf('2021-09')).toHaveLength(22);
    expect(workdaysOf('2021-09')).toEqual(expect.arrayContaining(['2021-09-18', '2021-09-26']));
    expect(workdaysOf('2021-09')).not.toContain('2021-09-20');
  });

  test('three days of 事假: 19/22 of everything', () => {
    const office = july((data) => data.leave.push(leave('2021-07-05', '2021-07-07', '事假')));
    expect(paid(office)).toMatchObject({
      assessableDays: 19,
      share: '19/22',
      reportBase: 18,
      patrolSubsidy: 690.91,
      informationSubsidy: 172.73,
      taskReward: 172.73,
      total: 1036.37,
    });
  });

  test('年假 excuses and does not reduce', () => {
    const office = july((data) => data.leave.push(leave('2021-07-05', '2021-07-07', '年假')));
    expect(paid(office)).toMatchObject({ assessableDays: 19, share: '1/1', total: 1200 });
  });

  test('病假 over a weekend and the month end counts workdays only', () => {
    const office = july((data) => data.leave.push(leave('2021-07-30', '2021-08-06', '病假')));
    expect(paid(office)).toMatchObject({ assessableDays: 21, share: '21/22' });
  });

  test('half a day reduces by half and does not excuse', () => {
    const office = july((data) => data.leave.push(leave('2021-07-05', '2021-07-05', '事假', '上午')));
    expect(paid(office)).toMatchObject({ assessableDays: 22, share: '43/44', patrolSubsidy: 781.82 });
  });

  test('both halves on leave are a leave day; only the reducing half reduces', () => {
    const office = july((data) => {
      data.leave.push(leave('2021-07-05', '2021-07-05', '年假', '上午'));
      data.leave.push(leave('2021-07-05', '2021-07-05', '事假', '下午'));
    });
    expect(paid(office)).toMatchObject({ assessableDays: 21, share: '43/44' });
  });

  test('overlapping leave: the reducing kind wins, once; 免考 does not undo it', () => {
    const office = july((data) => {
      data.leave.push(leave('2021-07-01', '2021-07-05', '年假'));
      data.leave.push(leave('2021-07-02', '2021-07-05', '事假'));
      data.leave.push(leave('2021-07-05', '2021-07-05', '病假'));
      data.excused.push({ from: '2021-07-05', to: '2021-07-05', id: null, reason: '台风' });
    });
    expect(paid(office)).toMatchObject({ assessableDays: 19, share: '10/11' });
  });

  test('somebody who joins on the 19th', () => {
    const office = july(() => {}, [worker('A', 'G1', { hired: '2021-07-19' })]);
    // The reports of the 10th and the task of the 9th lie before the employment.
    expect(paid(office)).toMatchObject({
      assessableDays: 10,
      share: '5/11',
      patrolSubsidy: 363.64,
      reportBase: 10,
      effectiveReports: 0,
      informationSubsidy: 0,
      tasksAssigned: 0,
      taskReward: 0,
    });
  });

  test('a change from 兼职 to 专职 on the 19th counts from that day', () => {
    const roster = [
      worker('A', 'G1', { role: '兼职网格员', to: '2021-07-18' }),
      worker('A', 'G1', { from: '2021-07-19' }),
    ];
    const document = expectedPay(
      july(() => {}, roster),
      '2021-07',
    );
    expect(document.workers[0]).toMatchObject({ assessableDays: 10, share: '5/11', effectiveReports: 0 });
    expect(document.informationRewards).toEqual([
      { id: 'A', name: 'A名', role: 'partTime', effectiveReports: 20, amount: 100, adjustments: 0, total: 100 },
    ]);
  });
});

describe('信息补贴', () => {
  test('two short: 180 yuan; a number counts once, 待审核 and 无效 do not', () => {
    const office = july((data) => {
      (data.reports[0] ?? fail()).valid = 'pending';
      (data.reports[1] ?? fail()).valid = false;
      data.reports.push({ ...(data.reports[2] ?? fail()) });
    });
    expect(paid(office)).toMatchObject({ effectiveReports: 18, informationSubsidy: 180 });
  });

  test('a missed incident falls to whoever had the grid on that day', () => {
    const roster = [
      worker('A', 'G1', { to: '2021-07-14' }),
      worker('A', 'G2', { from: '2021-07-15' }),
      worker('B', 'G2', { to: '2021-07-14' }),
      worker('B', 'G1', { from: '2021-07-15' }),
    ];
    const missed = { grid: 'G1', kind: '违法建设', missed: true, note: '' };
    const before = july((data) => data.missedIncidents.push({ ...missed, date: '2021-07-14' }), roster);
    expect(paid(before, '2021-07', 'A')).toMatchObject({ informationCancelled: true, informationSubsidy: 0 });
    expect(paid(before, '2021-07', 'B').informationCancelled).toBe(false);
    const after = july((data) => data.missedIncidents.push({ ...missed, date: '2021-07-15' }), roster);
    expect(paid(after, '2021-07', 'A').informationCancelled).toBe(false);
    expect(paid(after, '2021-07', 'B')).toMatchObject({ informationCancelled: true, grids: ['G1', 'G2'] });
  });

  test('以奖代补: five yuan a report, corrections not below 0', () => {
    const roster = [
      worker('A', 'G1'),
      worker('L', 'G1', { role: '网格长' }),
      worker('P', 'G1', { role: '兼职网格员' }),
    ];
    const office = july((data) => {
      for (let i = 0; i < 3; i += 1) {
        const report = {
          number: `L${i}`,
          id: 'L',
          time: '2021-07-03 10:00',
          category: '其他',
          grid: 'G1',
          valid: true,
        };
        data.reports.push(report);
      }
      data.adjustments.push(adjust('-20', 'L'));
    }, roster);
    expect(expectedPay(office, '2021-07').informationRewards).toEqual([
      { id: 'L', name: 'L名', role: 'gridLead', effectiveReports: 3, amount: 15, adjustments: -20, total: 0 },
      { id: 'P', name: 'P名', role: 'partTime', effectiveReports: 0, amount: 0, adjustments: 0, total: 0 },
    ]);
  });
});

describe('任务奖励', () => {
  const withTasks = (...rows: TaskRow[]) =>
    july((data) => {
      data.tasks = rows;
    });

  test('on the minute is done, a minute late is not', () => {
    const due = '2021-07-09 17:00';
    expect(paid(withTasks(task('1', 'A', { due, done: '2021-07-09 17:00' })))).toMatchObject({ taskReward: 200 });
    expect(paid(withTasks(task('1', 'A', { due, done: '2021-07-09 17:01' })))).toMatchObject({ taskReward: 0 });
  });

  test('a date without a time is compared by days; a written 00:00 is a time among times, a date where all are or where it lies before its own 派单', () => {
    expect(paid(withTasks(task('1', 'A', { due: '2021-07-09', done: '2021-07-09 23:59' }))).tasksDone).toBe(1);
    expect(paid(withTasks(task('1', 'A', { due: '2021-07-09 08:00', done: '2021-07-09' }))).tasksDone).toBe(1);
    const midnight = task('1', 'A', { due: '2021-07-09 00:00', done: '2021-07-09 00:01' });
    const timed = task('2', 'A', { due: '2021-07-10 17:00', done: '2021-07-10 16:00' });
    expect(paid(withTasks(midnight)).tasksDone).toBe(1);
    expect(paid(withTasks(midnight, timed)).tasksDone).toBe(1);
    expect(paid(withTasks({ ...midnight, dispatched: '2021-07-09 08:00' }, timed)).tasksDone).toBe(2);
  });

  test('without a due time: up to the end of the month', () => {
    expect(paid(withTasks(task('1', 'A', { done: '2021-07-31 23:59' }))).taskReward).toBe(200);
    expect(paid(withTasks(task('1', 'A', { done: '2021-08-01' }))).taskReward).toBe(0);
  });

  test('none assigned: nothing; 退回 does not count, 临时 is not of this item', () => {
    const returned = task('1', 'A', { due: '2021-07-09', status: '退回' });
    const adHoc = task('2', 'A', { type: '临时', due: '2021-07-09' });
    expect(paid(withTasks(returned, adHoc))).toMatchObject({ tasksAssigned: 0, taskReward: 0 });
    const done = task('3', 'A', { type: '事件', due: '2021-07-09', done: '2021-07-01' });
    expect(paid(withTasks(returned, adHoc, done))).toMatchObject({ tasksAssigned: 1, tasksDone: 1, taskReward: 200 });
  });

  test('dispatched last month, due this month: from either folder, the later row holds', () => {
    const office = goodOffice(['2021-07', '2021-08']);
    const [first, second] = office.months as [MonthData, MonthData];
    first.tasks.push(task('X', 'A', { dispatched: '2021-07-20', due: '2021-08-05' }));
    expect(paid(office, '2021-07')).toMatchObject({ tasksAssigned: 1, taskReward: 200 });
    expect(paid(office, '2021-08')).toMatchObject({ tasksAssigned: 2, tasksDone: 1, taskReward: 0 });
    second.tasks.push(task('X', 'A', { dispatched: '2021-07-20', due: '2021-08-05', done: '2021-08-04' }));
    expect(paid(office, '2021-08')).toMatchObject({ tasksAssigned: 2, tasksDone: 2, taskReward: 200 });
  });
});

describe('the total', () => {
  test('two special duties are paid once, an unfinished one is not', () => {
    const office = july((data) => {
      data.specialDuties.push({ id: 'A', duty: '系统维护', done: true }, { id: 'A', duty: '牵头', done: true });
    });
    expect(paid(office)).toMatchObject({ specialReward: 500, total: 1700 });
    const open = july((data) => data.specialDuties.push({ id: 'A', duty: '牵头', done: null }));
    expect(paid(open).specialReward).toBe(0);
  });

  test('what is below zero is taken off first next month', () => {
    const office = goodOffice(['2021-07', '2021-08', '2021-10']);
    office.months[0]?.adjustments.push(adjust('-2500.5'));
    expect(paid(office, '2021-07')).toMatchObject({ adjustments: -2500.5, carriedOut: -1300.5, total: 0 });
    expect(paid(office, '2021-08')).toMatchObject({ carriedIn: -1300.5, carriedOut: -100.5, total: 0 });
    // September is not to be had.
    expect(paid(office, '2021-10')).toMatchObject({ carriedIn: 0, total: 1200 });
    expect(expectedPay(office, '2021-07').totals).toEqual({
      people: 1,
      patrolSubsidy: 800,
      informationSubsidy: 200,
      taskReward: 200,
      specialReward: 0,
      starReward: 0,
      adjustments: -2500.5,
      carriedIn: 0,
      carriedOut: -1300.5,
      total: 0,
    });
  });

  test('a leaver who owes is still listed', () => {
    const office = goodOffice(['2021-07', '2021-08'], [worker('A', 'G1'), worker('B', 'G2', { left: '2021-07-31' })]);
    office.months[0]?.adjustments.push(adjust('-1300', 'B'));
    expect(paid(office, '2021-08', 'B')).toMatchObject({
      assessableDays: 0,
      share: '0/1',
      reportBase: 0,
      carriedIn: -100,
      carriedOut: -100,
      total: 0,
    });
  });
});

describe('cards', () => {
  const failing = (office: Office, ...months: string[]) => {
    for (const data of office.months) {
      const days = workdaysOf(data.month).slice(3, 6);
      if (months.includes(data.month))
        unmet(
          data,
          days.map((day) => Number(day.slice(8))),
        );
    }
    return office;
  };
  const cards = (office: Office, month: string) => {
    const document = expectedWarn(office, month);
    return [...document.cards.map((row) => `${row.card} ${row.consecutiveFailedMonths}`), document.incomplete];
  };

  test('yellow, red, red again', () => {
    const office = failing(goodOffice(['2021-06', '2021-07', '2021-08', '2021-09']), '2021-07', '2021-08', '2021-09');
    expect(cards(office, '2021-06')).toEqual([false]);
    expect(cards(office, '2021-07')).toEqual(['yellow 1', false]);
    expect(cards(office, '2021-08')).toEqual(['red 2', false]);
    expect(cards(office, '2021-09')).toEqual(['red 3', false]);
  });

  test('a month not to be had makes the check incomplete, but not before the edition or 入职', () => {
    expect(cards(failing(goodOffice(['2021-07']), '2021-07'), '2021-07')).toEqual(['yellow 1', true]);
    expect(cards(failing(goodOffice(['2021-06']), '2021-06'), '2021-06')).toEqual(['yellow 1', false]);
    const joined = goodOffice(['2021-07'], [worker('A', 'G1', { hired: '2021-07-05' })]);
    expect(cards(failing(joined, '2021-07'), '2021-07')).toEqual(['yellow 1', false]);
  });

  test('a month without an assessable day is skipped', () => {
    const office = failing(goodOffice(['2021-06', '2021-07', '2021-08']), '2021-06', '2021-08');
    office.months[1]?.leave.push(leave('2021-07-01', '2021-07-31', '产假'));
    expect(cards(office, '2021-07')).toEqual([false]);
    expect(cards(office, '2021-08')).toEqual(['red 2', false]);
  });
});

describe('the ranking', () => {
  test('the dimensions of one person, worked by hand', () => {
    // June 2021 has 21 workdays and is a quarter of its own, for the edition begins with it.
    const office = goodOffice(['2021-06']);
    const data = office.months[0] as MonthData;
    data.patrol.shift();
    (data.patrol[5] as PatrolRow).metres = 2999;
    data.reports.splice(16);
    (data.reports[0] ?? fail()).valid = false;
    data.tasks.push(task('2', 'A', { dispatched: '2021-06-01', due: '2021-06-30', type: '事件' }));
    data.scores.push({ id: 'A', patrolQuality: '88.25', dutyKnown: null });
    expect(expectedRank(office, '2021-Q2')?.ranking).toEqual([
      {
        id: 'A',
        name: 'A名',
        rank: 1,
        stars: 3,
        reward: 300,
        composite: 83.06,
        attendance: 95.24,
        track: 90.48,
        information: 84.38,
        tasks: 50,
        patrolQuality: 88.25,
        adHoc: null,
      },
    ]);
    expect(paid(office, '2021-06')).toMatchObject({ starReward: 300 });
  });

  test('ties share a rank: fewer unmet days, then more reports, then more tasks come first', () => {
    const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const office = goodOffice(
      ['2021-07', '2021-08', '2021-09'],
      ids.map((id) => worker(id, `G${id}`)),
    );
    const data = office.months[0] as MonthData;
    for (const row of data.patrol) if (row.id === 'A' && row.date === '2021-07-01') row.keyPersons = 0;
    const report = { time: '2021-07-20', category: '其他', grid: null, valid: true };
    data.reports.push({ ...report, number: 'more', id: 'B' });
    data.tasks.push(task('more', 'C', { due: '2021-07-05', done: '2021-07-05' }));
    const ranking = expectedRank(office, '2021-Q3')?.ranking.map((row) => [row.id, row.rank, row.reward]);
    expect(ranking).toEqual([
      ['B', 1, 300],
      ['C', 2, 300],
      ['D', 3, 300],
      ['E', 3, 300],
      ['F', 3, 300],
      ['G', 3, 300],
      ['A', 7, 200],
    ]);
    expect(paid(office, '2021-09', 'G')).toMatchObject({ starReward: 300, total: 1500 });
    expect(paid(office, '2021-08', 'G').starReward).toBe(0);
  });

  test('who is not eligible, and the first reason', () => {
    const roster = [
      worker('A', 'G1'),
      worker('B', 'G2', { left: '2021-09-29' }),
      worker('C', 'G3'),
      worker('D', 'G4'),
      worker('E', 'G5', { left: '2021-06-30' }),
      worker('F', 'G6', { hired: '2021-08-02' }),
    ];
    const office = goodOffice(['2021-07', '2021-08', '2021-09'], roster);
    office.months[1]?.leave.push(leave('2021-08-01', '2021-08-31', '病假', null, 'C'));
    for (const data of office.months.slice(0, 2)) unmet(data, [5, 6, 9, 12, 20, 26, 27], 'D');
    expect(expectedRank(office, '2021-Q3')?.ineligible).toEqual([
      { id: 'B', name: 'B名', reason: 'notEmployedAtEnd' },
      { id: 'C', name: 'C名', reason: 'noAssessableDays' },
      { id: 'D', name: 'D名', reason: 'redCard' },
      { id: 'F', name: 'F名', reason: 'noAssessableDays' },
    ]);
  });

  test('a month not to be had: no ranking, no stars', () => {
    const office = goodOffice(['2021-07', '2021-09']);
    expect(expectedRank(office, '2021-Q3')).toBeNull();
    expect(paid(office, '2021-09').starReward).toBe(0);
  });
});

// ------------------------------------------------------------------ the made-up offices

describe('random offices', () => {
  test('two hundred are computed and printed, and are dense in edges', () => {
    const seen: Record<string, number> = {};
    const count = (what: string, happened: boolean) => {
      seen[what] = (seen[what] ?? 0) + (happened ? 1 : 0);
    };
    for (let seed = 1; seed <= 200; seed += 1) {
      const office = randomOffice(seed, seed % 20 === 0 ? { workers: 24 } : { workers: 3 + (seed % 7) });
      checkValid(office);
      const files = officeFiles(office, seed);
      expect(files.length).toBeGreaterThanOrEqual(1 + 4 * office.months.length);
      expect(files.map((file) => file.text).join('')).not.toMatch(/undefined|NaN|\[object/);
      for (const data of office.months) {
        const document = expectedPay(office, data.month);
        const warn = expectedWarn(office, data.month);
        for (const row of document.workers) {
          count('forfeited', row.forfeited);
          count('run of 2', row.longestUnmetRun === 2);
          count('run of 3', row.longestUnmetRun === 3);
          count('4 unmet', row.unmetDays === 4 && !row.forfeited);
          count('5 unmet', row.unmetDays === 5 && row.longestUnmetRun < 3);
          count('half days', row.share.endsWith('/44') || row.share.endsWith('/42') || row.share.endsWith('/46'));
          count('19 reports', row.effectiveReports === 19 && row.reportBase === 20);
          count('20 reports', row.effectiveReports === 20 && row.reportBase === 20);
          count('cancelled', row.informationCancelled);
          count('task done', row.taskReward > 0);
          count('task missed', row.tasksDone < row.tasksAssigned);
          count('no task', row.tasksAssigned === 0);
          count('meeting missed', row.meetingAbsences > 0);
          count('stars', row.starReward > 0);
          count('special', row.specialReward > 0);
          count('carried out', row.carriedOut < 0);
          count('carried in', row.carriedIn < 0);
          count('carried in, gone', row.carriedIn < 0 && row.share === '0/1');
          count('two grids', row.grids.length > 1);
        }
        count(
          'red',
          warn.cards.some((row) => row.card === 'red'),
        );
        count('incomplete', warn.incomplete);
        count(
          'reward',
          document.informationRewards.some((row) => row.total > 0),
        );
        const rank = expectedRank(office, quarterOf(data.month));
        const ranks = rank?.ranking.map((row) => row.rank) ?? [];
        count('tie', new Set(ranks).size < ranks.length);
        count(
          'beyond 15',
          ranks.some((place) => place > 15),
        );
        count('no ranking', rank === null);
        count('red in the quarter', rank?.ineligible.some((row) => row.reason === 'redCard') ?? false);
        count('left in the quarter', rank?.ineligible.some((row) => row.reason === 'notEmployedAtEnd') ?? false);
      }
    }
    for (const [what, times] of Object.entries(seen)) expect([what, times > 2]).toEqual([what, true]);
  });

  test('the same seed gives the same office and the same files', () => {
    expect(randomOffice(7)).toEqual(randomOffice(7));
    expect(officeFiles(randomOffice(7), 3)).toEqual(officeFiles(randomOffice(7), 3));
  });
});

/** What an importer would stop at. */
function checkValid(office: Office): void {
  for (const data of office.months) {
    const roster = data.roster ?? office.roster;
    const ids = new Set(roster.map((row) => row.id));
    const grids = new Set(roster.flatMap((row) => row.grids));
    const before = office.months.find((other) => other.month === addMonths(data.month, -1));
    const people = [data, before].flatMap((folder) =>
      folder === undefined
        ? []
        : [folder.patrol, folder.reports, folder.tasks, folder.meetings, folder.leave].flatMap((rows) =>
            rows.map((row) => row.id),
          ),
    );
    const others = [...data.specialDuties, ...data.scores, ...data.adjustments].map((row) => row.id);
    for (const id of [...people, ...others]) if (!ids.has(id)) throw new Error(`${data.month}: nobody is ${id}`);
    for (const row of data.excused) if (row.id !== null && !ids.has(row.id)) throw new Error('excused');
    for (const row of data.reports) if (row.grid !== null && !grids.has(row.grid)) throw new Error('grid of a report');
    for (const row of data.missedIncidents) if (!grids.has(row.grid)) throw new Error('grid of an incident');
    for (const row of data.leave) if (row.to < row.from) throw new Error('leave backwards');
    for (const rows of [data.reports, data.tasks]) {
      const texts = new Map<string, string>();
      for (const row of rows) {
        const text = JSON.stringify(row);
        if ((texts.get(row.number) ?? text) !== text) throw new Error(`two rows of ${row.number}`);
        texts.set(row.number, text);
      }
    }
    const meetings = new Map<string, string>();
    for (const row of data.meetings) {
      const key = `${row.date} ${row.name} ${row.id}`;
      if ((meetings.get(key) ?? row.attendance) !== row.attendance) throw new Error('two rows of a meeting');
      meetings.set(key, row.attendance);
    }
    for (const rows of [data.adjustments, data.scores, data.specialDuties]) {
      if (new Set(rows.map((row) => JSON.stringify(row))).size !== rows.length) throw new Error('equal rows');
    }
    for (const row of data.specialDuties) {
      const isFullTime = daysOf(data.month).some((day) => fullTimeOn(roster, row.id, day));
      if (!isFullTime) throw new Error('special duty');
    }
    const lists = [...ids].map((id) => ({ id, days: assessableDays(office, data.month, id) }));
    for (const day of workdaysOf(data.month)) {
      if (data.excused.some((row) => row.id === null && row.from <= day && day <= row.to)) continue;
      if (!data.patrol.some((row) => row.date === day)) throw new Error(`nobody on ${day}`);
      const due = lists.filter((person) => person.days.includes(day)).map((person) => person.id);
      if (due.length > 0 && !data.patrol.some((row) => row.date === day && due.includes(row.id))) {
        throw new Error(`nobody who is due on ${day}`);
      }
    }
  }
  for (const rows of [office.roster, ...office.months.map((data) => data.roster ?? [])]) {
    for (const row of rows) {
      if (row.hired !== null && row.left !== null && row.left < row.hired) throw new Error('left before hired');
      if (row.from !== null && row.to !== null && row.to < row.from) throw new Error('ended before begun');
      if (row.left !== null && row.from !== null && row.left < row.from) throw new Error('begun after leaving');
      const all = rows.filter((other) => other.id === row.id);
      for (const other of all) {
        if (other.name !== row.name || other.hired !== row.hired || other.left !== row.left)
          throw new Error('rows differ');
        const apart = (other.to ?? '9') < (row.from ?? '0') || (row.to ?? '9') < (other.from ?? '0');
        if (other.role !== row.role && !apart) throw new Error('two roles on a day');
      }
    }
  }
}

function fail(): never {
  throw new Error('no such row');
}
