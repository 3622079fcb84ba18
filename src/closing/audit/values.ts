// Two documents compared value by value; each difference is named by the way to it.

interface ValueDifference {
  /** `subjects.W001.decisions.patrolSubsidy.amount` */
  readonly path: string;
  readonly archived: unknown;
  readonly recomputed: unknown;
}

/** What an element of a list is known by. */
const NAMES = ['id', 'item', 'key', 'code', 'date', 'file', 'period', 'number'] as const;

function nameOf(value: unknown, index: number): string {
  if (typeof value !== 'object' || value === null) return String(index);
  const named = value as Readonly<Record<string, unknown>>;
  const name = NAMES.find((key) => typeof named[key] === 'string');
  return name === undefined ? String(index) : `${String(named[name])}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many single values there were. */
export interface Comparison {
  readonly compared: number;
  readonly differences: readonly ValueDifference[];
}

export function compareValues(archived: unknown, recomputed: unknown): Comparison {
  const differences: ValueDifference[] = [];
  let compared = 0;
  const compare = (a: unknown, b: unknown, path: string): void => {
    const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
    if (Array.isArray(a) && Array.isArray(b)) {
      for (let index = 0; index < Math.max(a.length, b.length); index++)
        compare(a[index], b[index], below(nameOf(a[index] ?? b[index], index)));
    } else if (isObject(a) && isObject(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) compare(a[key], b[key], below(key));
    } else {
      compared += 1;
      if (a !== b && !(isObject(a) || Array.isArray(a) ? JSON.stringify(a) === JSON.stringify(b) : false))
        differences.push({ path, archived: a ?? null, recomputed: b ?? null });
    }
  };
  compare(archived, recomputed, '');
  return { compared, differences };
}
