// Digests: equal texts and values have equal digests, different ones almost never.

/** Of a text, 53 bits (cyrb53). */
export function digestOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

const mixed = (digest: number, word: number): number => Math.imul((digest ^ word) + (digest << 5), 2654435761);

/** Of an object's values after what gave `digest`, 32 bits; `except` names a property that does not count. */
export function digestOfValues(object: object, except: string, digest: number): number {
  let sum = digest;
  for (const name in object) {
    if (name === except) continue;
    const value = object[name as keyof typeof object] as unknown;
    if (typeof value === 'number') sum = mixed(sum, value | 0);
    else if (typeof value === 'bigint') sum = mixed(sum, Number(BigInt.asIntN(32, value)));
    else if (typeof value === 'object' && value !== null) sum = digestOfValues(value, except, sum);
    else {
      const text = String(value);
      for (let index = 0; index < text.length; index++) sum = mixed(sum, text.charCodeAt(index));
    }
  }
  return sum;
}
