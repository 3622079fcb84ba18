// Loads the rule kinds an edition names and checks each item's parameters against its kind.
import { GRID } from '../model/terms.ts';
import type { ItemDefinition } from '../scheme/edition.ts';
import { type EditionMistake, type EditionSource, mistakeAt } from '../scheme/parse-edition.ts';
import { resolved, type Scheme, schemeOf } from '../scheme/scheme.ts';
import { inChinese } from '../scheme/wording.ts';
import type { RuleKind } from './kind.ts';
import type { RuleSubject } from './office.ts';

/** An item ready to be decided. */
export interface Rule {
  readonly item: ItemDefinition;
  readonly with: unknown;
  readonly kind: RuleKind<unknown, RuleSubject>;
}

/** What the bundle and the test runner say of a kind that is not there; a file that a kind itself lacks reads otherwise. */
const NOT_THERE = /^(?:Module not found in bundle|Unknown variable dynamic import)/;

/** The kind of a name; null when there is no such file. One that fails to load says so itself. */
async function kindOf(name: string): Promise<RuleKind<unknown, RuleSubject> | null> {
  try {
    const { kind }: { kind: RuleKind<unknown, RuleSubject> } = await import(`./kinds/${name}.ts`);
    return kind;
  } catch (cause) {
    if (cause instanceof Error && NOT_THERE.test(cause.message)) return null;
    throw cause;
  }
}

/** The rules of a scheme in the edition's order. Throws a RangeError for an edition with `mistakesInRules`. */
export async function rulesOf(scheme: Scheme): Promise<readonly Rule[]> {
  return Promise.all(
    scheme.edition.items.map(async (item) => {
      const kind = await kindOf(item.kind);
      if (kind === null) throw new RangeError(`${item.item}: unknown rule kind ${item.kind}`);
      const result = kind.parameters.safeParse(resolved(scheme, item));
      if (!result.success) throw new RangeError(`${item.item}: ${result.error.issues[0]?.path.join('.')}`);
      return { item, with: result.data, kind };
    }),
  );
}

/** An item is about people in roles or about grids, as its kind can be. */
function isFor({ about }: RuleKind<unknown, RuleSubject>, item: ItemDefinition): boolean {
  if (item.for.includes(GRID)) return item.for.length === 1 && about !== undefined;
  return about !== 'grids';
}

/** Kinds that do not exist or are about something else, and parameters that do not fit their kind. */
export async function mistakesInRules({ edition, locate }: EditionSource): Promise<readonly EditionMistake[]> {
  const scheme = schemeOf(edition, '');
  const found = await Promise.all(
    edition.items.map(async (item, index) => {
      const path = ['items', index];
      const kind = await kindOf(item.kind);
      if (kind === null) return [mistakeAt(locate, [...path, 'kind'], `没有名为 ${item.kind} 的规则`)];
      const result = kind.parameters.safeParse(resolved(scheme, item), inChinese);
      const issues = result.success ? [] : result.error.issues;
      return [
        ...(isFor(kind, item) ? [] : [mistakeAt(locate, [...path, 'for'], `${item.kind} 不适用于这些对象`)]),
        ...issues.map((issue) => mistakeAt(locate, [...path, 'with', ...issue.path], issue.message)),
      ];
    }),
  );
  return found.flat();
}
