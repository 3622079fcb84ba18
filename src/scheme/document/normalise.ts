// The form in which words of a published text are compared: NFKC (full-width digits and punctuation become plain ones)
// without any whitespace or invisible character, so that line ends, spacing and width of a copy do not matter.
import { createHash } from 'node:crypto';

export const withoutSpace = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/gu, '');

export const normalised = (text: string): string => withoutSpace(text.normalize('NFKC'));

/** The first 8 hex digits of the SHA-256 of the normalised sentence in UTF-8. */
export const digestOf = (sentence: string): string =>
  createHash('sha256').update(normalised(sentence)).digest('hex').slice(0, 8);
