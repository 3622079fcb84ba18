// The text of an official document as clauses with spans and sentences. Clauses are named as they are cited: 三,
// 三（六）, 三（六）1, 三（六）末段, 三（四）要求2, 前言, 落款. Every word belongs to a sentence: a heading and the title a
// clause begins with (“巡查补贴。”) are sentences too, only the numbers are not, so that renumbering alters no sentence.
import { digestOf } from './normalise.ts';
import { clauseNames, type Headings } from './numbering.ts';
import { paragraphsOf, sentencesOf } from './paragraphs.ts';

export type { Headings };

export interface Sentence {
  readonly clause: string;
  /** From 1 inside its clause. */
  readonly number: number;
  /** As it stands in the text, without whitespace. */
  readonly text: string;
  readonly digest: string;
}

/** `start` to `end` (exclusive) in `DocumentText.text`; the span of a section contains those of its items. */
interface Clause {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface DocumentText {
  /** Normalised paragraphs, one a line. */
  readonly text: string;
  /** In the order in which they begin. */
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly sentences: readonly Sentence[];
}

/** Never fails: a text without any number is one 前言. */
export function parseDocumentText(text: string, headings: Headings): DocumentText {
  const paragraphs = paragraphsOf(text);
  const named = clauseNames(paragraphs, headings);
  const starts: number[] = [];
  let length = 0;
  for (const { whole } of paragraphs) {
    starts.push(length);
    length += whole.length + 1;
  }
  const clauses = new Map<string, Clause>();
  const counts = new Map<string, number>();
  const sentences: Sentence[] = [];
  for (const [index, { name, level, opens }] of named.entries()) {
    if (opens) {
      const next = named.findIndex((other, at) => at > index && other.opens && other.level <= level);
      clauses.set(name, { name, start: starts[index] ?? 0, end: next < 0 ? length : (starts[next] ?? length) });
    }
    for (const sentence of sentencesOf(paragraphs[index]?.text ?? '')) {
      const number = (counts.get(name) ?? 0) + 1;
      counts.set(name, number);
      sentences.push({ clause: name, number, text: sentence, digest: digestOf(sentence) });
    }
  }
  return { text: paragraphs.map(({ whole }) => whole).join('\n'), clauses, sentences };
}
