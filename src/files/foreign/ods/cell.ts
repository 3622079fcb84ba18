// The value of an OpenDocument cell, by its attributes and the text it shows.
import { paddedBeside } from '../../formats.ts';
import { isoSerial } from '../../iso.ts';
import type { Cell, NumberFormat } from '../../sheet.ts';
import type { Attributes } from '../../xml.ts';
import { isErrorText } from '../error-text.ts';
import { textCell } from '../held.ts';
import { attribute } from '../xml-bytes.ts';

/** What the attributes of a cell say. */
export interface OdsValue {
  readonly type: string | undefined;
  /** The value in the attribute that belongs to the type. */
  readonly value: string;
  readonly formula: boolean;
  readonly error: boolean;
}

export interface OdsCell extends OdsValue {
  readonly column: number;
  /** Null where there is no text at all. */
  readonly text: string | null;
  /** What its style makes of a number. */
  readonly format: NumberFormat;
}

const VALUES: Readonly<Record<string, string>> = {
  date: 'date-value',
  time: 'time-value',
  boolean: 'boolean-value',
  string: 'string-value',
};

export function odsValue(attributes: Attributes): OdsValue {
  // LibreOffice writes `calcext:value-type` beside it.
  const type = attributes.get('office:value-type') ?? attribute(attributes, 'value-type');
  return {
    type,
    value: attribute(attributes, VALUES[type ?? ''] ?? 'value') ?? '',
    formula: attribute(attributes, 'formula') !== undefined,
    error: attributes.get('calcext:value-type') === 'error',
  };
}

const DURATION = /^(-)?P(?=[\dT])(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,9})\d*)?S)?)?$/;
const DAY_NS = 86_400_000_000_000n;
const DIGITS = 18;

/** `PT4H30M00S` as a number of days, exact to the nanosecond; null where it is no such duration. */
export function daysOf(duration: string): string | null {
  const match = DURATION.exec(duration);
  if (!match) return null;
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const scaled =
    ((whole * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'))) * 10n ** BigInt(DIGITS) + DAY_NS / 2n) / DAY_NS;
  const digits = scaled.toString().padStart(DIGITS + 1, '0');
  return `${sign}${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS)}`.replace(/\.?0+$/, '');
}

function dateCell({ column, value, text, format }: OdsCell, sheet: string): Cell | null {
  const serial = isoSerial(format === 'time' ? value.replace(/^1899-12-30T/, '') : value);
  return serial ? { column, kind: 'number', ...serial } : textCell(column, text ?? value, sheet);
}

function timeCell({ column, value, text }: OdsCell, sheet: string): Cell | null {
  const raw = daysOf(value);
  return raw === null ? textCell(column, text ?? value, sheet) : { column, kind: 'number', raw, format: 'time' };
}

function numberCell({ column, type, value, text, format }: OdsCell, sheet: string): Cell | null {
  const raw = value.trim();
  if (raw === '') return textCell(column, text ?? '', sheet);
  const cell = { column, kind: 'number', raw, format: type === 'percentage' ? 'percent' : format } as const;
  const shows = cell.format === 'plain' && text !== null ? paddedBeside(text, raw) : null;
  return shows === null ? cell : { ...cell, shows };
}

function stringCell({ column, value, text, formula, error }: OdsCell, sheet: string): Cell | null {
  if (error || (formula && isErrorText(text ?? ''))) return { column, kind: 'error', text: text || '#VALUE!' };
  return textCell(column, text ?? value, sheet);
}

export function odsCell(cell: OdsCell, sheet: string): Cell | null {
  const { column, type, value, text, formula } = cell;
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numberCell(cell, sheet);
    case 'date':
      return dateCell(cell, sheet);
    case 'time':
      return timeCell(cell, sheet);
    case 'boolean':
      return { column, kind: 'boolean', value: value === 'true' || value === '1' };
  }
  if (type === undefined && text === null) return formula ? { column, kind: 'pending' } : null;
  return stringCell(cell, sheet);
}
