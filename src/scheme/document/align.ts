// Which sentence of a copy is which of the map. By digest first, so that a removed sentence does not make the later
// ones look changed; then by first words; then by place between sentences that are known.
import type { CoverageEntry } from './coverage.ts';
import { normalised } from './normalise.ts';
import type { Sentence } from './sentences.ts';

type Fate = 'kept' | 'moved' | 'changed' | 'removed';

/** `now` is null exactly for what was removed. */
export interface Alignment {
  readonly entry: CoverageEntry;
  readonly fate: Fate;
  readonly now: Sentence | null;
}

interface Pair {
  readonly fate: Fate;
  readonly now: Sentence;
}

const keyOf = ({ clause, digest }: { clause: string; digest: string }): string => `${clause} ${digest}`;

/** The longest common subsequence of equal sentences in equal clauses. */
function inOrder(entries: readonly CoverageEntry[], sentences: readonly Sentence[]): [CoverageEntry, Sentence][] {
  const keys = entries.map(keyOf);
  const wanted = new Set(keys);
  const known = sentences.filter((sentence) => wanted.has(keyOf(sentence)));
  const knownKeys = known.map(keyOf);
  const isEqual = (a: number, b: number) => keys[a] === knownKeys[b];
  const longest = Array.from({ length: entries.length + 1 }, () => new Uint32Array(known.length + 1));
  const at = (a: number, b: number): number => longest[a]?.[b] ?? 0;
  for (let a = entries.length - 1; a >= 0; a--) {
    for (let b = known.length - 1; b >= 0; b--) {
      (longest[a] as Uint32Array)[b] = isEqual(a, b) ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: [CoverageEntry, Sentence][] = [];
  for (let a = 0, b = 0; a < entries.length && b < known.length; ) {
    if (isEqual(a, b)) pairs.push([entries[a++] as CoverageEntry, known[b++] as Sentence]);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}

const startsAlike = (entry: CoverageEntry, sentence: Sentence): boolean =>
  normalised(sentence.text).startsWith(normalised(entry.begins));

export function align(
  entries: readonly CoverageEntry[],
  sentences: readonly Sentence[],
): { readonly outcomes: readonly Alignment[]; readonly unknown: readonly Sentence[] } {
  const pairs = new Map<CoverageEntry, Pair>();
  const used = new Set<Sentence>();
  const pair = (entry: CoverageEntry, fate: Fate, now: Sentence): void => {
    pairs.set(entry, { fate, now });
    used.add(now);
  };
  const openEntries = () => entries.filter((entry) => !pairs.has(entry));
  const openSentences = () => sentences.filter((sentence) => !used.has(sentence));
  /** Pairs every open entry with the first open sentence that fits it. */
  const pairOpen = (fate: Fate, fits: (entry: CoverageEntry, sentence: Sentence) => boolean): void => {
    for (const entry of openEntries()) {
      const now = openSentences().find((sentence) => fits(entry, sentence));
      if (now) pair(entry, fate, now);
    }
  };

  for (const [entry, now] of inOrder(entries, sentences)) pair(entry, 'kept', now);
  pairOpen('moved', (entry, { digest }) => digest === entry.digest);
  pairOpen('changed', (entry, sentence) => sentence.clause === entry.clause && startsAlike(entry, sentence));
  const others = openEntries();
  pairOpen('changed', (entry, sentence) => {
    const rivals = others.filter((other) => startsAlike(other, sentence));
    return normalised(entry.begins).length >= 6 && rivals.length === 1 && rivals[0] === entry;
  });
  /** How many sentences of the clause that stand where they stood come before. */
  const keptBefore = (clause: string, number: number, side: (entry: CoverageEntry, now: Sentence) => number): number =>
    [...pairs].filter(
      ([entry, { fate, now }]) => fate === 'kept' && entry.clause === clause && side(entry, now) < number,
    ).length;
  pairOpen(
    'changed',
    (entry, sentence) =>
      sentence.clause === entry.clause &&
      keptBefore(entry.clause, entry.sentence, ({ sentence: number }) => number) ===
        keptBefore(entry.clause, sentence.number, (_, { number }) => number),
  );
  return {
    outcomes: entries.map((entry) => ({ entry, fate: 'removed', now: null, ...pairs.get(entry) })),
    unknown: openSentences(),
  };
}
