// What somebody probably meant to type, and how to type it.
import { nearest } from '../model/spelling.ts';

/** A path as it is typed: within quotes where a shell would take it apart. */
export const asTyped = (path: string): string => (/^[\p{L}\p{N}_./\\:~-]+$/u.test(path) ? path : `"${path}"`);

/** `，是不是 pay？`; empty where nothing is like it, or too much. */
export function meantText(word: string, known: readonly string[]): string {
  const found = nearest(word, known);
  return found.length === 0 || found.length > 3 ? '' : `，是不是 ${found.join('、')}？`;
}
