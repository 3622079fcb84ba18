// Paragraphs of an official document by the number they begin with: 一、 （一） 1. or none.
import { normalised, withoutSpace } from './normalise.ts';

const NUMERAL = '[一二三四五六七八九十百]+';
const CHAPTER = new RegExp(`^(${NUMERAL})、`, 'u');
const SECTION = new RegExp(`^[(（](${NUMERAL})[)）]`, 'u');
/** Not a decimal such as 1.5, but the year of 1.2021年 may follow. */
const ITEM = /^([0-9０-９]{1,2})[.．、](?!\d{1,3}(?!\d))/u;

type Mark = 'chapter' | 'section' | 'item' | 'none';

/** `text` is without its number and without whitespace; `number` is as it is cited (三, （六）, 1), empty without one. */
export interface Paragraph {
  readonly mark: Mark;
  readonly number: string;
  readonly text: string;
  /** Normalised, with its number. */
  readonly whole: string;
}

function paragraph(line: string): Paragraph {
  const raw = withoutSpace(line);
  const [first = ''] = raw;
  // ㈠ and ⒈ are single characters that stand for (一) and 1.
  const opened = first.normalize('NFKC') + raw.slice(first.length);
  const whole = normalised(raw);
  const found = (mark: Mark, match: RegExpExecArray, number: string): Paragraph => ({
    mark,
    number,
    text: opened.slice(match[0].length),
    whole,
  });
  const chapter = CHAPTER.exec(opened);
  if (chapter) return found('chapter', chapter, chapter[1] as string);
  const section = SECTION.exec(opened);
  if (section) return found('section', section, `（${section[1]}）`);
  const item = ITEM.exec(opened);
  if (item) return found('item', item, String(Number(normalised(item[1] as string))));
  return { mark: 'none', number: '', text: raw, whole };
}

/** The paragraphs that are not blank, in order. */
export const paragraphsOf = (text: string): readonly Paragraph[] =>
  text
    .split(/[\n\r\v\f\u0085\u2028\u2029]/u)
    .filter((line) => normalised(line) !== '')
    .map(paragraph);

/** A line that is no sentence: a heading, a signature, a date. */
export const isBare = ({ mark, text }: Paragraph): boolean => mark === 'none' && !/[。；：;:｡]/u.test(text);

/** Ended by 。 or ；, closing quotation marks and parentheses included, or by the end of the paragraph. */
export const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^。；;｡]*[。；;｡]+[”’」』）]*|[^。；;｡]+$/gu) ?? [];
