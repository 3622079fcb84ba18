// The words of a .docx: one line a paragraph, as a reader sees them. Numbers that Word counts itself are no words.
import { UnreadableFile } from './sheet.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** Moved away, deleted, the second form of a drawing, and the reading above a character. */
const UNSEEN = new Set(['moveFrom', 'del', 'Fallback', 'rt']);
const BREAKS: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '-' };

export interface DocxText {
  readonly text: string;
  /** Paragraphs numbered by Word, whose numbers are not in `text`. */
  readonly autoNumbered: number;
}

/** Throws UnreadableFile; `notATable` where the zip file holds no word processor's document. */
export async function readDocx(zip: Zip, name: string): Promise<DocxText> {
  const part = zip.find('word/document.xml');
  if (part === undefined) throw new UnreadableFile('notATable', `${name}: no word/document.xml`);
  const pieces: string[] = [];
  const path: string[] = [];
  let unseen = 0;
  let autoNumbered = 0;
  await readXml(zip, part, {
    open(element) {
      if (UNSEEN.has(element)) unseen++;
      if (unseen === 0 && path.at(-1) === 'r') pieces.push(BREAKS[element] ?? '');
      if (unseen === 0 && element === 'numPr' && path.at(-1) === 'pPr') autoNumbered++;
      path.push(element);
    },
    close(element) {
      path.pop();
      if (UNSEEN.has(element)) unseen--;
      if (element === 'p') pieces.push('\n');
    },
    text(text) {
      if (unseen === 0 && path.at(-1) === 't') pieces.push(text);
    },
  });
  return { text: pieces.join(''), autoNumbered };
}
