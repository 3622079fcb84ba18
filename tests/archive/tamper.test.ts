// Whatever is done to an archive, an audit ends with differences that name the entry; what is rewritten as a whole is caught
// by the code on the signed paper.
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contentDamage, openArchive } from '../../src/archive/archive.ts';
import { bytesIn, containerIn, containerOf } from '../../src/archive/container.ts';
import { archiveText } from '../../src/archive/explanatory-note.ts';
import { type ArchiveFile, type Audited, auditArchives } from '../../src/closing/audit/audit.ts';
import { checkCode } from '../../src/record/check-code.ts';
import { sealOf } from '../../src/store/seal.ts';
import { archiveOf, bytesOf, closedOffice, partsOf, rewritten, textIn } from './office.ts';

const folder = closedOffice();
const [june, july] = [archiveOf(folder, '2021-06'), archiveOf(folder, '2021-07')];
const PAY = '输出/2021-07-工资发放表.xlsx';

const auditOf = async (bytes: Uint8Array, code: string | null = null): Promise<Audited> =>
  (await auditArchives([{ path: '2021-07.zip', bytes, code }]))[0] as Audited;

const filesIn = ({ differences }: Audited): readonly string[] => [...new Set(differences.map(({ file }) => file))];

/** Numbers that are the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('both are as they were closed', async () => {
  const files: readonly ArchiveFile[] = [june, july].map((bytes, index) => ({ path: `${index}`, bytes, code: null }));
  expect((await auditArchives(files)).map(({ differences }) => differences)).toEqual([[], []]);
});

test('1,000 flipped bytes: each is told, by an entry there is', async () => {
  const roll = dice(42);
  const { entries } = containerIn(july);
  const names = new Set<string | null>([null, ...entries.map(({ path }) => path)]);
  const unseen: unknown[] = [];
  for (let index = 0; index < 1000; index++) {
    const at = Math.floor(roll() * july.length);
    const flipped = july.slice();
    flipped[at] = (flipped[at] as number) ^ (1 << Math.floor(roll() * 8));
    const { archive, damage } = openArchive(flipped);
    const found = archive === null ? damage : [...damage, ...contentDamage(archive)];
    if (!found.some(({ path }) => names.has(path))) unseen.push({ at, found });
  }
  expect(unseen).toEqual([]);
});

test('the last bytes, and bytes added behind, are the end of the container', () => {
  const longer = new Uint8Array([...july, 0]);
  expect(openArchive(longer).damage).toMatchObject([{ path: null }]);
  const counted = july.slice();
  counted[july.length - 12] = (counted[july.length - 12] as number) ^ 1;
  expect(openArchive(counted).damage).toMatchObject([{ path: null }]);
});

/** Entries changed by hand, manifest and sums left as they were. */
const repacked = (
  change: (entries: ReturnType<typeof containerIn>['entries']) => ReturnType<typeof containerIn>['entries'],
): Uint8Array => containerOf(change(containerIn(july).entries));

describe('entries', () => {
  test('one removed', async () => {
    const audited = await auditOf(repacked((entries) => entries.filter(({ path }) => path !== PAY)));
    expect(audited.differences).toMatchObject([{ file: PAY, archived: '缺少这一项', cause: 'output' }]);
  });
  test('one added', async () => {
    const audited = await auditOf(
      repacked((entries) => [...entries, { ...(entries[0] as (typeof entries)[0]), path: '输入/多.csv' }]),
    );
    expect(filesIn(audited)).toContain('输入/多.csv');
  });
  test('two swapped', async () => {
    const [a, b] = ['输入/2021-07/巡查.csv', '输入/2021-07/信息.csv'];
    const audited = await auditOf(
      repacked((entries) =>
        entries.map((entry) =>
          entry.path === a ? { ...entry, path: b } : entry.path === b ? { ...entry, path: a } : entry,
        ),
      ),
    );
    expect(filesIn(audited)).toEqual(expect.arrayContaining([a, b]));
    expect(audited.differences[0]?.cause).toBe('input');
  });
  test('packed again by another program: told once, and only what is not the same is named', async () => {
    const { entries } = containerIn(july);
    const again = (change: (path: string, bytes: Uint8Array) => Uint8Array): Uint8Array =>
      zipSync(
        Object.fromEntries(
          [{ path: '输入/', data: new Uint8Array(), deflated: false, size: 0, crc: 0 }, ...entries].map((entry) => [
            entry.path,
            [change(entry.path, bytesIn(entry) as Uint8Array), { mtime: new Date(2031, 0, 2, 3, 4) }],
          ]),
        ),
      );
    const whole = await auditOf(again((_, bytes) => bytes));
    expect(whole.differences).toMatchObject([
      { file: '（压缩包结尾）', archived: expect.stringContaining('重新打包') },
    ]);
    const changed = await auditOf(
      again((path, bytes) =>
        path === '输入/2021-07/巡查.csv' ? bytesOf(textIn(bytes).replace('98%,5,', '98%,1,')) : bytes,
      ),
    );
    expect(filesIn(changed)).toEqual(
      expect.arrayContaining(['（压缩包结尾）', '输入/2021-07/巡查.csv', 'results.json', PAY]),
    );
    expect(filesIn(changed)).not.toContain('输入/2021-07/信息.csv');
  });
  test('one renamed', async () => {
    const audited = await auditOf(
      repacked((entries) => entries.map((entry) => (entry.path === PAY ? { ...entry, path: '输出/x.xlsx' } : entry))),
    );
    expect(filesIn(audited)).toEqual([PAY, '输出/x.xlsx']);
  });
});

/** July with one entry replaced, and everything that vouches for it made anew. */
function withEntry(path: string, change: (text: string) => string): Uint8Array {
  const parts = partsOf(july);
  parts.entries.set(path, bytesOf(change(textIn(parts.entries.get(path)))));
  return rewritten(parts);
}

describe('rewritten, consistent in itself', () => {
  test('an input: the month comes out otherwise, and the cell that paid is named', async () => {
    const audited = await auditOf(withEntry('输入/2021-07/巡查.csv', (text) => text.replace('98%,5,', '98%,1,')));
    expect(audited.differences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          file: 'results.json',
          cell: 'subjects.W001.decisions.patrolSubsidy.amount',
          archived: 80000,
          recomputed: 77500,
          cause: 'result',
        }),
        expect.objectContaining({ file: PAY, sheet: '发放表', archived: 800, recomputed: 775 }),
      ]),
    );
  });
  test('the result: every value that was changed is named', async () => {
    const parts = partsOf(july);
    const record = JSON.parse(textIn(parts.entries.get('results.json')));
    record.subjects[0].total += 10000;
    parts.entries.set('results.json', bytesOf(`${JSON.stringify(record, null, 1)}\n`));
    const { differences } = await auditOf(rewritten(parts));
    const total = differences.find(({ cell }) => cell === 'subjects.W001.total');
    expect(total).toMatchObject({
      file: 'results.json',
      archived: (total?.recomputed as number) + 10000,
      cause: 'result',
    });
  });
  test('an edition, the calendar, the record of the month before', async () => {
    const edition = await auditOf(
      withEntry('方案/yanhu-2021.yaml', (text) => text.replace('value: 25,', 'value: 20,')),
    );
    const calendar = await auditOf(
      withEntry('方案/工作日历.json', (text) => text.replace('"makeUpDays": [', '"makeUpDays": ["2021-07-03",')),
    );
    const past = await auditOf(
      withEntry('前期/2021-06.json', (text) => text.replace('"carriedOut": 0', '"carriedOut": -100')),
    );
    for (const { differences } of [edition, calendar, past]) expect(differences.length).toBeGreaterThan(0);
  });
  test('input, results, sheets and all: only the code on the paper tells', async () => {
    const parts = partsOf(july);
    const forged = partsOf(july);
    forged.entries.set(
      '输入/2021-07/巡查.csv',
      bytesOf(textIn(parts.entries.get('输入/2021-07/巡查.csv')).replace('98%,5,', '98%,1,')),
    );
    const { rerun } = await auditOf(rewritten(forged));
    const record = rerun?.record;
    if (!record) throw new Error('no record');
    forged.entries.set('results.json', bytesOf(`${JSON.stringify(record, null, 1)}\n`));
    for (const { path, bytes } of rerun.outputs) forged.entries.set(path, bytes);
    const manifest = { ...forged.manifest, seal: sealOf(record), code: checkCode(record.seal) };
    forged.entries.set('说明.txt', bytesOf(archiveText(manifest)));
    const zip = rewritten({ ...forged, manifest });
    expect((await auditOf(zip)).differences).toEqual([]);
    expect((await auditOf(zip, parts.manifest.code)).differences).toMatchObject([
      { cell: '--code', archived: parts.manifest.code, recomputed: manifest.code, cause: 'code' },
    ]);
  });
});

test('a version that asks about more than another is no difference', async () => {
  const parts = partsOf(july);
  const record = JSON.parse(textIn(parts.entries.get('results.json')));
  const older = { ...record, program: '0.1.9', issues: [] };
  const sealed = { ...older, seal: sealOf(older) };
  parts.entries.set('results.json', bytesOf(`${JSON.stringify(sealed, null, 1)}\n`));
  const manifest = { ...parts.manifest, program: '0.1.9', seal: sealed.seal };
  expect((await auditOf(rewritten({ ...parts, manifest }))).differences).toEqual([]);
});

describe('forged by somebody who knows the format', () => {
  /** July with these entries, and a manifest and sums that agree with them. */
  const forged = (
    changes: Readonly<Record<string, Uint8Array | null>>,
    manifest: object = {},
    code: string | null = null,
  ): Promise<Audited> => {
    const parts = partsOf(july);
    for (const [path, bytes] of Object.entries(changes))
      if (bytes === null) parts.entries.delete(path);
      else parts.entries.set(path, bytes);
    return auditOf(rewritten({ ...parts, manifest: { ...parts.manifest, ...manifest } }), code);
  };
  const record = () => JSON.parse(textIn(partsOf(july).entries.get('results.json')));
  const results = (change: object) => ({
    'results.json': bytesOf(JSON.stringify({ ...record(), ...change }, null, 1)),
  });

  test('another program is named, so that seal and code need not be its own', async () => {
    const { code } = partsOf(july).manifest;
    const dear = record();
    dear.subjects[0].total += 500000;
    const { differences } = await forged(
      { 'results.json': bytesOf(JSON.stringify({ ...dear, program: '0.1.9' }, null, 1)) },
      { program: '0.1.9' },
      code,
    );
    expect(differences.map(({ cell }) => cell)).toEqual(expect.arrayContaining(['--code', 'seal']));
  });
  test('another program is named, and no cells', async () => {
    const { differences } = await forged(results({ program: '0.1.0' }), { program: '0.1.0', cells: {} });
    expect(differences.filter(({ cell }) => cell === 'cells')).not.toEqual([]);
  });
  test('another program is named, and a figure on the sheet is another one', async () => {
    const { cells } = partsOf(july).manifest;
    const sheets = cells[PAY] as (typeof cells)[string];
    const named = Object.entries(sheets.发放表 ?? {}).find(([, [, item]]) => item === 'unmetDays') as [string, unknown];
    const moved = {
      ...cells,
      [PAY]: { ...sheets, 发放表: { ...sheets.发放表, [named[0]]: ['W001', 'assessableDays'] } },
    };
    const { differences } = await forged(results({ program: '0.1.0' }), { program: '0.1.0', cells: moved });
    expect(differences).toEqual(
      expect.arrayContaining([expect.objectContaining({ sheet: '发放表', cell: named[0], archived: 0 })]),
    );
  });
  test('another program is named, and the sheet is another one', async () => {
    const { differences } = await forged(
      { ...results({ program: '0.1.0' }), [PAY]: partsOf(june).entries.get('输出/2021-06-公示.xlsx') as Uint8Array },
      { program: '0.1.0' },
    );
    expect(differences.filter(({ file }) => file === PAY).length).toBeGreaterThan(1);
  });
  test.each([
    ['no pay sheet', { [PAY]: null }],
    ['no results', { 'results.json': null }],
    ['results that are none', { 'results.json': bytesOf('null') }],
    ['results of nothing', { 'results.json': bytesOf('{"schema":"record/3","seal":12}') }],
    ['no note', { '说明.txt': null }],
    ['a sheet more', { '输出/2021-07-补发表.xlsx': bytesOf('x') }],
    ['a file more', { '批示.txt': bytesOf('同意') }],
    ['a calendar that is none', { '方案/工作日历.json': bytesOf('{"source":"x","holidays":5,"makeUpDays":[]}') }],
    ['a month before that is none', { '前期/2021-06.json': bytesOf('{"schema":"record/3","subjects":[null]}') }],
  ])('%s', async (_, changes) => {
    expect((await forged(changes)).differences.length).toBeGreaterThan(0);
  });
  test('earlier months that are none', async () => {
    for (const text of ['nope', 'null', '5', '[null]', '[{"period":"2021-05"}]'])
      expect(
        (
          await forged(
            { '前期/更早月份.json': bytesOf(text) },
            { history: { whole: ['2021-06'], figures: ['2021-05'] } },
          )
        ).differences.length,
      ).toBeGreaterThan(0);
  });
  test.each([
    ['no month before and no opening', { previous: null }],
    ['a month before that is not the month before', { previous: { period: '2021-05', manifest: 'x' } }],
    ['a hold of nobody', { holds: [{ id: 'W999', reason: 'x', by: 'y', date: '2021-08-02' }] }],
  ])('%s', async (_, manifest) => {
    expect((await forged({}, manifest)).differences.length).toBeGreaterThan(0);
  });
  test('an entry that does not unpack', async () => {
    const { entries } = containerIn(july);
    const broken = entries.map((entry) => {
      if (entry.path !== PAY) return entry;
      const data = entry.data.slice();
      data.fill(255, 20, 60);
      return { ...entry, data };
    });
    const { differences } = await auditOf(containerOf(broken));
    expect(differences.map(({ file }) => file)).toContain(PAY);
  });
});

describe('what the manifest says', () => {
  const withManifest = (change: object): Promise<Audited> => {
    const parts = partsOf(july);
    return auditOf(rewritten({ ...parts, manifest: { ...parts.manifest, ...change } }));
  };
  test.each([
    ['office', { office: '别处' }],
    ['code', { code: '0000-0000-0000-0000' }],
    ['cells', { cells: {} }],
    ['history', { history: { whole: ['2021-06'], figures: ['2021-05'] } }],
    ['holds', { holds: [{ id: 'W001', reason: 'x', by: 'y', date: '2021-08-02' }] }],
    [
      'accepted',
      {
        accepted: [
          {
            code: 'x',
            file: null,
            sheet: null,
            row: null,
            column: null,
            message: 'x',
            reason: 'x',
            by: 'y',
            date: 'z',
          },
        ],
      },
    ],
    ['options', { options: { preparedBy: '别人', preparedOn: null, objections: null, bank: null } }],
  ])('%s', async (_, change) => {
    expect((await withManifest(change)).differences.length).toBeGreaterThan(0);
  });
});

describe('the chain', () => {
  test('another month under this name, and the month before exchanged', async () => {
    const other = rewritten({ ...partsOf(june), manifest: { ...partsOf(june).manifest, revision: 2 } });
    const audited = await auditArchives([
      { path: '2021-06.zip', bytes: other, code: null },
      { path: '2021-07.zip', bytes: july, code: null },
    ]);
    expect(audited[1]?.differences).toMatchObject([
      { file: 'manifest.json', cell: 'previous.manifest', cause: 'chain' },
    ]);
  });
  test('cut off: it no longer names the month before', async () => {
    const parts = partsOf(july);
    const loose = rewritten({ ...parts, manifest: { ...parts.manifest, previous: null } });
    const audited = await auditArchives([
      { path: '2021-06.zip', bytes: june, code: null },
      { path: '2021-07.zip', bytes: loose, code: null },
    ]);
    expect(audited[1]?.differences).toEqual(
      expect.arrayContaining([expect.objectContaining({ cell: 'previous.manifest', cause: 'chain' })]),
    );
  });
  test('alone, it says that the month before was not looked at', async () => {
    const { checks } = await auditOf(july);
    expect(checks.find(({ title }) => title === '与前一月衔接')).toMatchObject({
      ok: null,
      note: '没有提供 2021-06 的归档，未核对',
    });
  });
});
