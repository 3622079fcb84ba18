// Values of a million rows in little memory: whole numbers in typed arrays, other values as indexes into the distinct ones.

type Codes = Uint8Array | Uint16Array | Uint32Array;

const FIRST_CAPACITY = 64;
/** Above as many distinct values a column may cost more than it saves. */
const MANY_VALUES = 65_536;

/** A longer array of the same kind with the same content. */
function grown<A extends Codes | Float64Array>(array: A, capacity: number): A {
  const longer = new (array.constructor as new (length: number) => A)(capacity);
  longer.set(array);
  return longer;
}

/** A list of numbers of one kind, such as whole ones from 0 to 2³²−1 in a Uint32Array. */
export class Numbers implements Iterable<number> {
  #values: Uint8Array | Uint32Array | Float64Array;
  #length = 0;

  constructor(kind: new (length: number) => Uint8Array | Uint32Array | Float64Array) {
    this.#values = new kind(FIRST_CAPACITY);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    this.set(this.#length, value);
  }

  /** Sets a number in the list or behind its end; those skipped are 0. */
  set(index: number, value: number): void {
    if (index >= this.#values.length) this.#values = grown(this.#values, Math.max(index + 1, this.#values.length * 2));
    if (index >= this.#length) this.#length = index + 1;
    this.#values[index] = value;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let index = 0; index < this.#length; index++) yield this.at(index);
  }
}

/**
 * One value a row. Equal values, and the same object, are kept once; where nearly every row has a value of its own they
 * are kept as they are.
 */
export class Column<T> {
  /** The distinct values; the rows' values themselves where `#codes` is null. */
  #values: T[] = [];
  #codes: Codes | null = new Uint8Array(FIRST_CAPACITY);
  #capacity = FIRST_CAPACITY;
  /** The highest code that `#codes` can hold. */
  #highest = 0xff;
  readonly #codeOf = new Map<T, number>();
  /** The code last written: many columns say the same row after row. */
  #last = 0;
  #length = 0;

  push(value: T): void {
    this.set(this.#length++, value);
    if (this.#codes !== null && this.#values.length > MANY_VALUES && this.#values.length * 2 > this.#length)
      this.#unpack();
  }

  at(index: number): T {
    return (this.#codes === null ? this.#values[index] : this.#values[this.#codes[index] ?? 0]) as T;
  }

  set(index: number, value: T): void {
    if (this.#codes === null) this.#values[index] = value;
    else {
      if (this.#values.length === 0 || this.#values[this.#last] !== value) {
        this.#last = this.#codeOf.get(value) ?? this.#learn(value);
      }
      this.#write(index, this.#last);
    }
  }

  /** Replaces every value by another; equal values by the same one. */
  replace(other: (value: T) => T): void {
    this.#values = this.#values.map(other);
    this.#codeOf.clear();
    if (this.#codes !== null) for (const [code, value] of this.#values.entries()) this.#codeOf.set(value, code);
  }

  #learn(value: T): number {
    const code = this.#values.length;
    this.#values.push(value);
    this.#codeOf.set(value, code);
    return code;
  }

  #write(index: number, code: number): void {
    // Codes that were never written are 0: a column that says the same in every row costs nothing.
    if (code === 0 && index >= this.#capacity) return;
    if (code > this.#highest || index >= this.#capacity) this.#makeRoom(index, code);
    (this.#codes as Codes)[index] = code;
  }

  #makeRoom(index: number, code: number): void {
    let codes = this.#codes as Codes;
    if (code > 0xffff && !(codes instanceof Uint32Array)) codes = Uint32Array.from(codes);
    else if (code > 0xff && codes instanceof Uint8Array) codes = Uint16Array.from(codes);
    if (index >= codes.length) codes = grown(codes, Math.max(index + 1, codes.length * 2));
    this.#codes = codes;
    this.#capacity = codes.length;
    this.#highest = 2 ** (8 * codes.BYTES_PER_ELEMENT) - 1;
  }

  #unpack(): void {
    const rows: T[] = [];
    for (let index = 0; index < this.#length; index++) rows.push(this.at(index));
    this.#values = rows;
    this.#codes = null;
    this.#codeOf.clear();
  }
}
