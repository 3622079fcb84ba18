// Which digests occur more than once: a hash table in typed arrays, for a million rows without a key a row.

const NONE = 0xffffffff;

/** The indexes of items with equal digests, a list each, in order of first appearance. */
export function repeated(length: number, digestAt: (index: number) => number): number[][] {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, length * 2)));
  const slots = new Uint32Array(size).fill(NONE);
  const groups = new Map<number, number[]>();
  for (let index = 0; index < length; index++) {
    const digest = digestAt(index);
    let slot = digest % size;
    while (slots[slot] !== NONE && digestAt(slots[slot] as number) !== digest) slot = (slot + 1) % size;
    const first = slots[slot] as number;
    if (first === NONE) {
      slots[slot] = index;
      continue;
    }
    const group = groups.get(first);
    if (group) group.push(index);
    else groups.set(first, [first, index]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}
