// The YAML text of an edition → edition, or all its mistakes with line and column.
import { type Document, LineCounter, parseDocument } from 'yaml';
import { type Edition, editionSchema } from './edition.ts';
import { inconsistencies } from './inconsistencies.ts';
import { inChinese, yamlFault } from './wording.ts';

/** A mistake in an edition's document: 1-based line and column, and the path of the value. */
export interface EditionMistake {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

/** Where the value at a path stands; the nearest value around it when there is none. */
export type Locate = (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };

/** An edition with the text it was read from. */
export interface EditionSource {
  readonly edition: Edition;
  readonly text: string;
  /** As it was named; null where it is shipped. */
  readonly file: string | null;
  readonly locate: Locate;
}

function locator(document: Document, lines: LineCounter): Locate {
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) {
        const { line, col } = lines.linePos(node.range[0]);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
}

/** Null for a document whose aliases cannot be resolved, which no edition is. */
function valueIn(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}

export const mistakeAt = (locate: Locate, path: readonly PropertyKey[], message: string): EditionMistake => ({
  ...locate(path),
  path: path.join('.'),
  message,
});

/** Reads an edition; the shapes of its items' `with` are the rule kinds' to check. */
export function parseEdition(
  text: string,
  file: string | null = null,
): EditionSource | { readonly mistakes: readonly EditionMistake[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const locate = locator(document, lines);
  if (document.errors.length > 0) {
    return {
      mistakes: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { line, column: col, path: '', message: `YAML 写法有误：${yamlFault(error.code)}` };
      }),
    };
  }
  const result = editionSchema.safeParse(valueIn(document), inChinese);
  const found = result.success
    ? inconsistencies(result.data)
    : result.error.issues.map(({ path, message }) => ({ path, message }));
  if (!result.success || found.length > 0) {
    return { mistakes: found.map(({ path, message }) => mistakeAt(locate, path, message)) };
  }
  return { edition: result.data, text, file, locate };
}
