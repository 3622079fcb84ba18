// No byte of an archive changes unseen, and what is told names the entry it belongs to.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { bytesIn, containerIn, containerOf, packed } from '../../src/archive/container.ts';
import { temporaryFolder } from '../commands/office.ts';

const someEntries = fc.uniqueArray(
  fc.record({
    path: fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .map((name) => `输入/${name.replaceAll('/', '_')}甲`),
    bytes: fc.uint8Array({ maxLength: 200 }),
  }),
  { selector: ({ path }) => path, maxLength: 8 },
);

test('what is packed comes out again', () => {
  fc.assert(
    fc.property(someEntries, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (entries, deflated) => {
      const zip = containerOf(entries.map((entry, index) => packed(entry, deflated[index] ?? true)));
      const { entries: found, damage } = containerIn(zip);
      expect(damage).toEqual([]);
      expect(found.map((entry) => [entry.path, bytesIn(entry)])).toEqual(
        entries.map(({ path, bytes }) => [path, bytes]),
      );
    }),
  );
});

test.each(['', '/etc/passwd', '../evil.txt', '输入/../../evil.txt', '输入//a.txt', './a.txt', '..\\evil.txt'])(
  'a name that leads out of the archive is damage: %j',
  (path) => {
    const zip = containerOf([packed({ path, bytes: new Uint8Array(3) }, true)]);
    expect(containerIn(zip)).toMatchObject({ entries: [], damage: [{ path }] });
  },
);

test('more entries or more bytes than a month can have are damage', () => {
  const one = packed({ path: 'a', bytes: new Uint8Array(0) }, false);
  const huge = { ...one, size: 0x4000_0001 };
  expect(containerIn(containerOf([huge])).damage).toHaveLength(1);
  const local = containerOf([one]).subarray(0, 31);
  const many = new Uint8Array(local.length * 0x1_0000);
  for (let index = 0; index < 0x1_0000; index++) many.set(local, index * local.length);
  expect(containerIn(many).damage).toHaveLength(1);
});

test('a container cut anywhere is damaged and never throws', () => {
  const zip = containerOf([
    packed({ path: '甲.txt', bytes: new Uint8Array(50).fill(7) }, true),
    packed({ path: '乙.txt', bytes: new Uint8Array(9) }, false),
  ]);
  for (let length = 0; length < zip.length; length++) {
    expect(containerIn(zip.subarray(0, length)).damage).toHaveLength(1);
    expect(openArchive(zip.subarray(0, length)).archive).toBeNull();
  }
});

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;
test.skipIf(!hasUnzip)('unzip reads it under any locale (skipped where there is no unzip)', () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'a.zip'),
    containerOf([packed({ path: '输入/花名册.txt', bytes: new TextEncoder().encode('王芳') }, true)]),
  );
  for (const LC_ALL of ['C', 'C.UTF-8']) {
    const { stdout } = spawnSync('unzip', ['-p', 'a.zip', '输入/花名册.txt'], {
      cwd: folder,
      env: { ...process.env, LC_ALL },
    });
    expect(stdout.toString()).toBe('王芳');
  }
});
