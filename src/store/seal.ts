// A record's seal: the SHA-256 of its own text. An edited record is known by it, and the next month names it.
import type { MonthRecord } from '../model/record.ts';
import { sha256 } from './workspace.ts';

export const sealOf = (record: MonthRecord): string => sha256(JSON.stringify({ ...record, seal: '' }));

export const isWhole = (record: MonthRecord): boolean => record.seal === sealOf(record);

export const sealed = (record: MonthRecord): MonthRecord => ({ ...record, seal: sealOf(record) });
