// What somebody probably meant to type.
import { nearest } from '../model/spelling.ts';

/** `，是不是 pay？`; empty where nothing is like it, or too much. */
export function meantText(word: string, known: readonly string[]): string {
  const found = nearest(word, known);
  return found.length === 0 || found.length > 3 ? '' : `，是不是 ${found.join('、')}？`;
}
