// The bounds on what a file may ask for. Beyond them a file is `tooLarge`, however small its own bytes are.

const MIB = 1024 * 1024;

/** Inflated bytes of one sheet whose rows may be out of order, and of any other one. */
export const MAX_SORTED_BYTES = 4 * MIB;
export const MAX_SHEET_BYTES = 1024 * MIB;
/** Of the shared strings, of any other part, and of all parts that are read. */
export const MAX_STRINGS_BYTES = 256 * MIB;
export const MAX_PART_BYTES = 64 * MIB;
export const MAX_TOTAL_BYTES = 2048 * MIB;

/** Bytes that may stand before a zip file: a byte-order mark, blank lines. */
export const MAX_PREFIX = 16;
export const MAX_ENTRIES = 50_000;
export const MAX_SHARED_STRINGS = 16_000_000;
export const MAX_MERGES = 1_000_000;

/** Of a CSV file, which may have more rows than a worksheet, not more columns. */
export const MAX_CSV_ROWS = 8_000_000;
export const MAX_CSV_FIELDS = 24_000_000;

/** The grid of a worksheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Excel allows 32,767 characters a cell; other programs write more. */
export const MAX_CELL_CHARS = 8 * 32_767;

/** Of files that are not streamed: their bytes, inflated where they are packed, and the cells that they hold. */
export const MAX_FOREIGN_BYTES = 256 * MIB;
export const MAX_HELD_CELLS = 4_000_000;

/** Characters of XML in one tag and between two tags, and depth of nesting. */
export const MAX_TAG_CHARS = 2 * MIB;
export const MAX_TOKEN_CHARS = 16 * MIB;
export const MAX_DEPTH = 256;

/**
 * How many rows a batch holds at most; wide rows make smaller batches. Larger ones are slower: the garbage collector
 * copies what is alive while a batch fills.
 */
export const BATCH_ROWS = 250;
export const BATCH_CELLS = 50_000;
