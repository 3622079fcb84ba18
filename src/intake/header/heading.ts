// Headings (列名): compared after NFKC without spaces, stars and colons; units and notes behind them apart.
import { compact } from '../values/text.ts';
import { unitIn } from './heading-units.ts';

export interface Heading {
  /** As it stands in the sheet, tidied. */
  readonly shown: string;
  /** The whole of it, as compared with the aliases. */
  readonly whole: string;
  /** Without the notes and units behind it; equal to `whole` when there are none. */
  readonly base: string;
  readonly unit: string | null;
  /** From `whole` to `base`, one note or unit less each: 村（社区）（必填）, 村（社区）, 村. */
  readonly forms: readonly HeadingForm[];
}

export interface HeadingForm {
  readonly name: string;
  /** The unit behind the name; null when there is none, or it is part of the name. */
  readonly unit: string | null;
}

/** Small and circled digits are marks of footnotes; NFKC would make them part of the name. */
const NOTE_DIGITS = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/g;
const MARKS_BEFORE = /^[*★☆▲△●○◆◇■□▼▽※#^·、.]+/;
const MARKS_BEHIND = /[*★☆▲△●○◆◇■□▼▽※#^·、.:;,?!。/|_-]+$/;
const IN_BRACKETS = /^(.+?)[([{【〔「<《]([^()[\]{}【】〔〕「」<>《》]*)[)\]}】〕」>》]$/;
const BEHIND_A_SIGN = /^(.+?)(?:[/:,;|_-](?:单位:?)?|单位:?)([^/:,;|_-]+)$/;
const BEHIND_THE_NAME = /^(.+?)(KM|公里|千米|小时|分钟|MIN|%)$/;

const withoutMarks = (text: string): string => text.replace(MARKS_BEFORE, '').replace(MARKS_BEHIND, '');

export const normalHeading = (text: string): string =>
  withoutMarks(compact(text.replace(NOTE_DIGITS, '')).toUpperCase());

/** The form without what stands last in brackets, or without a unit behind a sign or right behind the name. */
function shorter({ name, unit }: HeadingForm): HeadingForm | null {
  const bracketed = IN_BRACKETS.exec(name);
  if (bracketed) return { name: withoutMarks(bracketed[1] as string), unit: unitIn(bracketed[2] as string) ?? unit };
  const match = BEHIND_A_SIGN.exec(name) ?? BEHIND_THE_NAME.exec(name);
  const found = match && unitIn(match[2] as string);
  return found ? { name: withoutMarks((match as RegExpExecArray)[1] as string), unit: unit ?? found } : null;
}

/** `在线时长（分钟）*` → base 在线时长, unit 分钟; a note in brackets is no unit. */
export function parseHeading(text: string): Heading {
  const whole = normalHeading(text);
  const forms: HeadingForm[] = [{ name: whole, unit: null }];
  for (let next = shorter(forms[0] as HeadingForm); next && next.name !== ''; next = shorter(next)) forms.push(next);
  const { name: base, unit } = forms.at(-1) as HeadingForm;
  return { shown: compact(text), whole, base, unit, forms };
}

/** The first form that `find` knows. */
export function matchHeading<T>(
  heading: Heading,
  find: (name: string) => T | undefined,
): (HeadingForm & { readonly found: T }) | null {
  for (const form of heading.forms) {
    const found = find(form.name);
    if (found !== undefined) return { ...form, found };
  }
  return null;
}
