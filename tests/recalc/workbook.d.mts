export interface ReadCell {
  readonly formula: string | null;
  readonly value: string | number | boolean | null;
}
export const cellsOf: (bytes: Uint8Array) => ReadonlyMap<string, ReadCell>;
export const withoutCache: (bytes: Uint8Array) => Uint8Array;
export const withNumber: (bytes: Uint8Array, sheet: string, address: string, value: string) => Uint8Array;
