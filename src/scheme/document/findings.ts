// What the comparison of an office's own copy with an edition finds: a union by kind. No finding but one about the
// bytes means that every quote and every sentence verifies.
import type { TableKind } from '../../model/terms.ts';
import type { Code } from '../../problems/problem.ts';

/** What rests on words that the copy no longer has there. */
export interface Support {
  readonly parameters: readonly {
    readonly key: string;
    readonly title: string;
    readonly value: string;
    readonly unit: string;
    /** Whether the published words set it, or the street's reading of them. */
    readonly setBy: 'quote' | 'reading';
  }[];
  readonly items: readonly { readonly item: string; readonly title: string }[];
  readonly checks: readonly Code[];
  readonly tables: readonly TableKind[];
  readonly interpretations: readonly string[];
}

/** A sentence of the map: its first words are all that is known of it. */
export interface MappedSentence {
  readonly clause: string;
  readonly sentence: number;
  readonly begins: string;
}

export const mappedOf = ({ clause, sentence, begins }: MappedSentence): MappedSentence => ({
  clause,
  sentence,
  begins,
});

/** A sentence of the copy. */
export interface CopySentence {
  readonly clause: string;
  readonly sentence: number;
  readonly text: string;
}

export type Finding =
  | { readonly kind: 'sameBytes'; readonly sha256: string }
  | { readonly kind: 'otherBytes'; readonly expected: string; readonly found: string }
  /** The edition has no map: only quotes and clauses were looked for. */
  | { readonly kind: 'mapMissing' }
  | ({ readonly kind: 'clauseMissing'; readonly clause: string; readonly lost: readonly MappedSentence[] } & Resting)
  /** Every sentence of the clause stands unchanged in another one: renumbered. */
  | ({ readonly kind: 'clauseMoved'; readonly clause: string; readonly to: string } & Resting)
  | ({ readonly kind: 'quoteMissing'; readonly clause: string; readonly quote: string } & Resting)
  | ({
      readonly kind: 'quoteElsewhere';
      readonly clause: string;
      readonly quote: string;
      readonly found: readonly string[];
    } & Resting)
  | ({ readonly kind: 'sentenceRemoved'; readonly mapped: MappedSentence } & Resting)
  | ({ readonly kind: 'sentenceChanged'; readonly mapped: MappedSentence; readonly now: CopySentence } & Resting)
  | ({ readonly kind: 'sentenceMoved'; readonly mapped: MappedSentence; readonly now: CopySentence } & Resting)
  | { readonly kind: 'sentenceUnknown'; readonly now: CopySentence };

interface Resting {
  readonly support: Support;
}
