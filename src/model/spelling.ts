// What somebody meant, told in three ways: words that are typed by the letters that are wrong, headings by the characters they
// share in their order, names of parameters by the characters they share at all.

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

/** The length of the longest subsequence and of the longest unbroken run that two texts have in common. */
function shared(a: readonly string[], b: readonly string[]): { readonly sequence: number; readonly run: number } {
  const sequences = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const runs = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  let longest = 0;
  for (let i = 1; i <= a.length; i++) {
    const [row, above] = [sequences[i] as number[], sequences[i - 1] as number[]];
    const [run, before] = [runs[i] as number[], runs[i - 1] as number[]];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      run[j] = same ? (before[j - 1] as number) + 1 : 0;
      row[j] = same ? (above[j - 1] as number) + 1 : Math.max(above[j] as number, row[j - 1] as number);
      longest = Math.max(longest, run[j] as number);
    }
  }
  return { sequence: sequences[a.length]?.[b.length] ?? 0, run: longest };
}

/**
 * From 0 (nothing in common) to 1 (equal): twice the longest common subsequence over both lengths. Texts without two
 * neighbouring characters in common have nothing in common: single characters such as 日 or 人 stand in half of all headings.
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const { sequence, run } = shared(left, right);
  return run < 2 ? 0 : (2 * sequence) / (left.length + right.length);
}

/** Names that share the most characters with what was typed, at most three; none where they share less than half. */
export function sharingMost(found: string, names: readonly string[]): readonly string[] {
  const shared = (name: string) => [...new Set(found)].filter((character) => name.includes(character)).length;
  const best = Math.max(0, ...names.map(shared));
  return best * 2 < found.length ? [] : names.filter((name) => shared(name) === best).slice(0, 3);
}
