// 解释口径: which reading of each interpretation the parameters amount to. A reading is a set of values, so what the sheets
// say and what is computed cannot differ.
import type { YearMonth } from '../model/civil.ts';
import type { Edition, Interpretation } from './edition.ts';
import type { Parameter } from './scheme.ts';
import { readValue } from './values.ts';

/** An office's word on an interpretation. */
export interface Confirmed {
  readonly from: YearMonth | null;
  readonly approver: string | null;
  readonly reason: string | null;
}

export interface Reading {
  readonly number: string;
  readonly question: string;
  readonly clause: string | null;
  /** The label of the reading the parameters amount to; null for a combination of the office's own. */
  readonly taken: string | null;
  /** The reading taken, in words. */
  readonly reading: string;
  /** The readings that the program computes beside it. */
  readonly others: readonly { readonly label: string; readonly reading: string }[];
  readonly confirmed: Confirmed | null;
}

const LABELS = '甲乙丙丁戊己庚辛壬癸';

/** 甲 is the reading as shipped, 乙 the first other one. */
export const labelOf = (index: number): string => LABELS[index] as string;

type Values = Readonly<Record<string, string>>;

/** The values that decide between the readings: of each reading in turn, 甲 first. */
export function valuesOfReadings(edition: Edition, interpretation: Interpretation): readonly Values[] {
  const read = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, canonical(edition, key, value)]));
  const decisive = interpretation.others.flatMap(({ sets }) => Object.keys(sets));
  const shipped = Object.fromEntries(decisive.map((key) => [key, edition.parameters[key]?.value ?? '']));
  return [shipped, ...interpretation.others.map(({ sets }) => ({ ...shipped, ...sets }))].map(read);
}

type Parameters = ReadonlyMap<string, Pick<Parameter, 'title' | 'value' | 'unit'>>;

/** Each reading in words: `{key}` stands for the value it asks for, else for the one in force. */
export function wordsOfReadings(
  edition: Edition,
  interpretation: Interpretation,
  inForce: (key: string) => string | undefined,
): readonly string[] {
  const values = valuesOfReadings(edition, interpretation);
  const texts = [interpretation.reading, ...interpretation.others.map(({ reading }) => reading)];
  return texts.map((text, index) =>
    text.replace(/\{([^}]*)\}/g, (_, key: string) => values[index]?.[key] ?? inForce(key) ?? ''),
  );
}

function readingOf(
  edition: Edition,
  [number, interpretation]: readonly [string, Interpretation],
  parameters: Parameters,
  confirmed: Confirmed | null,
): Reading {
  const { question, clause } = interpretation;
  const candidates = valuesOfReadings(edition, interpretation);
  const isInForce = (values: Values) =>
    Object.entries(values).every(([key, value]) => parameters.get(key)?.value === value);
  const index = candidates.findIndex(isInForce);
  const texts = wordsOfReadings(edition, interpretation, (key) => parameters.get(key)?.value);
  const own = Object.keys(candidates[0] ?? {}).map((key) => {
    const parameter = parameters.get(key);
    return `${parameter?.title}＝${parameter?.value}`;
  });
  return {
    number,
    question,
    clause: clause ?? null,
    taken: index < 0 ? null : labelOf(index),
    reading: texts[index] ?? `单位自定：${own.join('，')}`,
    others: texts.map((text, at) => ({ label: labelOf(at), reading: text })).filter((_, at) => at !== index),
    confirmed,
  };
}

/** A value as the edition's own are written; as it stands where it is none. */
export function canonical(edition: Edition, key: string, value: string): string {
  const definition = edition.parameters[key];
  const read = definition && readValue(definition, value);
  return read && 'value' in read ? read.value : value;
}

/** Every interpretation of the edition, in its order. */
export const readingsOf = (
  edition: Edition,
  parameters: Parameters,
  confirmed: ReadonlyMap<string, Confirmed>,
): readonly Reading[] =>
  Object.entries(edition.interpretations).map((one) =>
    readingOf(edition, one, parameters, confirmed.get(one[0]) ?? null),
  );
