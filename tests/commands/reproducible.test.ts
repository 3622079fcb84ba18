// Equal files, equal bytes: under any time zone, locale and directory order. Shuffled rows or renamed files: equal results.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashes, json, type Run, sampleCopy, temporaryFolder, wanggeAll } from './office.ts';

const COMMANDS = [
  ['pay', '2021-07'],
  ['warn', '2021-08'],
  ['rank', '2021-Q3'],
  ['pay', '2021-09'],
];

/** The same workspace, its files created in the opposite order. */
function reversedCopy(from: string): string {
  const to = join(temporaryFolder(), '样例街道');
  const paths = readdirSync(from, { recursive: true, encoding: 'utf8', withFileTypes: true });
  mkdirSync(to);
  for (const entry of paths.reverse()) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    cpSync(source, join(to, source.slice(from.length)), { recursive: true });
  }
  return to;
}

const runAll = (folder: string, env: Record<string, string>) => ({
  documents: wanggeAll(
    COMMANDS.map((args) => ({ folder, args: [...args, '--json'] })),
    env,
  ).map(({ out }) => out),
  files: hashes(folder),
});

describe('the same bytes', () => {
  const plain = runAll(sampleCopy(), { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' });
  // Closes of the quarter are held against each other under more zones and clocks: tests/archive/close.test.ts.
  test('under another zone and locale, in another directory order', () => {
    const [TZ, LANG] = ['America/New_York', 'de_DE.UTF-8'];
    const other = runAll(reversedCopy(sampleCopy()), { TZ, LANG, LC_ALL: LANG });
    expect(other).toEqual(plain);
  });
});

/** Rows of the CSV tables shuffled, every file of the month renamed. */
function disturbed(): string {
  const folder = sampleCopy();
  for (const month of ['2021-07', '2021-08', '2021-09']) {
    for (const [index, name] of readdirSync(join(folder, month)).sort().entries()) {
      const path = join(folder, month, name);
      if (name.endsWith('.csv')) {
        const [head, ...rows] = readFileSync(path, 'latin1')
          .split('\n')
          .filter((line) => line !== '');
        writeFileSync(path, `${[head, ...rows.reverse()].join('\n')}\n`, 'latin1');
      }
      renameSync(path, join(folder, month, `${90 - index}${name.slice(name.lastIndexOf('.'))}`));
    }
  }
  return folder;
}

test('shuffled rows and renamed files: the same amounts, counts, ranks and cards', () => {
  const [one, other] = [sampleCopy(), disturbed()];
  const [plain, changed] = [one, other].map((folder) =>
    wanggeAll(COMMANDS.map((args) => ({ folder, args: [...args, '--json'] }))),
  );
  for (const [index, args] of COMMANDS.entries()) {
    const [a, b] = [plain, changed].map((runs) => json(runs?.[index] as Run));
    const { issues: _a, ...before } = a;
    const { issues: _b, ...after } = b;
    expect(after, args.join(' ')).toEqual(before);
  }
});
