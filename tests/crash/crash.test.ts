// A few of what `npm run prove crash` does in full: killed closes, and two at once, leave the old files or the new ones.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('killed at any moment, or two at once', () => {
  const script = join(import.meta.dirname, 'run.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [script, '6', '2', '0'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const { kills, pairs, wrong } = JSON.parse(stdout);
  expect(wrong).toEqual([]);
  expect([kills.old + kills.new, Object.values(pairs)]).toEqual([6, [2]]);
});
