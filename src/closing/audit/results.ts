// The archived results against those computed once more, value by value.
import * as z from 'zod';
import { type Archive, MANIFEST } from '../../archive/archive.ts';
import { RESULTS } from '../../archive/chain.ts';
import type { Manifest } from '../../model/archive.ts';
import type { Decision } from '../../model/decision.ts';
import type { MonthRecord } from '../../model/record.ts';
import { sealOf } from '../../store/seal.ts';
import type { Cause, Difference } from './causes.ts';
import { compareValues } from './values.ts';

export const plain = (value: unknown): string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as string | number | boolean | null)
    : JSON.stringify(value);

/** Of records of another schema only what they all have is compared. */
function comparable(record: MonthRecord, isSameSchema: boolean, isSameProgram: boolean): unknown {
  if (isSameSchema) {
    // Another version may ask about more, or about less, and count what it read otherwise; it may not pay otherwise.
    const { program: _, seal: __, issues: ___, clues: ____, coverage: _____, ...values } = record;
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

const sealed = z.looseObject({
  schema: z.string(),
  program: z.string(),
  seal: z.string(),
  subjects: z.array(
    z.looseObject({
      id: z.string(),
      role: z.string(),
      total: z.int(),
      carriedOut: z.int(),
      decisions: z.array(z.looseObject({ item: z.string(), amount: z.int() })),
    }),
  ),
});

/** As it stands there, of whatever schema: only what records of all schemas have can be asked of it. Null where it is none. */
export function recordIn(archive: Archive): MonthRecord | null {
  const bytes = archive.bytesOf(RESULTS);
  try {
    const value: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    return sealed.safeParse(value).success ? (value as MonthRecord) : null;
  } catch {
    return null;
  }
}

/** Seals that are not those of the results as they stand, whatever program wrote them. */
export function compareSeals(record: MonthRecord | null, { seal }: Manifest): Compared {
  const told = (cell: string, archived: string, recomputed: string | null): Difference => ({
    file: RESULTS,
    sheet: null,
    cell,
    archived,
    recomputed,
    cause: 'result',
  });
  if (record === null) return { count: 0, differences: [told('seal', '缺少，或不是月度结果', null)] };
  const own = sealOf(record);
  return {
    count: 2,
    differences: [
      ...(record.seal === own ? [] : [told('seal', record.seal, own)]),
      ...(seal === own ? [] : [{ ...told('seal', seal, own), file: MANIFEST }]),
    ],
  };
}

export interface Compared {
  readonly differences: readonly Difference[];
  readonly count: number;
}

export const joined = (...all: readonly Compared[]): Compared => ({
  count: all.reduce((sum, { count }) => sum + count, 0),
  differences: all.flatMap(({ differences }) => differences),
});

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
