// The word that somebody meant: the one with the fewest letters wrong, left out, added or exchanged.

/** Letters to change, drop, add, or exchange with a neighbour. */
function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  const rows: number[][] = [to.map((_, index) => index).concat(to.length)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const above = rows[i - 1] as number[];
      let cost = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cost = Math.min(cost, (rows[i - 2]?.[j - 2] as number) + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) as number;
}

/** Letters that may be wrong in a word of this length. */
const allowance = (word: string): number => ([...word].length <= 3 ? 1 : 2);

/** Those of `known` that `word` is nearest to; none where it is like none of them, or is one. */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  const plain = word.normalize('NFKC').toLowerCase();
  if (known.includes(word)) return [];
  const found = known.map((one) => ({ one, off: distance(plain, one.toLowerCase()) }));
  const least = Math.min(...found.map(({ off }) => off));
  return least <= allowance(plain) ? found.filter(({ off }) => off === least).map(({ one }) => one) : [];
}
