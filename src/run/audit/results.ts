// The archived results against those computed once more, value by value.
import type { Decision } from '../../model/decision.ts';
import type { MonthRecord } from '../../model/record.ts';
import type { Archive } from '../../store/archive.ts';
import { RESULTS } from '../archives.ts';
import type { Cause, Difference } from './causes.ts';
import { compareValues } from './values.ts';

export const plain = (value: unknown): string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as string | number | boolean | null)
    : JSON.stringify(value);

/** Of records of another schema only what they all have is compared. */
function comparable(record: MonthRecord, isSameSchema: boolean, isSameProgram: boolean): unknown {
  if (isSameSchema) {
    const { program: _, seal: __, ...values } = record;
    return isSameProgram ? record : values;
  }
  return record.subjects.map(({ id, role, total, carriedOut, decisions }) => ({
    id,
    role,
    total,
    carriedOut,
    decisions: decisions.map(({ item, amount }: Decision) => ({ item, amount })),
  }));
}

/** As it stands there, of whatever schema; null where it is no document. */
export function recordIn(archive: Archive): MonthRecord | null {
  const bytes = archive.bytesOf(RESULTS);
  try {
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as MonthRecord);
  } catch {
    return null;
  }
}

export interface Compared {
  readonly differences: readonly Difference[];
  readonly count: number;
}

export function compareResults(archived: MonthRecord, again: MonthRecord, cause: Cause): Compared {
  const isSameSchema = archived.schema === again.schema;
  const sides = [archived, again].map((one) => comparable(one, isSameSchema, archived.program === again.program));
  const { compared, differences } = compareValues(sides[0], sides[1]);
  return {
    count: compared,
    differences: differences.map(({ path, archived: was, recomputed }) => ({
      file: RESULTS,
      sheet: null,
      cell: path,
      archived: plain(was),
      recomputed: plain(recomputed),
      cause,
    })),
  };
}
