// How a text file separates its fields, judged by its first lines.

const CANDIDATES = [',', '\t', ';'] as const;
const LINES = 20;

export interface Dialect {
  readonly delimiter: (typeof CANDIDATES)[number];
  /** The most frequent number of fields in a line. */
  readonly fields: number;
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
  const lines = bareLines(text);
  let best: Dialect = { delimiter: ',', fields: 1 };
  let bestScore = 0;
  for (const delimiter of CANDIDATES) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const inLines = counts.filter((count) => count > 0).length;
    const score = inLines * 1_000_000 + counts.reduce((sum, count) => sum + count, 0);
    if (score > bestScore) {
      best = { delimiter, fields: 1 + mostFrequent(counts) };
      bestScore = score;
    }
  }
  return best;
}
