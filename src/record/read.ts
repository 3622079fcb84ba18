// results.json → month record. What is no record of this schema is none at all.
import { type MonthRecord, RECORD_SCHEMA } from '../model/record.ts';

/** Null when the bytes are no JSON of the record's schema; the seal tells whether they are whole. */
export function readRecord(bytes: Uint8Array): MonthRecord | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isRecord = typeof value === 'object' && value !== null && 'schema' in value && value.schema === RECORD_SCHEMA;
    return isRecord ? (value as MonthRecord) : null;
  } catch {
    return null;
  }
}

export const recordBytes = (record: MonthRecord): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`);
