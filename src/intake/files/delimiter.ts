// Which character separates the fields of a text file, judged by its first lines.

const CANDIDATES = [',', '\t', ';'] as const;
const LINES = 20;

export type Delimiter = (typeof CANDIDATES)[number];

/** The lines that are not blank, without what stands between quotes. */
function bareLines(text: string): string[] {
  const bare = text.replace(/"[^"]*(?:"|$)/g, '""');
  return bare
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
}

/** The one that is in most of the lines; among equals the most frequent, then the comma. */
export function detectDelimiter(text: string): Delimiter {
  const lines = bareLines(text);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts = lines.map((line) => line.split(candidate).length - 1);
    const inLines = counts.filter((count) => count > 0).length;
    const score = inLines * 1_000_000 + counts.reduce((sum, count) => sum + count, 0);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}
