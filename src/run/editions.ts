// The editions of a run: those shipped, or those in files an office names, with the shipped ones that these follow.
import type { Problem } from '../problems/problem.ts';
import { mistakesInRules } from '../rules/kinds.ts';
import { mistakeIn } from '../rules/mistakes.ts';
import { type EditionSource, mistakeAt, parseEdition } from '../scheme/parse-edition.ts';
import { shippedEditions } from '../scheme/shipped.ts';

export interface SchemeFile {
  /** As it was named. */
  readonly path: string;
  readonly text: string;
}

/** The editions named and, for each that follows another, the one it follows, and so on. */
function withFollowed(named: readonly EditionSource[]): readonly EditionSource[] {
  const known = new Map(named.map((source) => [source.edition.id, source]));
  for (const { edition } of named) {
    for (let id = edition.follows; id !== undefined && !known.has(id); ) {
      const followed = shippedEditions().find((source) => source.edition.id === id);
      if (followed === undefined) break;
      known.set(id, followed);
      id = followed.edition.follows;
    }
  }
  return [...known.values()];
}

function unknownFollowed(source: EditionSource, editions: readonly EditionSource[]): Problem[] {
  const { follows } = source.edition;
  if (follows === undefined || editions.some(({ edition }) => edition.id === follows)) return [];
  return [mistakeIn(source.file, mistakeAt(source.locate, ['follows'], `没有编号为 ${follows} 的方案`))];
}

const namedTwice = (source: EditionSource, index: number, named: readonly EditionSource[]): Problem[] => {
  const first = named.slice(0, index).find(({ edition }) => edition.id === source.edition.id);
  if (first === undefined) return [];
  const message = `方案编号 ${source.edition.id} 已用于 ${first.file}`;
  return [mistakeIn(source.file, mistakeAt(source.locate, ['id'], message))];
};

/** The editions in force over time, or every mistake of the files named. Without files: those shipped. */
export async function editionsOf(
  files: readonly SchemeFile[],
): Promise<{ readonly editions: readonly EditionSource[] } | { readonly problems: readonly Problem[] }> {
  if (files.length === 0) return { editions: shippedEditions() };
  const problems: Problem[] = [];
  const named: EditionSource[] = [];
  for (const { path, text } of files) {
    const parsed = parseEdition(text, path);
    const mistakes = 'mistakes' in parsed ? parsed.mistakes : await mistakesInRules(parsed);
    problems.push(...mistakes.map((mistake) => mistakeIn(path, mistake)));
    if (!('mistakes' in parsed)) named.push(parsed);
  }
  const editions = withFollowed(named);
  problems.push(...named.flatMap(namedTwice), ...named.flatMap((source) => unknownFollowed(source, editions)));
  return problems.length > 0 ? { problems } : { editions };
}
