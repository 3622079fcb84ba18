// An office's own copy of the published text against an edition: the same bytes, every quote inside the span of its
// clause, every sentence in the map and every mapped sentence in the copy.
import { type Alignment, align } from './align.ts';
import { clauseFindings } from './clauses.ts';
import { type CopySentence, type Finding, mappedOf } from './findings.ts';
import { normalised } from './normalise.ts';
import { type DocumentText, parseDocumentText, type Sentence } from './sentences.ts';
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
function quoteFindings(edition: VerifiedEdition, copy: DocumentText): readonly Finding[] {
  const groups = new Map<string, CitedQuote[]>();
  for (const one of citedQuotes(edition)) {
    const key = `${one.clause} ${normalised(one.quote)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((same) => quoteFinding(edition, copy, same));
}

export interface Verification {
  /** Every quote stands in its clause and every sentence is the map's; the bytes may differ. */
  readonly verified: boolean;
  readonly sameBytes: boolean;
  readonly quotes: number;
  /** Sentences of the copy. */
  readonly sentences: number;
  readonly findings: readonly Finding[];
}

const copyOf = ({ clause, number, text }: Sentence): CopySentence => ({ clause, sentence: number, text });

/** Parameters of the clause whose words stand in `text`, or no longer stand in it. */
const parametersOf = (edition: VerifiedEdition, clause: string, isMeant: (quote: string) => boolean): string[] =>
  citedQuotes(edition)
    .filter((one) => one.clause === clause && isMeant(normalised(one.quote)))
    .map(({ key }) => key);

function sentenceFinding(edition: VerifiedEdition, copy: DocumentText, outcome: Alignment): readonly Finding[] {
  const { entry, fate, now } = outcome;
  const mapped = mappedOf(entry);
  if (fate === 'kept') return [];
  if (fate === 'moved' && now) {
    const carried = parametersOf(edition, entry.clause, (quote) => normalised(now.text).includes(quote));
    return [{ kind: 'sentenceMoved', mapped, now: copyOf(now), support: supportOf(edition, [entry], carried) }];
  }
  const { start, end } = copy.clauses.get(entry.clause) ?? { start: 0, end: 0 };
  const words = copy.text.slice(start, end);
  const support = supportOf(
    edition,
    [entry],
    parametersOf(edition, entry.clause, (quote) => !words.includes(quote)),
  );
  return now === null
    ? [{ kind: 'sentenceRemoved', mapped, support }]
    : [{ kind: 'sentenceChanged', mapped, now: copyOf(now), support }];
}

/** `text` is the copy's, of any width and spacing; `bytesSha256` is of the file it was read from, in hex. */
export function verifyDocument(edition: VerifiedEdition, bytesSha256: string, text: string): Verification {
  const { sha256, headings = {} } = edition.document;
  const copy = parseDocumentText(text, headings);
  const sameBytes = bytesSha256 === sha256;
  const { outcomes, unknown } = align(edition.coverage ?? [], copy.sentences);
  const clauses = clauseFindings(edition, copy, outcomes);
  const words: readonly Finding[] = [
    ...clauses.findings,
    ...quoteFindings(edition, copy),
    ...outcomes.filter((one) => !clauses.told.has(one)).flatMap((one) => sentenceFinding(edition, copy, one)),
    ...(edition.coverage ? unknown.map((one) => ({ kind: 'sentenceUnknown', now: copyOf(one) }) as const) : []),
  ];
  return {
    verified: words.length === 0,
    sameBytes,
    quotes: new Set(citedQuotes(edition).map(({ clause, quote }) => `${clause} ${quote}`)).size,
    sentences: copy.sentences.length,
    findings: [
      sameBytes ? { kind: 'sameBytes', sha256 } : { kind: 'otherBytes', expected: sha256, found: bytesSha256 },
      ...(edition.coverage ? [] : [{ kind: 'mapMissing' } as const]),
      ...words,
    ],
  };
}
