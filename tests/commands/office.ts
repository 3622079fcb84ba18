// Runs the real binary on copies of the sample office in temporary folders.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { sha256 } from '../../src/store/workspace.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A temporary folder, gone when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-'));
  temporary.push(folder);
  return folder;
}

const temporary: string[] = [];
process.once('exit', () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

export function sampleCopy(): string {
  const folder = join(temporaryFolder(), '样例街道');
  cpSync(join(ROOT, 'fixtures/sample'), folder, { recursive: true });
  return folder;
}

/** A temporary folder with these files; null leaves one out. */
export function folderOf(files: Readonly<Record<string, string | null>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** `bin/wangge.js <args> -C <folder>`, in a process of its own. */
export function wanggeAlone(folder: string, args: readonly string[], env: Record<string, string> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/wangge.js'), ...args, '-C', folder], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, out: stdout, err: stderr };
}

interface Thread {
  readonly port: MessagePort;
  readonly answered: Int32Array<SharedArrayBuffer>;
}

let thread: Thread | undefined;

function startThread(): Thread {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const program = join(import.meta.dirname, 'thread.mjs');
  new Worker(program, { workerData: { port: port2, answered }, transferList: [port2] }).unref();
  port1.unref();
  return { port: port1, answered };
}

/** As `wanggeAlone`, but for the start of a process and what is read only once: less than half the time. */
export function wangge(folder: string, args: readonly string[]): Run {
  thread ??= startThread();
  const { port, answered } = thread;
  const before = Atomics.load(answered, 0);
  port.postMessage([...args, '-C', folder]);
  Atomics.wait(answered, 0, before);
  return receiveMessageOnPort(port)?.message as Run;
}

/** The built program, run after run in one process: for many runs whose start is not what is tested. */
export function wanggeAll(
  runs: readonly { readonly folder: string; readonly args: readonly string[] }[],
  env: Readonly<Record<string, string>> = {},
): readonly Run[] {
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'many-runs.mjs')], {
    input: JSON.stringify(runs),
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}

export const json = (run: Run) => JSON.parse(run.out);

/** Path below the folder → SHA-256, of every file. */
export function hashes(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, sha256(readFileSync(join(folder, path)))]),
  );
}
