// Spec 10: a run that fails or is killed at any operation leaves the old files or the new ones, all of them, and after the
// next start no others.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Change, change, OWN_FOLDER, recover } from '../../src/store/change.ts';
import { DISK } from '../../src/store/disk.ts';
import { temporaryFolder } from '../commands/office.ts';
import { FAULTS, type Fault, faultyDisk } from './faulty-disk.ts';

type Files = Readonly<Record<string, string>>;

const OLD: Files = {
  '2021-07/输出/发放表': '旧表',
  '2021-07/输出/results.json': '旧',
  '2021-07/输出/公示': '旧公示',
  别的: '不动',
};
const CHANGES: readonly (readonly [string, string | null])[] = [
  ['2021-07/输出/发放表', '新表新表'],
  ['2021-07/输出/警告名单', '新名单'],
  ['2021-07/输出/results.json', '新'],
  ['2021-07/输出/公示', null],
  ['归档/2021-07.zip', '新档案'],
];
const NEW: Files = Object.fromEntries(
  [...new Map<string, string | null>([...Object.entries(OLD), ...CHANGES])].filter(
    (file): file is [string, string] => file[1] !== null,
  ),
);
const changes: readonly Change[] = CHANGES.map(([path, text]) => ({
  path,
  bytes: text === null ? null : new TextEncoder().encode(text),
}));

function workspace(): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(OLD)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const filesIn = (root: string): Files =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );

const withoutOwn = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(OWN_FOLDER)));

const mayCommit = async (): Promise<void> => {};

/** What is there after the fault, and after the next start. */
async function after(fault: Fault, at: number, lasts: boolean) {
  const root = workspace();
  const { disk, count } = faultyDisk(fault, at, lasts);
  const thrown = await change(disk, root, changes, mayCommit).then(
    () => null,
    (cause: unknown) => cause,
  );
  const before = filesIn(root);
  await recover(DISK, root);
  return { thrown, before: withoutOwn(before), files: filesIn(root), reached: count() > at };
}

test('without a fault everything changes', async () => {
  const root = workspace();
  await change(DISK, root, changes, mayCommit);
  expect(filesIn(root)).toEqual(NEW);
});

test('nothing happens when the last question is answered by no', async () => {
  const root = workspace();
  const no = async () => {
    throw new Error('no');
  };
  await expect(change(DISK, root, changes, no)).rejects.toThrow('no');
  expect(filesIn(root)).toEqual(OLD);
});

describe('a fault at every operation', () => {
  test.each(FAULTS.flatMap((fault) => [false, true].map((lasts) => [fault, lasts] as const)))(
    '%s, and from then on: %s',
    async (fault, lasts) => {
      let operations = 0;
      const wrong: unknown[] = [];
      for (let at = 0; ; at++) {
        const { thrown, before, files, reached } = await after(fault, at, lasts);
        if (!reached) break;
        operations += 1;
        const isWhole = [OLD, NEW].some((state) => JSON.stringify(sorted(files)) === JSON.stringify(sorted(state)));
        // Who is told of a failure finds the old files in their places at once, unless taking back failed as well.
        const isOldAtOnce = JSON.stringify(sorted(before)) === JSON.stringify(sorted(OLD));
        const isKept = thrown === null || fault === 'killed' || lasts || isOldAtOnce;
        const isDone = thrown !== null || JSON.stringify(sorted(files)) === JSON.stringify(sorted(NEW));
        if (!isWhole || !isKept || !isDone) wrong.push({ at, thrown: String(thrown), before, files });
      }
      expect(wrong).toEqual([]);
      expect(operations).toBeGreaterThan(50);
    },
  );
});

const sorted = (files: Files) => Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));

test.each([
  'x',
  '',
  '5',
  '{}',
  '{"direction":"forward","steps":5}',
  '{"direction":"forward","steps":[{"path":"../evil","removes":false,"had":false}]}',
  '{"direction":"back","steps":[{"path":"/etc/evil","removes":true,"had":false}]}',
])('a journal that this program did not write is not carried out: %j', async (text) => {
  const root = join(temporaryFolder(), '工作目录');
  mkdirSync(join(root, '.wangge/new'), { recursive: true });
  writeFileSync(join(root, '.wangge/journal.json'), text);
  writeFileSync(join(root, '.wangge/new/0'), 'evil');
  await expect(recover(DISK, root)).rejects.toThrow('请移走 .wangge 文件夹');
  expect(readdirSync(join(root, '..'))).toEqual(['工作目录']);
});

test('killed again while making good: the next start makes good', async () => {
  const wrong: unknown[] = [];
  for (let first = 0; ; first++) {
    const root = workspace();
    const { disk, count } = faultyDisk('killed', first);
    await change(disk, root, changes, mayCommit).catch(() => {});
    if (count() <= first) break;
    for (let second = 0; second < 40; second += 3)
      await recover(faultyDisk('killed', second).disk, root).catch(() => {});
    await recover(DISK, root);
    const files = filesIn(root);
    if (![OLD, NEW].some((state) => JSON.stringify(sorted(files)) === JSON.stringify(sorted(state))))
      wrong.push({ first, files });
  }
  expect(wrong).toEqual([]);
});
