// What a close leaves behind when it is killed, when two run at once, when the disk is full:
// node tests/crash/run.mjs [kills] [pairs] [step of the disk sizes in KB]. Needs a Linux with mounts allowed for the last one.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOSE, everythingIn, OFFICE, PAY, PROGRAM, prepare, same } from './office.mjs';

const [kills = 200, pairs = 50, step = 16] = process.argv.slice(2).map(Number);
const base = mkdtempSync(join(tmpdir(), 'wangge-crash-'));
process.once('exit', () => rmSync(base, { recursive: true, force: true }));

const run = (folder, args) => spawnSync(process.execPath, [PROGRAM, ...args, '-C', folder], { encoding: 'utf8' });
const start = (folder, args) => spawn(process.execPath, [PROGRAM, ...args, '-C', folder], { stdio: 'ignore' });
const ended = (child) => new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));

/** Numbers that are the same in every run. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const paid = join(base, 'paid');
cpSync(OFFICE, paid, { recursive: true });
run(paid, PAY);
const OLD = everythingIn(paid);
const closed = join(base, 'closed');
prepare(closed, paid);
const began = Date.now();
const first = run(closed, CLOSE);
const took = Date.now() - began;
if (first.status !== 0) throw new Error(first.stderr);
const NEW = everythingIn(closed);

const wrong = [];
const told = { kills: { old: 0, new: 0, madeGood: 0 }, pairs: {}, disk: { old: 0, new: 0 } };

/** After the next start: the old files or the new ones. */
function settle(folder, what) {
  const before = everythingIn(folder);
  run(folder, ['check', '2021-06', '--quiet']);
  const after = everythingIn(folder);
  const state = same(after, OLD) ? 'old' : same(after, NEW) ? 'new' : null;
  if (state === null) wrong.push({ what, before: Object.keys(before), after: Object.keys(after) });
  return { state, madeGood: !same(before, after) };
}

const roll = dice(7);
for (let index = 0; index < kills; index++) {
  const folder = join(base, 'kill');
  prepare(folder, paid);
  const child = start(folder, CLOSE);
  const end = ended(child);
  // Half of them while it writes: that is at the end.
  const moment = index % 2 === 0 ? roll() * took * 1.1 : took * (0.7 + 0.4 * roll());
  await new Promise((resolve) => setTimeout(resolve, moment));
  child.kill('SIGKILL');
  await end;
  const { state, madeGood } = settle(folder, `kill ${index} after ${Math.round(moment)} ms`);
  if (state !== null) told.kills[state] += 1;
  if (madeGood) told.kills.madeGood += 1;
}

for (let index = 0; index < pairs; index++) {
  const folder = join(base, 'pair');
  prepare(folder, paid);
  const codes = (await Promise.all([ended(start(folder, CLOSE)), ended(start(folder, CLOSE))])).sort().join(' and ');
  told.pairs[codes] = (told.pairs[codes] ?? 0) + 1;
  if (!same(everythingIn(folder), NEW)) wrong.push({ what: `pair ${index}: exit ${codes}` });
  if (codes !== '0 and 1' && codes !== '0 and 4') wrong.push({ what: `pair ${index}: exit ${codes}` });
}

if (step > 0) {
  const disk = join(base, 'disk');
  mkdirSync(disk);
  const mounted = (size) => spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', disk]).status === 0;
  for (let size = step, done = 0; done < 3; size += step) {
    if (!mounted(size)) {
      told.disk = 'mounting a disk is not allowed here: skipped';
      break;
    }
    try {
      try {
        prepare(disk, paid);
      } catch (cause) {
        if (cause.code === 'ENOSPC') continue;
        throw cause;
      }
      const { status } = run(disk, CLOSE);
      const { state } = settle(disk, `disk of ${size} KB`);
      if (state !== null) told.disk[state] += 1;
      if ((status === 0) !== (state === 'new') || ![0, 4].includes(status))
        wrong.push({ what: `disk of ${size} KB: exit ${status}, ${state}` });
      if (status === 0) done += 1;
    } finally {
      spawnSync('umount', [disk]);
    }
  }
}

process.stdout.write(`${JSON.stringify({ closeTook: took, ...told, wrong }, null, 1)}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
