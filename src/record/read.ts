// results.json → month record. What is no record of this schema is none at all.
import * as z from 'zod';
import { type MonthRecord, RECORD_SCHEMA } from '../model/record.ts';

function documentIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

const text = z.string();
const list = z.array(z.looseObject({}));
/** What is asked of every record, whatever its month: enough that nothing else of it is no list or no number. */
const shape = z.looseObject({
  schema: z.literal(RECORD_SCHEMA),
  program: text,
  period: text.regex(/^\d{4}-\d{2}$/),
  previous: z.nullable(text),
  scheme: z.looseObject({ id: text, sha256: text, title: text, items: list, parameters: list, interpretations: list }),
  calendar: z.looseObject({ workdays: z.array(text) }),
  inputs: z.array(z.looseObject({ file: text, sha256: text })),
  tables: list,
  subjects: z.array(
    z.looseObject({
      id: text,
      name: text,
      role: text,
      grids: z.array(text),
      total: z.int(),
      carriedOut: z.int(),
      figures: z.record(text, z.looseObject({ type: text, sources: list })),
      decisions: z.array(z.looseObject({ item: text, amount: z.int(), lines: list })),
      notes: list,
      assessments: list,
      evidence: z.looseObject({ days: list, reports: list, tasks: list, meetings: list }),
    }),
  ),
  survey: list,
  grids: list,
  withheld: z.optional(list),
  issues: z.array(z.looseObject({ severity: text, code: text, message: text })),
  clues: list,
  seal: text.regex(/^[0-9a-f]{64}$/),
});

const isRecord = (value: unknown): value is MonthRecord => shape.safeParse(value).success;

/** Null when the bytes are no JSON in the shape of a record; the seal tells whether they are whole. */
export function readRecord(bytes: Uint8Array): MonthRecord | null {
  const value = documentIn(bytes);
  return isRecord(value) ? value : null;
}

/** A list of records; null as in `readRecord`. */
export function readRecords(bytes: Uint8Array): readonly MonthRecord[] | null {
  const value = documentIn(bytes);
  return Array.isArray(value) && value.every(isRecord) ? value : null;
}

export const recordBytes = (record: MonthRecord): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`);
