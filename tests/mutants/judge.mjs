// Runs the tests over a copy of the tree in one long-lived vitest, so that a mutant costs its tests and no start-up.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

const COPIED = ['src', 'tests', 'package.json', 'vitest.config.ts'];
/** Milliseconds a stage may take; `PATIENCE` times what the unchanged tree took if that is longer. */
const LIMIT = 60_000;
const PATIENCE = 5;
/** A few quick files that kill the most, then all tests of the rules; what they let pass meets the second implementation. */
const STAGES = [
  ['tests/rules/alternatives', 'tests/scheme/readings', 'tests/scheme/values'],
  ['tests/rules/', 'tests/model/', 'tests/scheme/'],
  ['tests/oracle/agreement.test.ts'],
];
/** Reads the sample quarter: too slow to run for every mutant, and the second implementation covers the same. */
const LEFT_OUT = 'tests/rules/lines.test.ts';

function copyOf(root) {
  const copy = mkdtempSync(join(tmpdir(), 'wangge-mutants-'));
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

const start = (root) =>
  createVitest('test', {
    root,
    config: join(root, 'vitest.config.ts'),
    watch: false,
    bail: 1,
    reporters: [{}],
    fileParallelism: false,
    isolate: false,
    pool: 'threads',
    teardownTimeout: 2000,
    env: { AGREEMENT_OFFICES: '12' },
  });

/** A judge of single-file changes to the tree at `root`. */
export async function judgeOf(root) {
  const copy = copyOf(root);
  let vitest = await start(copy);

  const passes = async (stage) => {
    const specifications = (await vitest.globTestSpecifications(stage)).filter(
      ({ moduleId }) => !moduleId.endsWith(LEFT_OUT),
    );
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
    // The result also holds modules of earlier runs.
    const run = testModules.filter(({ moduleId }) => specifications.some((one) => one.moduleId === moduleId));
    return unhandledErrors.length === 0 && run.every((module) => module.ok());
  };

  let limit = Number.POSITIVE_INFINITY;
  /** Whether a stage passes; out of time, a new vitest takes the place of the one that hangs. */
  const passesInTime = async (stage) => {
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, Math.min(limit, 2 ** 31 - 1), 'late');
    });
    const verdict = await Promise.race([passes(stage), late]);
    clearTimeout(timer);
    if (verdict !== 'late') return verdict;
    console.error('out of time');
    await vitest.close();
    vitest = await start(copy);
    return false;
  };

  const allPass = async () => {
    for (const stage of STAGES) if (!(await passesInTime(stage))) return false;
    return true;
  };

  const write = (file, text) => {
    writeFileSync(join(copy, file), text);
    vitest.invalidateFile(join(copy, file));
  };
  return {
    copy,
    /** Whether the tree passes as it is; sets how long a mutant may take. */
    async unchangedPasses() {
      const begun = Date.now();
      const passed = await allPass();
      limit = Math.max(LIMIT, PATIENCE * (Date.now() - begun));
      return passed;
    },
    /** Whether the tests let the changed file pass; the file is as it was afterwards. */
    async survives({ file, text }) {
      const original = readFileSync(join(copy, file));
      write(file, text);
      const survived = await allPass();
      write(file, original);
      return survived;
    },
    async close() {
      await vitest.close();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}
