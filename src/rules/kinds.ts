// Loads the rule kinds an edition names and checks each item's parameters against its kind.
import type { ItemDefinition } from '../scheme/edition.ts';
import { resolved, type Scheme } from '../scheme/scheme.ts';
import type { RuleKind } from './kind.ts';

/** An item ready to be decided. */
export interface Rule {
  readonly item: ItemDefinition;
  readonly with: unknown;
  readonly kind: RuleKind<unknown>;
}

/**
 * The rules of a scheme in the edition's order.
 * Throws a RangeError that names the item when its kind does not exist or its parameters do not fit.
 */
export async function rulesOf(scheme: Scheme): Promise<readonly Rule[]> {
  return Promise.all(
    scheme.edition.items.map(async (item) => {
      const { kind }: { kind: RuleKind<unknown> } = await import(`./kinds/${item.kind}.ts`).catch((cause: unknown) => {
        throw new RangeError(`${item.item}: unknown rule kind ${item.kind}`, { cause });
      });
      const result = kind.parameters.safeParse(resolved(scheme, item));
      if (!result.success) {
        const [issue] = result.error.issues;
        throw new RangeError(`${item.item}: ${issue?.path.join('.')}: ${issue?.message}`);
      }
      return { item, with: result.data, kind };
    }),
  );
}
