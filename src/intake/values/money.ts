// Yuan as whole fen (金额).
import { fraction, mul } from '../../model/fraction.ts';
import { type Fen, fen } from '../../model/money.ts';
import { type Fault, fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText } from './number.ts';
import { shownText } from './text.ts';
import { figureText } from './typed.ts';

const FEN_OF_UNIT = new Map([
  ['元', 100],
  ['人民币', 100],
  ['万元', 1_000_000],
]);
const LIMIT = 1_000_000_000_00n;

/** Fen, negative allowed; parts of a fen are an error. A unit in the heading (元, 万元) is obeyed, another is unknown. */
export const money: Parser<Fen> = (cell, column): Fen | Fault => {
  const found = shownText(cell);
  const unreadable = fault('moneyUnreadable', { heading: column.heading, found });
  if (cell.kind === 'boolean') return unreadable;
  const typed = cell.kind === 'text' ? figureText(cell.text) : '';
  const spelled = typed.endsWith('元');
  const plain = cell.kind === 'number' && cell.format === 'plain';
  const value =
    cell.kind === 'text'
      ? numberOfText(typed.replace(/元$/, '').replace(/^([+-]?)[¥￥]/, '$1'))
      : plain
        ? numberOfCell(cell.raw)
        : null;
  const unit = spelled || column.unit === null ? 100 : FEN_OF_UNIT.get(column.unit);
  if (!value || unit === undefined) return unreadable;
  const amount = mul(value, fraction(unit));
  if (amount.d !== 1n) return fault('moneyPartsOfFen', { heading: column.heading, found });
  return amount.n > LIMIT || amount.n < -LIMIT ? unreadable : fen(Number(amount.n));
};
