// Exact rational numbers on BigInt: shares, rates, scores, and every amount before it is rounded.

/** A rational number in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** n ÷ d in lowest terms. Throws a RangeError when d is 0. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [num, den] = [BigInt(n), BigInt(d)];
  if (den === 0n) throw new RangeError('division by zero');
  const sign = den < 0n ? -1n : 1n;
  const g = gcd(num, den) || 1n;
  return { n: (sign * num) / g, d: (sign * den) / g };
}

export const ZERO = fraction(0);
export const ONE = fraction(1);
/** Per cent of a rate of 1. */
export const HUNDRED = fraction(100);

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const sub = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const mul = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const div = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const sum = (all: Iterable<Fraction>): Fraction => [...all].reduce(add, ZERO);

/** −1, 0 or 1. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const isZero = (a: Fraction): boolean => a.n === 0n;
export const minOf = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const maxOf = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

const floorDiv = (n: bigint, d: bigint): bigint => (n >= 0n || n % d === 0n ? n / d : n / d - 1n);

export const ceil = (a: Fraction): bigint => -floorDiv(-a.n, a.d);

/** The nearest integer, halves towards plus infinity (四舍五入 for amounts, which are never negative here). */
export const roundHalfUp = (a: Fraction): bigint => floorDiv(2n * a.n + a.d, 2n * a.d);

/** Rounds half up to `places` decimals. */
export const roundTo = (a: Fraction, places: number): Fraction => {
  const scale = 10n ** BigInt(places);
  return fraction(roundHalfUp(mul(a, fraction(scale))), scale);
};

/** Reads `12`, `-0.5`, `1.2E-3` or `19/22`; null for anything else. */
export function parseFraction(text: string): Fraction | null {
  const ratio = /^(-?\d+)\/([1-9]\d*)$/.exec(text);
  if (ratio) return fraction(BigInt(ratio[1] as string), BigInt(ratio[2] as string));
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', decimals = '', exponent = '0'] = match;
  if (whole === '' && decimals === '') return null;
  const digits = BigInt(`${whole}${decimals}`) * (sign === '-' ? -1n : 1n);
  const power = Number(exponent) - decimals.length;
  return power >= 0 ? fraction(digits * 10n ** BigInt(power)) : fraction(digits, 10n ** BigInt(-power));
}

/** `19/22`, `1/1`: the text of shares in every output. */
export const ratioText = (a: Fraction): string => `${a.n}/${a.d}`;

/** Text that `parseFraction` reads back: an integer, else a ratio. */
export const exactText = (a: Fraction): string => (a.d === 1n ? `${a.n}` : ratioText(a));

/** Decimal text with exactly `places` decimals, rounded half up. */
export function decimalText(a: Fraction, places: number): string {
  const scaled = roundHalfUp(mul(a, fraction(10n ** BigInt(places))));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const body = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return scaled < 0n ? `-${body}` : body;
}

/** Shortest decimal text when the number is a finite decimal of at most six places (`97.5`), else the ratio. */
export function plainText(a: Fraction): string {
  for (let places = 0; places <= 6; places++) {
    if ((a.n * 10n ** BigInt(places)) % a.d === 0n) return decimalText(a, places);
  }
  return ratioText(a);
}
