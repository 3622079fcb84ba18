// Money is an integer number of fen; yuan exist only as text and at the edges.
import { decimalText, type Fraction, fraction, mul } from './fraction.ts';

/** An integer number of fen (0.01 yuan). */
export type Fen = number & { readonly __brand: 'Fen' };

export const fen = (value: number): Fen => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a number of fen: ${value}`);
  return (value === 0 ? 0 : value) as Fen;
};

export const addFen = (...amounts: readonly Fen[]): Fen => fen(amounts.reduce((total, amount) => total + amount, 0));

const HUNDRED = fraction(100);

/** Whether an exact number of yuan has no parts of a fen. */
export const isWholeFen = (yuan: Fraction): boolean => 100n % yuan.d === 0n;

/** Yuan as an exact number to fen. Throws a RangeError when it is not a whole number of fen. */
export function fenOfYuan(yuan: Fraction): Fen {
  const value = mul(yuan, HUNDRED);
  if (value.d !== 1n) throw new RangeError(`not a whole number of fen: ${value.n}/${value.d}`);
  return fen(Number(value.n));
}

export const yuanOf = (amount: Fen): Fraction => fraction(amount, 100);

/** `725.00` */
export const yuanText = (amount: Fen): string => decimalText(yuanOf(amount), 2);

/** The JSON number of yuan: at most two decimals. */
export const yuanNumber = (amount: Fen): number => amount / 100;
