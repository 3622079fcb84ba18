// A month and a quarter of a workspace: which edition is in force, which records of earlier months are taken as they
// stand, and what stops a run before any rule is asked.
import { describe, expect, test } from 'vitest';
import type { CivilDate, Quarter } from '../../src/model/civil.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { recordBytes } from '../../src/record/read.ts';
import { runMonth } from '../../src/run/month.ts';
import { recordPath } from '../../src/run/paths.ts';
import { runQuarter } from '../../src/run/quarter.ts';
import type { EditionSource } from '../../src/scheme/parse-edition.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { editionOf, schemeStart } from '../../src/scheme/timeline.ts';
import { sealOf } from '../../src/store/seal.ts';
import { sha256 } from '../../src/store/workspace.ts';
import { type MemoryFile, memoryWorkspace } from '../memory-workspace.ts';
import { month, SHIPPED, workdaysOf } from './office.ts';

const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);

describe('editions follow one another by date (spec 12)', () => {
  const edition = (id: string, from: string, until?: string): EditionSource => ({
    text: '',
    file: null,
    locate: () => ({ line: 1, column: 1 }),
    edition: { ...SHIPPED.edition, id, inForce: { from: month(from), ...(until && { until: month(until) }) } },
  });
  const editions = [edition('second', '2022-03'), edition('first', '2021-06', '2022-01')];
  const inForce = (list: readonly EditionSource[], period: string) => {
    const found = editionOf(list, month(period));
    return 'code' in found ? [found.code, found.data] : found.edition.id;
  };
  test.each([
    ['2021-05', ['noEdition', { month: '2021-05', first: '2021-06' }]],
    ['2021-06', 'first'],
    ['2022-01', 'first'],
    ['2022-02', ['editionGap', { month: '2022-02' }]],
    ['2022-03', 'second'],
    ['2030-01', 'second'],
  ])('%s', (period, expected) => {
    expect(inForce(editions, period)).toEqual(expected);
  });
  test('two in one month', () => {
    expect(inForce([...editions, edition('third', '2022-04')], '2022-04')).toEqual([
      'severalEditions',
      { month: '2022-04', editions: ['second', 'third'] },
    ]);
  });
  test('one that follows another ends it, also one without an end', () => {
    const [first, later] = [edition('first', '2021-06'), edition('later', '2022-01')];
    const following = { ...later, edition: { ...later.edition, follows: 'first' } };
    expect(['2021-12', '2022-01'].map((period) => inForce([first, following], period))).toEqual(['first', 'later']);
    expect(inForce([first, later], '2022-01')).toEqual([
      'severalEditions',
      { month: '2022-01', editions: ['first', 'later'] },
    ]);
  });
  test('after the last one', () => {
    expect(inForce([edition('first', '2021-06', '2022-01')], '2022-02')[0]).toBe('editionGap');
  });
  test('the first month of any', () => {
    expect(schemeStart(editions)).toBe('2021-06');
  });
});

const PATROL = '日期,工号,姓名,在线率,在线时长（小时）,巡查里程（公里）,重点人员走访,重点场所走访';

/** One full-time worker who is short of every target for the first days of the month. */
function folder(period: string, { unmet = 0, patrol = PATROL, role = '专职网格员' } = {}): MemoryFile[] {
  const columns = patrol.split(',').length;
  const rows = workdaysOf(period).map((date: CivilDate, index) => {
    const figures = index < unmet ? ['10%', 1, 1, 0, 0] : ['100%', 5, 4, 1, 1];
    return [date, 'W1', '王芳', ...figures].slice(0, columns).join(',');
  });
  const table = (name: string, ...lines: string[]) => ({ path: `${period}/${name}.csv`, text: lines.join('\n') });
  return [
    table('花名册', '工号,姓名,角色,网格编号,所属镇街', `W1,王芳,${role},G1,剡湖街道`),
    table('巡查', patrol, ...rows),
    table('信息', '编号,工号,姓名,上报时间,是否有效', `R-${period},W1,王芳,${period}-05,有效`),
    table(
      '派单',
      '编号,类型,工号,姓名,派单时间,截止时间,完成时间,状态',
      `T-${period},事件,W1,王芳,${period}-05,${period}-09,${period}-08,办结`,
    ),
    table('例会', '日期,工号,姓名,签到', `${period}-05,W1,王芳,出席`),
  ];
}
/** Its roster has a role that is none. */
const broken = (period: string) => folder(period, { role: '厨师' });

describe('the months before', () => {
  const past = async (period: string, ...files: MemoryFile[][]) => {
    const { history, failed } = (await runMonth(memoryWorkspace(files.flat()), shippedEditions(), month(period))).past;
    return [history.map((one) => one.period), failed.map((one) => one.period)];
  };
  const [may, june, july, august, september] = ['05', '06', '07', '08', '09'].map((n) => folder(`2021-${n}`)) as [
    MemoryFile[],
    MemoryFile[],
    MemoryFile[],
    MemoryFile[],
    MemoryFile[],
  ];
  test.each([
    ['without a gap', '2021-09', [june, july, august], ['2021-06', '2021-07', '2021-08'], []],
    ['not the month itself or later ones', '2021-08', [july, august, september], ['2021-07'], []],
    ['not before the scheme', '2021-07', [may, june], ['2021-06'], []],
    ['after a gap', '2021-09', [june, august], ['2021-08'], []],
    ['a gap right before', '2021-09', [june, july], [], []],
    ['one with errors ends the chain', '2021-09', [june, broken('2021-07'), august], ['2021-08'], ['2021-07']],
    ['the one right before has errors', '2021-09', [july, broken('2021-08')], [], ['2021-08']],
    ['a month before the scheme has none', '2021-05', [may], [], []],
  ])('%s', async (_, period, files, history, failed) => {
    expect(await past(period, ...files)).toEqual([history, failed]);
  });
});

describe('a stored record is taken as it stands', () => {
  /** August's past when July's results.json is what `change` makes of the true record; 1 is the mark of the stored one. */
  async function carriedAfter(change: (record: MonthRecord) => MonthRecord | null, sealed = true) {
    const workspace = memoryWorkspace(['2021-06', '2021-07', '2021-08'].flatMap((period) => folder(period)));
    const { record } = await runMonth(workspace, shippedEditions(), month('2021-07'));
    if (record === null) throw new Error('no record');
    const marked = { ...record, subjects: record.subjects.map((subject) => ({ ...subject, carriedOut: -1 as never })) };
    const changed = change(marked);
    const whole = changed && (sealed ? { ...changed, seal: sealOf(changed) } : changed);
    workspace.write(recordPath(month('2021-07')), whole ? recordBytes(whole) : new TextEncoder().encode('{"schema":'));
    const { history } = (await runMonth(workspace, shippedEditions(), month('2021-08'))).past;
    return history.map(({ period, subjects }) => [period, subjects[0]?.carriedOut]);
  }
  const computed = [
    ['2021-06', 0],
    ['2021-07', 0],
  ];
  test('made of these inputs, scheme, program and past, and whole', async () => {
    expect(await carriedAfter((record) => record)).toEqual([
      ['2021-06', 0],
      ['2021-07', -1],
    ]);
  });
  test.each([
    ['of another month', { period: month('2021-06') }],
    ['of another program', { program: '0.0.0' }],
    ['of no past', { previous: null }],
    ['of another past', { previous: 'other' }],
    ['of other inputs', { inputs: [] }],
  ])('%s: computed anew', async (_, change) => {
    expect(await carriedAfter((record) => ({ ...record, ...change }))).toEqual(computed);
  });
  test('of another scheme: computed anew', async () => {
    const other = (record: MonthRecord) => ({ ...record, scheme: { ...record.scheme, sha256: 'other' } });
    expect(await carriedAfter(other)).toEqual(computed);
  });
  test('edited after it was sealed: computed anew', async () => {
    expect(await carriedAfter((record) => record, false)).toEqual(computed);
  });
  test('no record at all: computed anew', async () => {
    expect(await carriedAfter(() => null)).toEqual(computed);
  });
});

describe('what stops a month', () => {
  const run = async (period: string, files: readonly MemoryFile[] = []) => {
    const { record, problems, tables } = await runMonth(memoryWorkspace(files), shippedEditions(), month(period));
    return [record === null, tables.length, codes(problems)];
  };
  test.each([
    ['a folder that is not there', '2021-07', ['monthFolderMissing']],
    ['a December whose next year is covered', '2021-12', ['monthFolderMissing']],
    ['a December whose next year is not', '2026-12', ['calendarNextYearNotCovered', 'monthFolderMissing']],
    ['a November before it', '2026-11', ['monthFolderMissing']],
    ['a year the calendar does not cover', '2027-12', ['calendarYearNotCovered', 'monthFolderMissing']],
    ['a month before the scheme', '2021-05', ['noEdition']],
  ])('%s', async (_, period, expected) => {
    expect(await run(period)).toEqual([true, 0, expected]);
  });
  test('a year the calendar does not cover, the folder being there', async () => {
    const [noRecord, , found] = await run('2027-06', folder('2027-06'));
    expect([noRecord, found]).toEqual([true, ['calendarYearNotCovered']]);
  });
  test('an error of the tables', async () => {
    expect((await run('2021-07', broken('2021-07'))).slice(0, 2)).toEqual([true, 5]);
  });
});

describe('errors of the rules beside those of the tables', () => {
  /** July with one report of an unknown 是否有效, and lines of 巡查 changed. */
  const run = async (change: (line: string) => string | null) => {
    const files = folder('2021-07').map(({ path, text = '' }) => {
      if (path.includes('信息')) return { path, text: text.replace(/有效$/, '也许') };
      const [heading, ...lines] = text.split('\n');
      const changed = lines.map(change).filter((line) => line !== null);
      return path.includes('巡查') ? { path, text: [heading, ...changed].join('\n') } : { path, text };
    });
    return codes((await runMonth(memoryWorkspace(files), shippedEditions(), month('2021-07'))).problems);
  };
  test('a workday nobody recorded is told as well, warnings of the rules are not', async () => {
    expect(await run((line) => (line.startsWith('2021-07-06') ? null : line))).toEqual([
      'wordUnknown',
      'workdayWithoutPatrol',
    ]);
  });
  test('not where no row of 巡查 could be read', async () => {
    const found = await run((line) => line.replace('2021-07', '2021-13'));
    expect(new Set(found)).toEqual(new Set(['wordUnknown', 'dateNotReal']));
  });
});

describe('a target without a column', () => {
  const lacking = folder('2021-07', { patrol: PATROL.split(',').slice(0, 7).join(',') });
  const under = async (...rows: string[]) => {
    const settings = { path: '设置.csv', text: ['参数,取值,起始月,决定,批准人', ...rows].join('\n') };
    const { record, problems } = await runMonth(
      memoryWorkspace([...lacking, settings]),
      shippedEditions(),
      month('2021-07'),
    );
    return [record === null, codes(problems).includes('figureColumnMissing')];
  };
  test('is an error', async () => {
    expect(await under('目标.重点场所走访.启用,是,,会议纪要,王主任')).toEqual([true, true]);
  });
  test('is none when the target is switched off', async () => {
    expect(await under('目标.重点场所走访.启用,否,,会议纪要,王主任')).toEqual([false, false]);
  });
  test('is one when another target is switched off', async () => {
    expect(await under('目标.重点人员走访.启用,否,,会议纪要,王主任')).toEqual([true, true]);
  });
});

describe('设置 of the office', () => {
  const run = async (...rows: string[]) => {
    const settings = { path: '设置.csv', text: ['参数,取值,起始月,决定,批准人', ...rows].join('\n') };
    const files = rows.length === 0 ? folder('2021-07') : [...folder('2021-07'), settings];
    const { record } = await runMonth(memoryWorkspace(files), shippedEditions(), month('2021-07'));
    return record;
  };
  test('none: the hash is of the edition’s file alone; own values change it', async () => {
    const [edition] = shippedEditions();
    const [plain, own] = [await run(), await run('巡查补贴标准,900,,会议纪要,王主任')];
    expect(plain?.scheme.sha256).toBe(sha256(edition?.text ?? ''));
    expect(own?.scheme.sha256).not.toBe(plain?.scheme.sha256);
  });
  test.each([
    ['网格编号前缀,G1,,,', ['W1']],
    ['网格编号前缀,H,,,', []],
    ['所属镇街,剡湖街道,,,', ['W1']],
    ['所属镇街,三江街道,,,', []],
    ['单位名称,样例街道办事处,,,', ['W1']],
  ])('%s', async (row, expected) => {
    expect((await run(row))?.subjects.map(({ id }) => id) ?? []).toEqual(expected);
  });
});

describe('日历 of the office', () => {
  const found = async (...rows: string[]) => {
    const calendar = { path: '日历.csv', text: ['日期,类型,依据', ...rows].join('\n') };
    const { record, problems } = await runMonth(
      memoryWorkspace([...folder('2021-07'), calendar]),
      shippedEditions(),
      month('2021-07'),
    );
    return [record?.calendar.workdays.length, codes(problems).filter((code) => code.startsWith('calendar'))];
  };
  test.each([
    ['a day off', ['2021-07-26,休息日,台风'], 21, []],
    ['told twice alike', ['2021-07-26,休息日,台风', '2021-07-26,休息日,通知'], 21, []],
    ['told two ways', ['2021-07-26,休息日,台风', '2021-07-26,工作日,通知'], undefined, ['calendarDayTwice']],
  ])('%s', async (_, rows, workdays, expected) => {
    expect(await found(...rows)).toEqual([workdays, expected]);
  });
});

describe('a quarter (spec 5.5, 6)', () => {
  const run = async (...files: MemoryFile[][]) => {
    const { record, problems } = await runQuarter(
      memoryWorkspace(files.flat()),
      shippedEditions(),
      '2021-Q3' as Quarter,
    );
    return { ranked: record?.ranking?.ranked.map(({ id }) => id) ?? null, codes: codes(problems) };
  };
  const [july, august, september] = ['07', '08', '09'].map((n) => folder(`2021-${n}`)) as [
    MemoryFile[],
    MemoryFile[],
    MemoryFile[],
  ];
  test('of three months', async () => {
    const found = await run(folder('2021-06'), july, august, september);
    expect(found.ranked).toEqual(['W1']);
    expect(found.codes).not.toContain('quarterMonthMissing');
    expect(found.codes).toContain('dimensionLeftOut');
  });
  test('of which one is not to be had', async () => {
    const found = await run(july, september);
    expect(found.ranked).toBeNull();
    expect(found.codes).toContain('quarterMonthMissing');
    expect(found.codes).toContain('monthBeforeMissing');
    expect(found.codes).not.toContain('quarterIncomplete');
  });
  test('of which one has errors: they are named, its warnings are not', async () => {
    const failed = broken('2021-07').map((file) =>
      file.path.includes('信息') ? { ...file, text: `${file.text}\nR2,W1,王芳,2021-07-06,待审核` } : file,
    );
    const found = await run(failed, august, september);
    expect(found.codes.slice(0, 2)).toEqual(['quarterMonthMissing', 'wordUnknown']);
    expect(found.codes.filter((code) => code === 'reportPending')).toEqual([]);
  });
  test('whose last month has errors: only those are named', async () => {
    const found = await run(broken('2021-07'), august, broken('2021-09'));
    expect(found.codes.filter((code) => code === 'wordUnknown')).toHaveLength(1);
  });
  test('errors of another quarter are not named', async () => {
    const found = await run(broken('2021-06'), august, september);
    expect(found.codes).not.toContain('wordUnknown');
  });
});
