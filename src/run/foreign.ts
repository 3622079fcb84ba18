// Reads files in a worker that is stopped when it takes too long or too much memory.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ForeignAnswer, ForeignReader } from '../files/foreign/reader.ts';
import { MAX_FOREIGN_BYTES } from '../files/limits.ts';

export interface WorkerLimits {
  readonly seconds: number;
  readonly heapMib: number;
}

const LIMITS: WorkerLimits = { seconds: 15, heapMib: 1024 };

/** Beside this file in the bundle; the sources use the worker that was built last. */
function workerFile(): URL {
  const url = new URL(
    import.meta.url.endsWith('.ts') ? '../../dist/foreign-worker.js' : './foreign-worker.js',
    import.meta.url,
  );
  if (!existsSync(url)) throw new Error('dist/foreign-worker.js is missing: run `npm run build` first');
  return url;
}

function failed(error: unknown): ForeignAnswer {
  const { code, message } = error as NodeJS.ErrnoException;
  return { reason: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooLarge' : 'damaged', detail: message };
}

export const workerReader =
  ({ seconds, heapMib }: WorkerLimits): ForeignReader =>
  async (bytes, format) => {
    if (bytes.length > MAX_FOREIGN_BYTES) return { reason: 'tooLarge', detail: `${bytes.length} bytes` };
    const worker = new Worker(workerFile(), {
      workerData: { bytes, format },
      resourceLimits: { maxOldGenerationSizeMb: heapMib },
      stdout: true,
      stderr: true,
    });
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ForeignAnswer>((resolve) => {
        timer = setTimeout(() => resolve({ reason: 'tooSlow', detail: `${seconds} s` }), seconds * 1000);
        worker.once('message', resolve);
        worker.once('error', (error) => resolve(failed(error)));
        worker.once('exit', (code) => resolve({ reason: 'damaged', detail: `the worker ended with ${code}` }));
      });
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  };

export const readInWorker: ForeignReader = workerReader(LIMITS);
