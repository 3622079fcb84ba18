// Pages of a fixed scale with breaks of our own: Excel ignores manual breaks where a sheet is fitted to the page's width.

export const A4 = 9;
/** In inches. */
export const MARGINS = { left: 0.45, right: 0.45, top: 0.55, bottom: 0.65, header: 0.3, footer: 0.3 } as const;

const INCH = 72;
const [SHORT, LONG] = [(210 / 25.4) * INCH, (297 / 25.4) * INCH];
/** Of a column's unit, in points, by the widest of the fonts that stand in for the body's where it is not installed. */
const CHARACTER = 6.4;
/** Programs round each row's height to pixels of the screen or the printer. */
const SURE = 0.96;

/** Whole per cent at which columns of so many half-width characters fit the width of A4. */
export function scaleFor(characters: number, landscape: boolean): number {
  const printable = (landscape ? LONG : SHORT) - (MARGINS.left + MARGINS.right) * INCH;
  return Math.max(10, Math.min(100, Math.floor((100 * printable) / (characters * CHARACTER))));
}

/** The height of rows, in points, that a page of A4 holds at a scale. */
export const pageHeight = (scale: number, landscape: boolean): number =>
  (((landscape ? SHORT : LONG) - (MARGINS.top + MARGINS.bottom) * INCH) * SURE * 100) / scale;

/**
 * The rows (1-based) after which a page ends. A block begins on a new page where it does not fit the rest of this one, or
 * always; one higher than a page goes on from page to page.
 */
export function breaksOf(
  blocks: readonly (readonly number[])[],
  height: number,
  pages: 'oneEach' | 'packed',
): readonly number[] {
  const breaks: number[] = [];
  let [row, used] = [0, 0];
  const begin = () => {
    if (used > 0) breaks.push(row);
    used = 0;
  };
  for (const heights of blocks) {
    const needed = heights.reduce((sum, one) => sum + one, 0);
    if (pages === 'oneEach' || used + needed > height) begin();
    for (const one of heights) {
      if (used + one > height) begin();
      row += 1;
      used += one;
    }
  }
  return breaks;
}
