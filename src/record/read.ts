// results.json → month record. What is no record of this schema is none at all.
import { type MonthRecord, RECORD_SCHEMA } from '../model/record.ts';

function documentIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is MonthRecord =>
  typeof value === 'object' && value !== null && 'schema' in value && value.schema === RECORD_SCHEMA;

/** Null when the bytes are no JSON of the record's schema; the seal tells whether they are whole. */
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
