// 结果校验码 (spec 11): what the signed paper holds of a month's inputs, scheme and results, short enough to be typed.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const [CHARACTERS, BITS] = [16, 5];

/** Of a record's seal (hex): its first 80 bits in base 32 without I, L, O, U, in groups of four. */
export function checkCode(seal: string): string {
  const value = BigInt(`0x${seal.slice(0, (CHARACTERS * BITS) / 4)}`);
  const digits = Array.from({ length: CHARACTERS }, (_, index) => {
    const shift = BigInt((CHARACTERS - 1 - index) * BITS);
    return DIGITS[Number((value >> shift) & 31n)] as string;
  });
  return (digits.join('').match(/.{4}/g) ?? []).join('-');
}

/** As somebody types it off the paper: case, separators and look-alikes do not matter. Null: it cannot be one. */
export function typedCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  const isCode = plain.length === CHARACTERS && [...plain].every((digit) => DIGITS.includes(digit));
  return isCode ? (plain.match(/.{4}/g) ?? []).join('-') : null;
}
