// Every command's example, typed into a shell as the help shows it: by a clerk who follows them from an empty folder.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { monthLike } from '../archive/office.ts';
import { temporaryFolder, wanggeAll } from './office.ts';

const ROOT = join(import.meta.dirname, '../..');
const OFFICE = join(ROOT, 'fixtures/problems/office');
const SIGNED = ['--by', '王芳', '--date', '2021-07-02'];

/** W002 does what W001 does in the same grid, but has no tasks. */
function addSecondWorker(folder: string): void {
  for (const path of ['花名册.csv', ...readdirSync(join(folder, '2021-06')).map((name) => `2021-06/${name}`)]) {
    if (path.endsWith('派单.csv')) continue;
    const text = readFileSync(join(folder, path), 'utf8').trimEnd();
    const others = text
      .split('\n')
      .filter((row) => row.includes('W001'))
      .map((row) => row.replace('W001', 'W002').replace('王芳', '李伟').replace(/^X/, 'X9'));
    writeFileSync(join(folder, path), `${[text, ...others].join('\n')}\n`);
  }
}

/** What a newcomer's folder holds: the workspace that the examples name, and the same months beside it. */
const home = temporaryFolder();
const workspace = join(home, '剡湖街道');

/** Done before the example: what somebody would have done by then. */
const BEFORE: Readonly<Record<string, () => void>> = {
  status: () => {
    for (const folder of [workspace, home]) {
      cpSync(OFFICE, folder, { recursive: true });
      addSecondWorker(folder);
      for (const month of ['2021-07', '2021-08', '2021-09']) monthLike(folder, '2021-06', month);
    }
    rmSync(join(workspace, '2021-06/输出'), { recursive: true, force: true });
  },
  template: () => rmSync(join(workspace, '模板/巡查.xlsx')),
  close: () => runAt(home, ['close', '2021-06', '--accept', 'noTasksAssigned=确无派单', ...ACCEPTED, ...SIGNED]),
  audit: () => runAt(home, ['close', '2021-08', '--accept', 'noTasksAssigned=确无派单', ...SIGNED]),
};
const ACCEPTED = ['--accept', 'dimensionLeftOut=已核实'];

function runAt(folder: string, args: readonly string[]): void {
  const [run] = wanggeAll([{ folder, args }]);
  if (run?.status !== 0) throw new Error(run?.err);
}

const shell = `wangge() { "${process.execPath}" "${join(ROOT, 'bin/wangge.js')}" "$@"; }\n`;

beforeAll(() => mkdirSync(workspace.replace(/剡湖街道$/, ''), { recursive: true }));

test.each(COMMANDS.map(({ name, example }) => [name, example]))('%s: %s', (name, example) => {
  BEFORE[name]?.();
  const { status, stderr, stdout } = spawnSync('bash', ['-c', `${shell}${example}`], { cwd: home, encoding: 'utf8' });
  expect([status, stdout === '' ? 'nothing said' : '', status === 0 ? '' : stderr]).toEqual([0, '', '']);
});

test('every example is of its own command', () => {
  for (const { name, example } of COMMANDS) expect(example.split(' ').slice(0, 2)).toEqual(['wangge', name]);
});
