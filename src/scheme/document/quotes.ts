// The quotes of an edition in a copy of the published text: each must stand inside the span of the clause it cites.

import type { Finding } from './findings.ts';
import { normalised } from './normalise.ts';
import type { DocumentText } from './sentences.ts';
import { type CitedQuote, citedQuotes, supportOf, type VerifiedEdition } from './support.ts';

/** The innermost clauses in which the words stand. */
function clausesWith(copy: DocumentText, words: string): readonly string[] {
  const found = new Set<string>();
  for (let at = copy.text.indexOf(words); at >= 0; at = copy.text.indexOf(words, at + 1)) {
    const around = [...copy.clauses.values()].filter(({ start, end }) => start <= at && at < end);
    const innermost = around.reduce((inner, one) => (one.end - one.start < inner.end - inner.start ? one : inner));
    found.add(innermost.name);
  }
  return [...found];
}

function quoteFinding(edition: VerifiedEdition, copy: DocumentText, same: readonly CitedQuote[]): Finding[] {
  const [{ clause, quote }] = same as [CitedQuote];
  const words = normalised(quote);
  const span = copy.clauses.get(clause);
  if (span && copy.text.slice(span.start, span.end).includes(words)) return [];
  const found = clausesWith(copy, words);
  const support = supportOf(
    edition,
    [],
    same.map(({ key }) => key),
    { items: same.flatMap(({ key }) => edition.parameters[key]?.moves ?? []) },
  );
  return found.length === 0
    ? [{ kind: 'quoteMissing', clause, quote, support }]
    : [{ kind: 'quoteElsewhere', clause, quote, found, support }];
}

/** One finding for a quote, however many parameters rest on it. */
export function quoteFindings(edition: VerifiedEdition, copy: DocumentText): readonly Finding[] {
  const groups = new Map<string, CitedQuote[]>();
  for (const one of citedQuotes(edition)) {
    const key = `${one.clause} ${normalised(one.quote)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((same) => quoteFinding(edition, copy, same));
}
