// Yuan as whole fen (金额).
import { decimalText, fraction, mul } from '../../model/fraction.ts';
import { type Fen, fen } from '../../model/money.ts';
import { type Fault, fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText } from './number.ts';
import { compact, shownText } from './text.ts';
import { figureText } from './typed.ts';

/** Units of money → fen. */
export const MONEY_UNITS: ReadonlyMap<string, number> = new Map([
  ['元', 100],
  ['百元', 10_000],
  ['千元', 100_000],
  ['万元', 1_000_000],
  ['角', 10],
  ['分', 1],
]);
const unitOf = (unit: string): number | undefined => MONEY_UNITS.get(unit === '人民币' ? '元' : unit);
/** `150元`, `1.5百元` */
const SPELLED = /^(.*\d)(元|百元|千元|万元|角|分)$/;
const LIMIT = 1_000_000_000_00n;

/** A unit of money, in the words of a column 单位; null for anything else. */
export const moneyUnitWord: Parser<string | null> = (cell) => {
  const found = compact(shownText(cell));
  return unitOf(found) === undefined ? null : found;
};

/** Fen, negative allowed; parts of a fen are an error. A unit of money in the heading is obeyed, another is unknown. */
export const money: Parser<Fen> = (cell, column): Fen | Fault => {
  const found = shownText(cell);
  const unreadable = fault('moneyUnreadable', { heading: column.heading, found });
  if (cell.kind === 'boolean') return unreadable;
  const typed = cell.kind === 'text' ? figureText(cell.text) : '';
  const [, figure = typed, spelled] = SPELLED.exec(typed) ?? [];
  const plain = cell.kind === 'number' && cell.format === 'plain';
  const value =
    cell.kind === 'text' ? numberOfText(figure.replace(/^([+-]?)[¥￥]/, '$1')) : plain ? numberOfCell(cell.raw) : null;
  const unit = unitOf(spelled ?? column.unit ?? '元');
  if (!value || unit === undefined) return unreadable;
  const amount = mul(value, fraction(unit));
  if (amount.d !== 1n) {
    const rounded = decimalText(mul(value, fraction(unit, 100)), 2);
    const shown = cell.kind === 'text' ? found : decimalText(value, 4);
    return fault('moneyPartsOfFen', { heading: column.heading, found: shown, rounded });
  }
  return amount.n > LIMIT || amount.n < -LIMIT ? unreadable : fen(Number(amount.n));
};
