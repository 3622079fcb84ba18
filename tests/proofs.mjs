// The proofs that take longer than the test command may: node tests/proofs.mjs
// Every random office of the second implementation, every mess style, every case of close and alert, a thousand damages.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const files = [
  'tests/oracle',
  'tests/mess',
  'tests/archive/close.test.ts',
  'tests/commands/alert.test.ts',
  'tests/damage',
];
const { status } = spawnSync(process.execPath, [vitest, 'run', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { DAMAGES: '1000', ...process.env, WANGGE_ALL: '1' },
});
process.exitCode = status ?? 1;
