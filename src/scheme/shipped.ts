// The editions shipped with the program, oldest first.
import yanhu2021 from './editions/yanhu-2021.yaml';
import { type EditionSource, parseEdition } from './parse-edition.ts';

function shipped(text: string): EditionSource {
  const result = parseEdition(text);
  if ('mistakes' in result) throw new Error(`shipped edition: ${JSON.stringify(result.mistakes)}`);
  return result;
}

let editions: readonly EditionSource[] | undefined;

/** Parsed once a run. */
export function shippedEditions(): readonly EditionSource[] {
  editions ??= [shipped(yanhu2021)];
  return editions;
}
