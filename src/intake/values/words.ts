// Closed vocabularies: a known word has a meaning, an unknown one is an error (固定用词).
import { fault, type Parser } from './fault.ts';
import { compact, shownText } from './text.ts';
import { typedText } from './typed.ts';

/** The words of a column: those that are known, and those to choose from, one for each meaning. */
export interface Vocabulary {
  readonly known: ReadonlySet<string>;
  readonly shown: readonly string[];
}

/** A word as it is compared. */
export const wordIn = (text: string): string => compact(typedText(text)).toUpperCase();

/** A parser of a closed list of spellings; the fault lists `shown`, the words to write. Letters in any case. */
export function wordOf<T>(
  spellings: Iterable<readonly [string, T]>,
  shown: readonly string[],
): Parser<T> & { readonly vocabulary: Vocabulary } {
  const meanings = new Map([...spellings].map(([word, meaning]) => [word.toUpperCase(), meaning]));
  const parser: Parser<T> = (cell, column) => {
    const found = shownText(cell);
    const meaning = meanings.get(wordIn(found));
    return meaning === undefined ? fault('wordUnknown', { heading: column.heading, found, allowed: shown }) : meaning;
  };
  return Object.assign(parser, { vocabulary: { known: new Set(meanings.keys()), shown } });
}

/** Spellings of a glossary (`{ fullTime: '专职网格员' }`), each word meaning its key. */
export const glossary = <K extends string>(terms: Readonly<Record<K, string>>): [string, K][] =>
  (Object.entries(terms) as [K, string][]).map(([key, word]) => [word, key]);
