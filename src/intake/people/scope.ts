// What an office answers for (范围): a prefix of 网格编号, or a 所属镇街.

export interface Scope {
  readonly gridPrefix: string | null;
  readonly township: string | null;
}

export interface ScopeTest {
  readonly gridIsOutside: (grid: string) => boolean;
  /** Whether a row is outside: its township is another, or all grids it names are. */
  readonly isOutside: (row: { readonly grids: readonly string[]; readonly township: string | null }) => boolean;
}

/** `outsideGrids`: grids that roster or grid rows place in another township. */
export function scopeTest(scope: Scope | null, outsideGrids: ReadonlySet<string>): ScopeTest {
  const prefix = scope?.gridPrefix ?? null;
  const own = scope?.township ?? null;
  const gridIsOutside = (grid: string): boolean =>
    (prefix !== null && !grid.startsWith(prefix)) || (own !== null && outsideGrids.has(grid));
  return {
    gridIsOutside,
    isOutside: ({ grids, township }) =>
      (own !== null && township !== null && township !== own) || (grids.length > 0 && grids.every(gridIsOutside)),
  };
}

/** Grids that only rows of another township name. */
export function gridsElsewhere(
  scope: Scope | null,
  rows: Iterable<{ readonly grids: readonly string[]; readonly township: string | null }>,
): ReadonlySet<string> {
  const own = scope?.township ?? null;
  if (own === null) return new Set();
  const [inside, elsewhere] = [new Set<string>(), new Set<string>()];
  for (const { grids, township } of rows) {
    for (const grid of grids) (township === null || township === own ? inside : elsewhere).add(grid);
  }
  return new Set([...elsewhere].filter((grid) => !inside.has(grid)));
}
