// One writer a workspace: a lock of a running process holds, one of a process that is gone does not.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OWN_FOLDER } from '../../src/store/change.ts';
import { takeLock } from '../../src/store/lock.ts';
import { temporaryFolder } from '../commands/office.ts';

const lockIn = (root: string) => join(root, OWN_FOLDER, 'lock');

function leftLock(text: string): string {
  const root = temporaryFolder();
  mkdirSync(join(root, OWN_FOLDER));
  writeFileSync(lockIn(root), text);
  return root;
}

/** The number of a process that has ended. */
const endedProcess = (): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', '0']);
    child.on('exit', () => resolve(child.pid as number));
  });

test('a second writer is told who writes', async () => {
  const root = temporaryFolder();
  const lock = await takeLock(root);
  await expect(takeLock(root)).rejects.toThrow(`进程 ${process.pid}`);
  await lock.release();
  const next = await takeLock(root);
  await next.release();
  expect(existsSync(join(root, OWN_FOLDER))).toBe(false);
});

test('the lock of a process that is gone is taken over', async () => {
  const holder = { pid: await endedProcess(), host: hostname(), began: null, since: '2021-08-02T00:00:00.000Z' };
  const root = leftLock(JSON.stringify(holder));
  const lock = await takeLock(root);
  expect(JSON.parse(readFileSync(lockIn(root), 'utf8')).pid).toBe(process.pid);
  await lock.release();
});

test.skipIf(process.platform !== 'linux')('so is that of an earlier process with a number used again', async () => {
  const holder = { pid: process.pid, host: hostname(), began: '1', since: '2021-08-02T00:00:00.000Z' };
  const lock = await takeLock(leftLock(JSON.stringify(holder)));
  await lock.release();
});

test('one of another machine holds', async () => {
  const holder = { pid: 1, host: '另一台', began: '1', since: '2021-08-02T00:00:00.000Z' };
  await expect(takeLock(leftLock(JSON.stringify(holder)))).rejects.toThrow('主机 另一台');
});

test('one that has just been made and says nothing yet holds', async () => {
  await expect(takeLock(leftLock(''))).rejects.toThrow('另一个运行正在写入');
});

test('who has lost the lock may not commit', async () => {
  const root = temporaryFolder();
  const lock = await takeLock(root);
  writeFileSync(lockIn(root), '{"pid":1}');
  await expect(lock.assertHeld()).rejects.toThrow('本次没有写入');
  await lock.release();
  expect(existsSync(lockIn(root))).toBe(true);
});
