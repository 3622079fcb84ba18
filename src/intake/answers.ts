// What an office has answered once and for all (不用、用词): rows of its own workbook, checked and ready to be asked (spec 3.0).
import type { YearMonth } from '../model/civil.ts';
import type { AnsweredRecord } from '../model/record.ts';
import { TABLE_KINDS, type TableKind } from '../model/terms.ts';
import type { ValueRules } from '../model/value-rules.ts';
import type { NotUsedAdvice } from '../problems/intake/suggestion.ts';
import { type Place, type Problem, problem } from '../problems/problem.ts';
import { aliasesOf, canonicalHeading } from './header/aliases.ts';
import { matchHeading, normalHeading, parseHeading } from './header/heading.ts';
import type { KindSpec } from './kind.ts';
import { kindsOf } from './kinds/index.ts';
import type { NotUsedDraft } from './kinds/not-used.ts';
import type { WordingDraft } from './kinds/wordings.ts';
import { isOfficeKind } from './office-kinds.ts';
import type { OwnWords } from './rows/row-reader.ts';
import { compact } from './values/text.ts';
import { wordIn } from './values/words.ts';

interface Placed {
  readonly place: Place;
  readonly columns: Readonly<Record<string, number>>;
}
export interface NotUsedRow extends NotUsedDraft, Placed {}
export interface WordingRow extends WordingDraft, Placed {}

export interface Answers {
  readonly notUsed: readonly NotUsedRow[];
  readonly words: ReadonlyMap<TableKind, OwnWords>;
}
export const NO_ANSWERS: Answers = { notUsed: [], words: new Map() };

/** Specs of a table named as 请假 or 请假表. */
const specsNamed = (table: string, rules: ValueRules): readonly KindSpec[] =>
  kindsOf(rules).filter(
    ({ kind }) => !isOfficeKind(kind) && [TABLE_KINDS[kind], `${TABLE_KINDS[kind]}表`].includes(compact(table)),
  );

/** The rows of 用词 as what they say, and what is wrong with them; a wrong row says nothing. */
export function readWordings(
  rows: readonly WordingRow[],
  rules: ValueRules,
): { readonly words: Answers['words']; readonly problems: readonly Problem[] } {
  const words = new Map<TableKind, Map<string, Map<string, string>>>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const at = (field: 'table' | 'column' | 'word' | 'meaning'): Place => ({
      ...row.place,
      column: row.columns[field] ?? null,
    });
    const specs = specsNamed(row.table, rules);
    const [first] = specs;
    if (first === undefined) {
      problems.push(problem('wordingTable', { found: row.table }, at('table')));
      continue;
    }
    const kind = TABLE_KINDS[first.kind];
    const named = specs.flatMap((spec) => {
      const aliases = aliasesOf(spec);
      const field = matchHeading(parseHeading(row.column), (name) => aliases.get(name))?.found[0];
      const vocabulary = field === undefined ? undefined : spec.words[field]?.vocabulary;
      return field !== undefined && vocabulary ? [{ field, vocabulary }] : [];
    })[0];
    if (named === undefined) {
      const allowed = specs.flatMap((spec) => Object.keys(spec.words).map((field) => canonicalHeading(spec, field)));
      problems.push(
        problem('wordingColumn', { kind, found: row.column, allowed: [...new Set(allowed)] }, at('column')),
      );
      continue;
    }
    const { field, vocabulary } = named;
    const [word, meaning] = [wordIn(row.word), wordIn(row.meaning)];
    const ofKind = words.get(first.kind) ?? new Map<string, Map<string, string>>();
    const ofField = ofKind.get(field) ?? new Map<string, string>();
    const held = ofField.get(word);
    if (vocabulary.known.has(word)) {
      problems.push(problem('wordingKnown', { kind, column: row.column, word: row.word }, at('word')));
    } else if (!vocabulary.shown.some((one) => wordIn(one) === meaning)) {
      const data = { column: row.column, found: row.meaning, allowed: vocabulary.shown };
      problems.push(problem('wordingMeaning', data, at('meaning')));
    } else if (held !== undefined && wordIn(held) !== meaning) {
      problems.push(
        problem('wordingTwice', { column: row.column, word: row.word, said: held, found: row.meaning }, at('meaning')),
      );
    } else {
      words.set(first.kind, ofKind.set(field, ofField.set(word, row.meaning)));
    }
  }
  return { words, problems };
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** A pattern in which * stands for digits. */
const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${escaped(compact(pattern)).replace(/\*+/g, '\\d+')}$`).test(compact(text));

/** A name with * for its digits, as the rows of 不用 have it. */
const starred = (text: string): string => text.replace(/\d+/g, '*');

/** The row of 不用 that says that a sheet, or a column of it, is of no use. */
export const adviceFor = (file: string, sheet: string | null, column: string | null): NotUsedAdvice => ({
  file: starred(file),
  sheet: sheet === null ? null : starred(sheet),
  column,
});

/** The answers in force for the sheets and columns of one month; what they were asked for is remembered. */
export class AnswersInForce {
  readonly used = new Map<string, AnsweredRecord>();

  constructor(
    private readonly answers: Answers,
    private readonly period: YearMonth | null,
    /** What the month before was answered, by the headings of then. */
    private readonly before: readonly AnsweredRecord[],
  ) {}

  wordsOf(kind: TableKind): OwnWords {
    return this.answers.words.get(kind) ?? new Map();
  }

  #row(file: string, sheet: string | null, column: string | null): NotUsedRow | undefined {
    const { period } = this;
    const name = file.slice(file.lastIndexOf('/') + 1);
    return this.answers.notUsed.findLast(
      (row) =>
        (row.from === null || period === null || row.from <= period) &&
        (matches(row.file, file) || matches(row.file, name)) &&
        (row.sheet === null || sheet === null || matches(row.sheet, sheet)) &&
        (column === null
          ? row.column === null
          : row.column !== null && matches(normalHeading(row.column), normalHeading(column))),
    );
  }

  /** Whether the whole sheet is of no use, by its headings; a whole file where it has none. */
  isSheetNotUsed(file: string, sheet: string | null, headings: readonly string[]): boolean {
    const row = this.#row(file, sheet, null);
    if (row === undefined) return false;
    const shown = headings.join('、');
    const then = this.before.find(
      (one) => one.file === row.file && one.sheet === row.sheet && one.column === null && one.path === starred(file),
    );
    const isAnew = row.from !== null && row.from === this.period;
    if (then !== undefined && then.headings !== shown && !isAnew) return false;
    this.#use(row, file, shown);
    return true;
  }

  isColumnNotUsed(file: string, sheet: string | null, heading: string): boolean {
    const row = this.#row(file, sheet, heading);
    if (row === undefined) return false;
    this.#use(row, file, '');
    return true;
  }

  #use({ file, sheet, column, from, reason, approver, place }: NotUsedRow, path: string, headings: string): void {
    const record = { file, sheet, column, from, reason, approver, row: place.row ?? 0, path: starred(path), headings };
    this.used.set(JSON.stringify([file, sheet, column, record.path]), record);
  }
}
