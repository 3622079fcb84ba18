// The records of a zip: how each begins, and how long it is without its names.
export const LOCAL = 0x04034b50;
export const LOCAL_SIZE = 30;
export const CENTRAL = 0x02014b50;
export const CENTRAL_SIZE = 46;
export const END = 0x06054b50;
export const END_SIZE = 22;

/** Methods of packing. */
export const STORED = 0;
export const DEFLATED = 8;
