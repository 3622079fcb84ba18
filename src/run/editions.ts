// The editions of a run: those shipped, or those in files an office names, with the shipped ones that these follow.
import { type Problem, problem } from '../problems/problem.ts';
import { mistakesInRules } from '../rules/kinds.ts';
import { type EditionMistake, type EditionSource, parseEdition } from '../scheme/parse-edition.ts';
import { shippedEditions } from '../scheme/shipped.ts';

export interface SchemeFile {
  /** As it was named. */
  readonly path: string;
  readonly text: string;
}

const told = ({ path: file }: SchemeFile, { line, column, path, message }: EditionMistake): Problem =>
  problem('schemeMistake', { line, column, path, message }, { file, sheet: null, row: line, column: null });

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

function unknownFollowed(file: SchemeFile, source: EditionSource, editions: readonly EditionSource[]): Problem[] {
  const { follows } = source.edition;
  if (follows === undefined || editions.some(({ edition }) => edition.id === follows)) return [];
  const message = `没有编号为 ${follows} 的方案`;
  return [told(file, { ...source.locate(['follows']), path: 'follows', message })];
}

/** The editions in force over time, or every mistake of the files named. Without files: those shipped. */
export async function editionsOf(
  files: readonly SchemeFile[],
): Promise<{ readonly editions: readonly EditionSource[] } | { readonly problems: readonly Problem[] }> {
  if (files.length === 0) return { editions: shippedEditions() };
  const problems: Problem[] = [];
  const named: { file: SchemeFile; source: EditionSource }[] = [];
  for (const file of files) {
    const parsed = parseEdition(file.text);
    const mistakes = 'mistakes' in parsed ? parsed.mistakes : await mistakesInRules(parsed);
    problems.push(...mistakes.map((mistake) => told(file, mistake)));
    if (!('mistakes' in parsed)) named.push({ file, source: parsed });
  }
  const editions = withFollowed(named.map(({ source }) => source));
  problems.push(...named.flatMap(({ file, source }) => unknownFollowed(file, source, editions)));
  return problems.length > 0 ? { problems } : { editions };
}
