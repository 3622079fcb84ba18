// The published text, where it is at hand, and the shipped edition with its map.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedEditions } from '../../../src/scheme/shipped.ts';

const PATH = join(import.meta.dirname, '../../../../shared/scheme/yanhu-2021-06-04.txt');
export const isThere = existsSync(PATH);
export const bytes: Uint8Array = isThere ? readFileSync(PATH) : new Uint8Array(0);
export const text = new TextDecoder().decode(bytes);
export const titled = (title: string): string =>
  `${title}${isThere ? '' : ' (skipped: the document is not shipped and not here)'}`;

const [shipped] = shippedEditions();
if (shipped === undefined) throw new Error('no edition');
const { coverage, document } = shipped.edition;
if (coverage === undefined || document.headings === undefined) throw new Error('no map');
export const edition = { ...shipped.edition, coverage, document: { ...document, headings: document.headings } };
