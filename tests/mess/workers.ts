/** Runs the styles on two processors: in one thread they would take as long as all other tests together. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Share, Verdict } from './worker.ts';

/** The worker with all it imports in one file: threads cannot read TypeScript. */
async function bundleTo(path: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    outfile: path,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    loader: { '.yaml': 'text' },
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    logLevel: 'warning',
  });
}

function verdictsOf(path: string, share: Share): Promise<Verdict[]> {
  const worker = new Worker(path, { workerData: share });
  return new Promise((resolve, reject) => {
    const verdicts: Verdict[] = [];
    worker.on('message', (verdict: Verdict) => verdicts.push(verdict));
    worker.once('error', reject);
    worker.once('exit', () => resolve(verdicts));
  });
}

/** The verdicts on all styles of these numbers, by number. */
export async function verdicts({ numbers, ...others }: Share): Promise<Verdict[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mess-'));
  try {
    const path = join(folder, 'worker.mjs');
    await bundleTo(path);
    const shares = [0, 1].map((rest) => numbers.filter((number) => number % 2 === rest));
    const found = await Promise.all(shares.map((own) => verdictsOf(path, { ...others, numbers: own })));
    return found.flat().sort((a, b) => a.number - b.number);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
