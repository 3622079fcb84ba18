// How long the program takes to say something, beside Node doing nothing: medians of runs that take turns, as ratios.
// node bench/start.mjs [runs]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = join(ROOT, 'bin/wangge.js');
const RUNS = Number(process.argv[2] ?? 9);

const base = mkdtempSync(join(tmpdir(), 'wangge-start-'));
process.once('exit', () => rmSync(base, { recursive: true, force: true }));
const [asExported, paid] = ['as exported', 'paid'].map((name) => {
  const folder = join(base, name);
  cpSync(join(ROOT, 'fixtures/sample'), folder, { recursive: true });
  return folder;
});

// Node reads these certificates at every start.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

function timed(args) {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return Number(process.hrtime.bigint() - began) / 1e6;
}

for (const month of ['2021-07', '2021-08', '2021-09']) timed([PROGRAM, 'pay', month, '--quiet', '-C', paid]);

const CASES = {
  'node -e 0': ['-e', '0'],
  '--version': [PROGRAM, '--version'],
  '--help': [PROGRAM, '--help'],
  'status, nothing written yet': [PROGRAM, 'status', '-C', asExported],
  'status, three months paid': [PROGRAM, 'status', '-C', paid],
};

const times = Object.fromEntries(Object.keys(CASES).map((name) => [name, []]));
for (let run = 0; run < RUNS; run++) for (const [name, args] of Object.entries(CASES)) times[name].push(timed(args));

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const nothing = median(times['node -e 0']);
for (const [name, list] of Object.entries(times)) {
  const time = median(list);
  console.log(`${name.padEnd(30)} ${time.toFixed(0).padStart(5)} ms  ${(time / nothing).toFixed(2)} ×`);
}
