// The text of an OpenDocument cell: its paragraphs, without notes, drawings and readings above characters.
import { MAX_CELL_CHARS } from '../../limits.ts';
import type { Attributes } from '../../xml.ts';
import { attribute, countOf } from '../xml-bytes.ts';

const MAX_SPACES = 32_767;
/** What stands within a paragraph but is not of its text. */
const UNSEEN = new Set(['annotation', 'annotation-end', 'frame', 'custom-shape', 'note', 'ruby-text', 'g', 'control']);

export class OdsText {
  #paragraphs: string[] = [];
  #current: string | null = null;
  /** Depth of elements below the cell, and the depth at which something unseen began. */
  #depth = 0;
  #unseen = 0;
  #length = 0;

  begin(): void {
    this.#paragraphs = [];
    this.#current = null;
    this.#depth = 0;
    this.#unseen = 0;
    this.#length = 0;
  }

  open(name: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#unseen > 0) return;
    if (this.#current === null) {
      if (this.#depth === 1 && name === 'p') this.#current = '';
      else this.#unseen = this.#depth;
    } else if (UNSEEN.has(name)) this.#unseen = this.#depth;
    else if (name === 's') this.#add(' '.repeat(Math.min(countOf(attribute(attributes, 'c'), 1), MAX_SPACES)));
    else if (name === 'tab') this.#add('\t');
    else if (name === 'line-break') this.#add('\n');
  }

  close(): void {
    if (this.#unseen === this.#depth) this.#unseen = 0;
    else if (this.#depth === 1 && this.#current !== null) {
      this.#paragraphs.push(this.#current);
      this.#current = null;
    }
    this.#depth -= 1;
  }

  text(text: string): void {
    if (this.#current === null || this.#unseen > 0) return;
    this.#add(text.replace(/[ \t\r\n]+/g, ' '));
  }

  /** What is longer than any cell may be is not kept as a whole: its length alone will be told. */
  #add(text: string): void {
    if (this.#length <= MAX_CELL_CHARS) this.#current += text;
    this.#length += text.length;
  }

  /** Null where there was no paragraph. */
  end(): string | null {
    return this.#paragraphs.length === 0 ? null : this.#paragraphs.join('\n');
  }
}
