// Headings (列名): compared after NFKC without spaces, a unit in parentheses apart.
import { compact } from './values/text.ts';

export interface Heading {
  /** As it stands in the sheet, tidied. */
  readonly shown: string;
  /** What is compared with the aliases. */
  readonly whole: string;
  /** Without the last parentheses; equal to `whole` when there are none. */
  readonly base: string;
  readonly unit: string | null;
}

export const normalHeading = (text: string): string =>
  compact(text)
    .replace(/^\*+|[*:]+$/g, '')
    .toUpperCase();

/** `在线时长（分钟）` → base 在线时长, unit 分钟. */
export function parseHeading(text: string): Heading {
  const shown = compact(text);
  const whole = normalHeading(text);
  const match = /^(.+?)[([【]([^()[\]【】]*)[)\]】]$/.exec(whole);
  if (!match) return { shown, whole, base: whole, unit: null };
  return { shown, whole, base: (match[1] as string).replace(/\*+$/, ''), unit: (match[2] as string).toLowerCase() };
}
