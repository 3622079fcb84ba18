// What a number format makes of a number: a date, a time, a per cent, or just a number.
import type { NumberFormat } from './sheet.ts';

export type FormatClass = Exclude<NumberFormat, 'date1904'>;

/**
 * The formats without a code in the file. 27-36 and 50-58 are the Chinese ones; 32-35, 55 and 56 are times of day
 * (h时mm分) in the list for zh-CN.
 */
const BUILT_IN: readonly (readonly [from: number, to: number, format: FormatClass])[] = [
  [9, 10, 'percent'],
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

export function builtInFormat(id: number): FormatClass {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'plain';
}

/** Literals: "quoted", \escaped (and ! as Chinese Excel writes it), _ and * with the character they take. */
const LITERAL = /"[^"]*(?:"|$)|[\\!_*].?/gsu;
const ELAPSED = /\[(?:h+|m+|s+)\]/iu;
const BRACKETS = /\[[^\]]*(?:\]|$)/gu;
const GENERAL = /general|g\/[^0#?;]*/giu;

export function classifyFormat(code: string): FormatClass {
  const [first = ''] = code.replace(LITERAL, '').split(';', 1);
  const letters = first.replace(BRACKETS, '').replace(GENERAL, '');
  // An `e` before a sign is an exponent, else the year of an era; three and more `m` or `a` name a month or a weekday.
  if (/[yd]|e(?![+-])|m{3}|a{3}/iu.test(letters)) return 'date';
  if (ELAPSED.test(first) || /[hs]/iu.test(letters)) return 'time';
  if (/m/iu.test(letters)) return 'date';
  return letters.includes('%') ? 'percent' : 'plain';
}

/** What stands for itself in a format: "quoted", \escaped or !escaped, and signs that need neither. */
const STANDS = /"([^"]*)"|[\\!](.)|([-+/():^&'~{}<>= ]|\p{Script=Han})/gu;
const MOST_ZEROS = 30;

/** A format that pads whole numbers with zeros, or puts words around them (`000`, `"W"000`); null for any other. */
export function paddingFormat(code: string): string | null {
  const [section = ''] = code.split(';', 1);
  const plain = section.replace(BRACKETS, '');
  const rest = plain.replace(STANDS, '');
  if (!/^0+$/.test(rest) || rest.length > MOST_ZEROS) return null;
  return plain === '0' ? null : plain;
}

/** What a whole number shows under a padding format; null for a number that is none. */
export function paddedText(format: string, raw: string): string | null {
  if (!/^\d{1,15}(?:\.0+)?$/.test(raw)) return null;
  const digits = raw.replace(/\.0+$/, '');
  const tokens = [...format.matchAll(/"([^"]*)"|[\\!](.)|(0)|(.)/gu)];
  const zeros = tokens.filter(([, , , zero]) => zero !== undefined).length;
  const padded = digits.padStart(zeros, '0');
  // The first zero takes what is longer than the format.
  let at = 0;
  let shown = '';
  for (const [, quoted, escaped, zero, other] of tokens) {
    if (zero === undefined) {
      shown += quoted ?? escaped ?? other ?? '';
      continue;
    }
    const end = at === 0 ? padded.length - zeros + 1 : at + 1;
    shown += padded.slice(at, end);
    at = end;
  }
  return shown;
}

/** What a cell shows beside its number, where that is the number padded or with words around it; null where it is not. */
export function paddedBeside(text: string, raw: string): string | null {
  const shown = text.trim();
  const digits = shown.replace(/\D/g, '');
  const isNumber = /^\d{1,15}$/.test(raw) && digits.replace(/^0+(?=\d)/, '') === raw;
  return isNumber && shown !== raw && !/[.,，%¥￥$]/.test(shown) ? shown : null;
}
