// From where on something is listed as 异常线索. No parameters of the scheme: a clue moves no money, and an office that
// could set them could set them so that nothing of it is listed.

/** Of last month's total, at least. */
export const JUMP_PERCENT = 30;
/** Reports of one person within so many seconds, both ends included. */
export const BURST_REPORTS = 5;
export const BURST_SECONDS = 60;
/** Recorded days in a row. */
export const EQUAL_DAYS = 3;
/** A shorter content (正常) tells nothing. */
export const CONTENT_CHARACTERS = 6;
export const DAY_SECONDS = 86_400;

/** How much a sentence names before it counts. */
export const LISTED = 12;
export const EXCERPT_CHARACTERS = 30;
