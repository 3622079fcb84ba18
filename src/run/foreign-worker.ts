// The worker in which files that SheetJS reads are read: one file, one answer.
import { parentPort, workerData } from 'node:worker_threads';
import type { ForeignFormat } from '../files/foreign/reader.ts';
import { readBySheetJs } from '../files/foreign/sheetjs.ts';

const { bytes, format } = workerData as { readonly bytes: Uint8Array; readonly format: ForeignFormat };
parentPort?.postMessage(await readBySheetJs(bytes, format));
