/** Makes some of the styles and compares their results; answers with one message a style. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MemoryFile } from '../memory-workspace.ts';
import { cleanOffice, differenceOf } from './clean.ts';
import { isForLibreOffice, makeStyle, type Style } from './style.ts';
import { converted } from './writers/libreoffice.ts';

export interface Share {
  readonly files: readonly MemoryFile[];
  readonly seed: number;
  readonly numbers: readonly number[];
}

export interface Verdict {
  readonly number: number;
  /** Null when the results are those of the clean office. */
  readonly difference: string | null;
  readonly drawn: ReadonlySet<string>;
}

const { files, seed, numbers } = workerData as Share;
const clean = await cleanOffice(files);

async function judge(style: Style): Promise<void> {
  const difference = await differenceOf(clean, style);
  const verdict: Verdict = { number: style.number, difference, drawn: style.drawn };
  parentPort?.postMessage(verdict);
}

/** LibreOffice converts the files of all its styles together. */
const byLibreOffice: Style[] = [];
for (const number of numbers.filter(isForLibreOffice)) byLibreOffice.push(await makeStyle(number, seed, clean.tables));
const ready = converted(byLibreOffice.flatMap((style) => style.files));
for (const style of byLibreOffice) await judge({ ...style, files: ready.splice(0, style.files.length) });
for (const number of numbers.filter((one) => !isForLibreOffice(one))) {
  await judge(await makeStyle(number, seed, clean.tables));
}
