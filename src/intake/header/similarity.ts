// How alike two headings are (列名相似度): by the characters they share in the same order.

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
