// The number that a program wrote beside the text it shows: Excel (x:num), LibreOffice (sdval), SheetJS (data-v).
import { classifyFormat, paddedBeside } from '../../formats.ts';
import type { NumberFormat } from '../../sheet.ts';
import { isErrorText } from '../error-text.ts';
import type { HtmlAttributes } from './tokens.ts';

export interface HtmlNumber {
  readonly raw: string;
  readonly format: NumberFormat;
  /** What is shown, where that is the number padded. */
  readonly shows?: string;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

const numberOr = (raw: string, format: NumberFormat): HtmlNumber | null => (NUMBER.test(raw) ? { raw, format } : null);

/** Excel keeps the format in a style sheet, so only what is shown as a number or a percentage is taken for one. */
function byExcel(value: string, shown: string): HtmlNumber | null {
  const text = shown.replace(/[,\s]/g, '');
  const raw = value === '' ? text : value;
  if (/^#+$/.test(text) || NUMBER.test(text)) return numberOr(raw, 'plain');
  return value !== '' && /^[+-]?[\d.]+%$/.test(text) ? numberOr(raw, 'percent') : null;
}

/** Null where there is none, or where a word or an error is shown; the text counts then. */
export function numberBeside(attributes: HtmlAttributes, shown: string): HtmlNumber | null {
  const number = numberIn(attributes, shown);
  const shows = number?.format === 'plain' ? paddedBeside(shown, number.raw) : null;
  return number && shows !== null ? { ...number, shows } : number;
}

function numberIn(attributes: HtmlAttributes, shown: string): HtmlNumber | null {
  if (!/\d|^#+$/.test(shown) || isErrorText(shown)) return null;
  const excel = attributes.get('x:num');
  if (excel !== undefined) return byExcel(excel.trim(), shown);
  const office = attributes.get('sdval');
  if (office !== undefined) {
    const code = (attributes.get('sdnum') ?? '').split(';').slice(2).join(';');
    return numberOr(office.trim(), classifyFormat(code));
  }
  if (attributes.get('data-t') !== 'n') return null;
  return numberOr((attributes.get('data-v') ?? '').trim(), classifyFormat(attributes.get('data-z') ?? ''));
}
