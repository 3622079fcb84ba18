// How wide text is in a column, in half-width characters, and how many lines it takes: neither Excel nor LibreOffice
// fits widths and heights on loading.

const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) >= 0x2000 || '×÷°±·'.includes(character);

const characterWidth = (character: string): number => (isWide(character) ? 2 : 1);

/** Of the longest line. */
export const textWidth = (text: string): number =>
  Math.max(...text.split('\n').map((line) => [...line].reduce((width, one) => width + characterWidth(one), 0)));

/** What stays together on a line: one wide character, or a run of narrow ones up to and with the spaces behind it. */
const PIECES = /[^\s\u2000-\u{10ffff}]+\s*|\s+|./gu;

function linesOfParagraph(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of text.matchAll(PIECES)) {
    const length = textWidth(piece);
    if (used + length <= width) {
      used += length;
      continue;
    }
    // A run longer than a line is broken where the line ends.
    const pushed = used === 0 ? length : length + width;
    lines += Math.ceil(pushed / width) - 1;
    used = length % width || Math.min(length, width);
  }
  return lines;
}

/** Lines that a text takes when wrapped at `width`. */
export const lineCount = (text: string, width: number): number =>
  text.split('\n').reduce((lines, paragraph) => lines + linesOfParagraph(paragraph, Math.max(2, width)), 0);
