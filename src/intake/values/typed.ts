// What a person typed into a text cell (手工录入的文本), before it is read as a figure, a date or a code.
import { tidy } from './text.ts';

/** Signs put in front of a number to keep it text. */
const TEXT_MARK = /^['`\u2018\u2019\u00b4]+\s*/;
/** Digits set as notes: NFKC would glue the note of `3.2¹` to the figure. */
const NOTE_DIGITS = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/;

/** `tidy` without a leading apostrophe. */
export const typedText = (text: string): string => tidy(text).replace(TEXT_MARK, '');

/** The text a date is read from; empty where small or circled digits stand beside others. */
export const dateText = (text: string): string => (NOTE_DIGITS.test(text) ? '' : typedText(text));

/** The text a figure is read from; empty, so that nothing is read, where small or circled digits stand beside others. */
export const figureText = (text: string): string =>
  // Spaces between two digits stay: 3 200 may be a number, 1 2 is none.
  NOTE_DIGITS.test(text) ? '' : typedText(text).replace(/(?<!\d)\s+|\s+(?!\d)/g, '');
