// The bounds on what a file may ask for. Beyond them a file is `tooLarge`, however small its own bytes are.

const MIB = 1024 * 1024;

/** Inflated bytes of one sheet, of the shared strings, of any other part, and of all parts that are read. */
export const MAX_SHEET_BYTES = 1024 * MIB;
export const MAX_STRINGS_BYTES = 256 * MIB;
export const MAX_PART_BYTES = 64 * MIB;
export const MAX_TOTAL_BYTES = 2048 * MIB;

export const MAX_ENTRIES = 10_000;
export const MAX_SHARED_STRINGS = 16_000_000;
export const MAX_MERGES = 1_000_000;

/** The grid of a worksheet. A CSV file may have more rows, not more columns. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Excel allows 32,767 characters a cell; other programs write more. */
export const MAX_CELL_CHARS = 8 * 32_767;

/** Characters of XML between two tags, and depth of nesting. */
export const MAX_TOKEN_CHARS = 16 * MIB;
export const MAX_DEPTH = 256;

/**
 * How many rows a batch holds at most; wide rows make smaller batches. Larger ones are slower: the garbage collector
 * copies what is alive while a batch fills.
 */
export const BATCH_ROWS = 250;
export const BATCH_CELLS = 50_000;
