/** Exact fractions, always in lowest terms with a positive denominator. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  let top = BigInt(n);
  let bottom = BigInt(d);
  if (bottom === 0n) throw new Error('division by zero');
  if (bottom < 0n) {
    top = -top;
    bottom = -bottom;
  }
  const common = gcd(top < 0n ? -top : top, bottom);
  return { n: top / common, d: bottom / common };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as a is below, at or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Decimal text such as `-12.5`. */
export function decimal(text: string): Fraction {
  const negative = text.startsWith('-');
  const [whole, digits = ''] = (negative ? text.slice(1) : text).split('.');
  const value = fraction(BigInt(`${whole}${digits}`), 10n ** BigInt(digits.length));
  return negative ? { n: -value.n, d: value.d } : value;
}

/** The nearest whole number, halves up. Not for negative values. */
export function roundHalfUp(a: Fraction): number {
  return Number((2n * a.n + a.d) / (2n * a.d));
}

/** The smallest whole number not below a. Not for negative values. */
export function ceiling(a: Fraction): number {
  return Number((a.n + a.d - 1n) / a.d);
}
