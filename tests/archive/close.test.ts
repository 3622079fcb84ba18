// close as an office uses it: what stands in its way, opinions on the list, a person held back, a close taken back.
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MonthRecord } from '../../src/model/record.ts';
import { hashes, json, sampleCopy, wanggeAll, wanggeAlone } from '../commands/office.ts';
import { archiveOf, closedOffice, partsOf, runs, SIGNED, smallOffice } from './office.ts';

const recordIn = (folder: string, period: string): MonthRecord =>
  JSON.parse(readFileSync(join(folder, period, '输出/results.json'), 'utf8'));

const PENDING = 'X03,W001,王芳,2021-06-07 09:30,矛盾纠纷,G001,待审核,树木遮挡路灯已报修\n';

/** Somebody else who does the same in another grid. */
function withSecondWorker(folder: string): void {
  const again = (path: string): void => {
    const full = join(folder, path);
    const [head, ...rows] = readFileSync(full, 'utf8').trimEnd().split('\n');
    const others = rows
      .filter((row) => row.includes('W001'))
      .map((row) =>
        row
          .replace('W001', 'W002')
          .replace('王芳', '李伟')
          .replace('G001', 'G002')
          .replace(/^[XT\d]*[XT]/, '$&9'),
      );
    writeFileSync(full, `${[head, ...rows, ...others].join('\n')}\n`);
  };
  again('花名册.csv');
  for (const month of ['2021-06', '2021-07'])
    for (const name of readdirSync(join(folder, month))) again(`${month}/${name}`);
}

/** The inputs of a month again, as the exports of another. */
function moveMonth(folder: string, from: string, to: string): void {
  cpSync(join(folder, from), join(folder, to), { recursive: true, filter: (path) => !path.includes('输出') });
  for (const name of readdirSync(join(folder, to))) {
    const path = join(folder, to, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  }
}

/** June has a report that is still pending: a warning. */
function officeWithWarning(): string {
  const folder = smallOffice();
  const path = join(folder, '2021-06/信息.csv');
  writeFileSync(path, readFileSync(path, 'utf8') + PENDING);
  return folder;
}

const LIST = '2021-06/输出/检查/2021-06-问题清单.xlsx';

/** What a clerk writes beside every warning. */
async function fillOpinions(folder: string, opinion: string): Promise<void> {
  const book = new Workbook();
  const path = join(folder, LIST);
  await book.xlsx.readFile(path);
  const [sheet] = book.worksheets;
  let column = 0;
  sheet?.eachRow((row) => {
    row.eachCell((cell, at) => {
      if (cell.text === '处理意见') column = at;
    });
    if (column > 0 && row.getCell(2).text === '警告') row.getCell(column).value = opinion;
  });
  await book.xlsx.writeFile(path);
}

describe('warnings', () => {
  test('opinions on 问题清单 are read back, stay on a list made anew, and are about just these words', async () => {
    const folder = officeWithWarning();
    runs(folder, [['check', '2021-06', '--annotate']]);
    await fillOpinions(folder, '下月补审');
    const [again, unsigned, closed] = runs(folder, [
      ['check', '2021-06', '--annotate'],
      ['close', '2021-06', '--accept', 'reportPending=x'],
      ['close', '2021-06', ...SIGNED, '--json'],
    ]);
    expect([again?.status, unsigned?.status, closed?.status]).toEqual([0, 1, 0]);
    expect(unsigned?.err).toContain('--by');
    expect(partsOf(archiveOf(folder, '2021-06')).manifest.accepted).toMatchObject([
      { code: 'reportPending', row: 4, reason: '下月补审', by: '李强', date: '2021-08-02' },
    ]);
  });

  test('an opinion on other words does not count', async () => {
    const folder = officeWithWarning();
    runs(folder, [['check', '2021-06', '--annotate']]);
    await fillOpinions(folder, '下月补审');
    writeFileSync(
      join(folder, '2021-06/信息.csv'),
      readFileSync(join(folder, '2021-06/信息.csv'), 'utf8').replace('X03', 'X04'),
    );
    expect(runs(folder, [['close', '2021-06', ...SIGNED]])[0]?.status).toBe(1);
  });
});

test('a month is closed once; its outputs and its record stay', () => {
  const folder = closedOffice();
  const before = hashes(folder);
  const tried = runs(folder, [
    ['close', '2021-07', ...SIGNED],
    ['pay', '2021-06'],
    ['warn', '2021-07'],
    ['rank', '2021-Q2'],
    ['pay', '2021-06', '--bank'],
  ]);
  expect(tried.map(({ status }) => status)).toEqual([1, 1, 1, 1, 1]);
  expect(hashes(folder)).toEqual(before);
});

test('a closed month is explained by what was read then', () => {
  const folder = closedOffice();
  const [before] = runs(folder, [['explain', '2021-06', 'W001', '--json']]);
  writeFileSync(join(folder, '2021-06/巡查.csv'), '日期,工号\n');
  const [after] = runs(folder, [['explain', '2021-06', 'W001', '--json']]);
  expect(after).toEqual(before);
  expect(json(runs(folder, [['check', '2021-06', '--json']])[0] as never).issues).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'inputsChangedSinceClose' })]),
  );
});

test('simulate and scheme tell of a closed month by what it was closed with', () => {
  const folder = closedOffice();
  const asked = [
    ['simulate', '2021-06', '--set', '未达标日扣减=30', '--json'],
    ['scheme', '2021-06', '--json'],
  ];
  const before = runs(folder, asked);
  writeFileSync(join(folder, '2021-06/巡查.csv'), '日期,工号\n');
  writeFileSync(join(folder, '设置.csv'), '参数,取值,起始月,决定,批准人\n巡查补贴标准,700,2021-06,会议,李强\n');
  expect(runs(folder, asked)).toEqual(before);
  expect(before.map(({ status }) => status)).toEqual([0, 0]);
});

describe('暂缓发放', () => {
  const folder = smallOffice();
  const held = ['--hold', 'W001', '--reason', '考勤待核实'];
  let closed: Record<string, unknown>;
  beforeAll(() => {
    closed = json(runs(folder, [['close', '2021-06', ...held, ...SIGNED, '--json']])[0] as never);
  });

  test('what is due is taken off again, on the word of who decided it; others are paid', () => {
    expect(closed.holds).toEqual([{ id: 'W001', reason: '考勤待核实', by: '李强', date: '2021-08-02' }]);
    const { subjects } = recordIn(folder, '2021-06');
    const one = subjects.find(({ id }) => id === 'W001');
    const withheld = one?.decisions.find(({ item }) => item === 'withheld');
    const due = (one?.decisions ?? [])
      .filter(({ item }) => item !== 'withheld')
      .reduce((sum, { amount }) => sum + amount, 0);
    expect(due).toBeGreaterThan(0);
    expect([withheld?.amount, one?.total, one?.carriedOut]).toEqual([-due, 0, 0]);
    expect(withheld?.lines[0]?.basis).toEqual({ approver: '李强', reason: '考勤待核实' });
    const plain = smallOffice();
    runs(plain, [['pay', '2021-06', '--quiet']]);
    const others = (record: MonthRecord) => record.subjects.filter(({ id }) => id !== 'W001');
    expect(others(recordIn(folder, '2021-06'))).toEqual(others(recordIn(plain, '2021-06')));
  });

  test('July asks for it, until 增减项 say that it was paid', () => {
    const asked = json(runs(folder, [['check', '2021-07', '--json']])[0] as never);
    expect(asked.issues).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'withheldBefore' })]));
    writeFileSync(
      join(folder, '2021-07/增减项.csv'),
      '工号,姓名,项目,金额,原因,批准人\nW001,王芳,补发暂缓发放,1310,考勤已核实,李强\n',
    );
    expect(json(runs(folder, [['check', '2021-07', '--json']])[0] as never).issues).toEqual([]);
  });

  describe('rows in error of a person on hold', () => {
    const office = smallOffice();
    withSecondWorker(office);
    const patrols = join(office, '2021-06/巡查.csv');
    const accepted = ['heldRowLeftOut', 'heldUncertain', 'rankingUncertain', 'redCardUnknown'].flatMap((code) => [
      '--accept',
      `${code}=待核实`,
    ]);
    let months: readonly MonthRecord[];
    beforeAll(() => {
      writeFileSync(patrols, readFileSync(patrols, 'utf8').replace(/(0[1-7],W001,王芳,)98%/g, '$1398%'));
      const july = join(office, '2021-07/巡查.csv');
      writeFileSync(july, readFileSync(july, 'utf8').replaceAll('W001,王芳,98%', 'W001,王芳,8%'));
      const done = runs(office, [
        ['close', '2021-06', ...held, ...accepted, ...SIGNED],
        ['close', '2021-07', '--accept', 'withheldBefore=待补', '--accept', 'redCardCheckIncomplete=待补', ...SIGNED],
      ]);
      expect(done.flatMap(({ status, err }) => (status === 0 ? [] : [err]))).toEqual([]);
      months = [recordIn(office, '2021-06'), recordIn(office, '2021-07')];
    });
    const workerOf = (record: MonthRecord | undefined) => record?.subjects.find(({ id }) => id === 'W001');

    test('give no card, and no sum that looks like one', () => {
      const { figures, isUncertain } = workerOf(months[0]) as NonNullable<ReturnType<typeof workerOf>>;
      expect([figures.card?.value, figures.failed?.value, figures.cardIncomplete?.value, isUncertain]).toEqual([
        '',
        false,
        true,
        true,
      ]);
      expect(months[0]?.withheld).toMatchObject([{ id: 'W001', period: '2021-06', isUncertain: true }]);
    });
    test('leave the next month’s red card open', () => {
      const { figures } = workerOf(months[1]) as NonNullable<ReturnType<typeof workerOf>>;
      expect([figures.card?.value, figures.cardIncomplete?.value]).toEqual(['yellow', true]);
    });
    test('are asked for month after month', () => {
      expect(months[1]?.withheld).toEqual(months[0]?.withheld);
      moveMonth(office, '2021-07', '2021-08');
      const { issues } = json(runs(office, [['check', '2021-08', '--json']])[0] as never);
      expect(issues).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ code: 'withheldBefore', message: expect.stringContaining('2021-06 金额待核实') }),
        ]),
      );
    });
  });

  test('stays withheld under whatever scheme the month is simulated', () => {
    const office = smallOffice();
    writeFileSync(
      join(office, '方案.yaml'),
      readFileSync(join(import.meta.dirname, '../../src/scheme/editions/yanhu-2021.yaml'), 'utf8'),
    );
    const [closed, simulated] = runs(office, [
      ['close', '2021-06', ...held, ...SIGNED],
      ['simulate', '2021-06', '--scheme', '方案.yaml', '--json'],
    ]);
    expect([closed?.status, simulated?.status]).toEqual([0, 0]);
    const [variant] = json(simulated as never).variants;
    expect([variant.change, variant.people]).toEqual([0, []]);
  });

  test('another 增减项 of the same person does not settle it', () => {
    const office = smallOffice();
    runs(office, [['close', '2021-06', ...held, ...SIGNED]]);
    writeFileSync(
      join(office, '2021-07/增减项.csv'),
      '工号,姓名,项目,金额,原因,批准人\nW001,王芳,慰问,1,高温慰问,李强\n',
    );
    const { issues } = json(runs(office, [['check', '2021-07', '--json']])[0] as never);
    expect(issues).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'withheldBefore' })]));
  });

  test('reasons are needed, one for each or one for all', () => {
    const wrong = [
      ['--hold', 'W001'],
      ['--hold', 'W001', '--hold', 'W001', '--reason', 'x'],
      ['--hold', 'W001', '--reason', ' '],
      ['--reason', 'x'],
    ];
    const statuses = runs(
      folder,
      wrong.map((args) => ['close', '2021-07', ...args, ...SIGNED]),
    );
    expect(statuses.map(({ status }) => status)).toEqual([2, 2, 2, 2]);
  });
});

describe('作废', () => {
  test('the archive is kept, the next close stands for it and names it', () => {
    const folder = closedOffice();
    const first = archiveOf(folder, '2021-07');
    const [unsigned, voided, again] = runs(folder, [
      ['close', '2021-07', '--void', '--reason', '签字前发现漏导'],
      ['close', '2021-07', '--void', '--reason', '签字前发现漏导', ...SIGNED, '--json'],
      ['close', '2021-07', ...SIGNED, '--json'],
    ]);
    expect([unsigned?.status, voided?.status, again?.status]).toEqual([2, 0, 0]);
    expect(new Uint8Array(readFileSync(join(folder, '归档/作废/2021-07-1.zip')))).toEqual(first);
    const { manifest } = partsOf(archiveOf(folder, '2021-07'));
    expect([manifest.revision, manifest.replaces?.reason]).toEqual([2, '签字前发现漏导']);
    expect(runs(folder, [['audit', '归档/2021-07.zip', '归档/作废/2021-07-1.zip']])[0]?.status).toBe(0);
  });
});

describe('the chain of a workspace', () => {
  test.each([
    ['missing', (folder: string) => rmSync(join(folder, '归档/2021-06.zip')), 'archiveMissing'],
    [
      'edited',
      (folder: string) => {
        const path = join(folder, '归档/2021-07.zip');
        const bytes = readFileSync(path);
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
        writeFileSync(path, bytes);
      },
      'archiveDamaged',
    ],
    [
      'under the name of another month',
      (folder: string) => renameSync(join(folder, '归档/2021-07.zip'), join(folder, '归档/2021-08.zip')),
      'archiveDamaged',
    ],
  ])('%s: the next month stops and says which', (_, harm, code) => {
    const folder = closedOffice();
    harm(folder);
    const found = runs(folder, [
      ['pay', '2021-07', '--json'],
      ['check', '2021-07', '--json'],
      ['close', '2021-07', '--json'],
    ]);
    for (const run of found) {
      expect(run.status).toBe(1);
      expect(json(run).issues).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'error', code })]));
    }
  });
});

const ACCEPTED = {
  '2021-07': ['redCardCheckIncomplete'],
  '2021-08': ['outsideEmployment', 'reportPending', 'absentFromMeetingList'],
  '2021-09': ['dispatchBelowMinimum', 'noTasksAssigned', 'dimensionLeftOut', 'redCardUnknown'],
};

const closeQuarter = Object.entries(ACCEPTED).map(([month, codes], index) => [
  'close',
  month,
  ...(index === 0 ? ['--first-month', '此前手工核算，无结转'] : []),
  ...codes.flatMap((code) => ['--accept', `${code}=已核实`]),
  ...SIGNED,
  '--json',
]);

/** A clock that stands elsewhere. */
const clockAt = (moment: string): Record<string, string> => {
  const code = `const now=Date.parse('${moment}')-Date.now();const D=Date;globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+now)}static now(){return D.now()+now}}`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` };
};

/** The same workspace, its files created in the opposite order. */
function reversedSample(): string {
  const folder = sampleCopy();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const entry of files.reverse()) {
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    rmSync(path);
    writeFileSync(path, bytes);
  }
  return folder;
}

// All of 4 time zones × 2 locales × 2 dates with WANGGE_ALL=1; else the ends of the world, each locale and date once.
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'UTC'];
const LOCALES = ['zh_CN.UTF-8', 'C'];
const MOMENTS = ['2021-10-08T00:30:00Z', '2031-02-28T23:59:50Z'];
const everyCase = ZONES.flatMap((zone) =>
  LOCALES.flatMap((locale) => MOMENTS.map((moment) => [zone, locale, moment] as const)),
);
const someCases = [
  ['America/New_York', 'zh_CN.UTF-8', '2031-02-28T23:59:50Z'],
  ['Pacific/Kiritimati', 'C', '2021-10-08T00:30:00Z'],
] as const;
const cases = process.env.WANGGE_ALL === '1' ? everyCase : someCases;

describe('the sample quarter closed', () => {
  const closedUnder = ([TZ, LANG, moment]: readonly [string, string, string], folder: string) => {
    const done = wanggeAll(
      closeQuarter.map((args) => ({ folder, args })),
      { TZ, LANG, LC_ALL: LANG, ...clockAt(moment) },
    );
    expect(done.map(({ status }) => status)).toEqual([0, 0, 0]);
    return { documents: done.map(({ out }) => out), files: hashes(folder) };
  };
  const folder = sampleCopy();
  const first = closedUnder(cases[0] as (typeof cases)[0], folder);

  test.each(cases.slice(1))('has the same bytes under %s, %s, at %s, in another directory order', (...under) => {
    expect(closedUnder(under, reversedSample())).toEqual(first);
  });

  test('and the same results as without a chain', () => {
    const plain = sampleCopy();
    runs(plain, [['pay', '2021-09', '--quiet']]);
    expect(recordIn(folder, '2021-09')).toEqual(recordIn(plain, '2021-09'));
  });

  test('is audited from anywhere, without its workspace', () => {
    const archives = Object.keys(ACCEPTED).map((month) => join(folder, '归档', `${month}.zip`));
    const codes = Object.keys(ACCEPTED).map((month) => partsOf(archiveOf(folder, month)).manifest.code);
    const elsewhere = smallOffice();
    const run = wanggeAlone(
      elsewhere,
      ['audit', ...archives, ...codes.flatMap((code) => ['--code', code.toLowerCase()]), '--json'],
      { TZ: 'America/New_York' },
    );
    const document = json(run);
    expect([run.status, document.period]).toEqual([0, '2021-07..2021-09']);
    expect(
      document.archives.map(({ ok, differences }: { ok: boolean; differences: unknown[] }) => [ok, differences]),
    ).toEqual([
      [true, []],
      [true, []],
      [true, []],
    ]);
    expect(existsSync(join(elsewhere, '归档'))).toBe(false);
  });
});
