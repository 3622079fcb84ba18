// How a text file separates its fields: by what its first line says, else judged by its first lines.

const CANDIDATES: readonly string[] = [',', '\t', ';'];
const LINES = 20;
const SEP_LINE = /^\ufeff*"?sep=(.)"?(?:\r\n|\n|\r)/i;

export interface Dialect {
  readonly delimiter: string;
  /** The most frequent number of fields in a line. */
  readonly fields: number;
  /** The first line is `sep=;`, for Excel, and no row. */
  readonly declared: boolean;
}

/** The lines that are not blank, without what stands between quotes. */
function bareLines(text: string): string[] {
  const bare = text.replace(/"[^"]*(?:"|$)/g, '""');
  return bare
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
}

function mostFrequent(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  return [...times].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** The delimiter is what is in most of the lines; among equals the most frequent, then the comma. */
export function detectDialect(text: string): Dialect {
  const [line = '', separator] = SEP_LINE.exec(text) ?? [];
  const lines = bareLines(text.slice(line.length));
  const declared = separator !== undefined;
  let best: Dialect = { delimiter: ',', fields: 1, declared };
  let bestScore = -1;
  for (const delimiter of separator === undefined ? CANDIDATES : [separator]) {
    const counts = lines.map((bare) => bare.split(delimiter).length - 1);
    const inLines = counts.filter((count) => count > 0).length;
    const score = inLines * 1_000_000 + counts.reduce((sum, count) => sum + count, 0);
    if (score > bestScore) {
      best = { delimiter, fields: 1 + mostFrequent(counts), declared };
      bestScore = score;
    }
  }
  return best;
}
