/** Table → rows, each by the names of its columns; a text such as 2021-07-05 09:30 below a date is a date. */
export const MONTH: Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;
export const PERIOD: string;
/** The problems that the month has by its nature, by code. */
export const EXPECTED: readonly string[];
