// A small office to close again and again, and how to tell what is on its disk: July closed or not, never in between.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROGRAM = join(ROOT, 'bin/wangge.js');
export const OFFICE = join(ROOT, 'fixtures/problems/office');
export const MONTH = '2021-06';
/** Without a name and a date the outputs of the second close differ from those of the first `pay`. */
export const PAY = ['pay', MONTH, '--by', '李强', '--date', '2021-07-01'];
export const CLOSE = ['close', MONTH, '--by', '王敏', '--date', '2021-07-02'];

/** The office's files in a folder, with `pay`'s outputs as they were before the close. */
export function prepare(folder, paid) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  cpSync(paid, folder, { recursive: true });
}

/** Path → SHA-256 of everything in the folder, folders too. */
export function everythingIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths.map((path) => {
      const full = join(folder, path);
      return [path, statSync(full).isFile() ? createHash('sha256').update(readFileSync(full)).digest('hex') : 'folder'];
    }),
  );
}

export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
