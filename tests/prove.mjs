// The proofs that take longer than the test command may: node tests/prove.mjs [name ...]; names are those of PROOFS.
// Every random office of the second implementation, every mess style, every case of close and alert, every value of each
// parameter, a thousand damages; every formula by LibreOffice; kills at random moments; Node 20, 22 and 24; the rules' mutants; slips in
// the house.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const WHOLE = [
  'tests/oracle',
  'tests/mess',
  'tests/archive/close.test.ts',
  'tests/commands/alert.test.ts',
  'tests/run/parameters.test.ts',
  'tests/damage',
  'tests/recalc',
  'tests/crash',
];
const PROOFS = {
  whole: ['node_modules/vitest/vitest.mjs', 'run', ...WHOLE],
  recalc: ['tests/recalc/run.mjs'],
  crash: ['tests/crash/run.mjs'],
  versions: ['tests/versions/run.mjs'],
  mutants: ['tests/mutants/run.mjs'],
  house: ['tests/house-proof/run.mjs'],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PROOFS));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: there are ${Object.keys(PROOFS).join(', ')}`);
const failed = Object.entries(PROOFS)
  .filter(([name]) => asked.length === 0 || asked.includes(name))
  .filter(([name, args]) => {
    console.log(`\n# ${name}`);
    const env = { DAMAGES: '1000', ...process.env, WANGGE_ALL: '1' };
    return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status !== 0;
  });
console.log(failed.length === 0 ? '\nAll hold.' : `\nFailed: ${failed.map(([name]) => name).join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
