// Defined names of the parameters (巡查补贴_标准), so that a formula reads like the clause.
import type { SchemeRecord } from '../../../model/record.ts';

/** Key of a parameter → its name. */
export type ParameterNames = ReadonlyMap<string, string>;

/** A number stands apart from the item it belongs to; a name begins with a letter and holds letters, digits and `_`. */
function nameOf(title: string, items: readonly string[]): string {
  const item = items.find((one) => title.startsWith(one) && title.length > one.length);
  const parted = item === undefined ? title : `${item}_${title.slice(item.length)}`;
  const legal = parted.replace(/[^\p{L}\p{Nd}]+/gu, '_');
  // Latin letters and digits alone may look like a cell.
  return /^\p{Script=Han}/u.test(legal) ? legal : `_${legal}`;
}

/** One name each, in the order of the parameters. */
export function parameterNames({ parameters, items }: SchemeRecord): ParameterNames {
  const titles = items.map(({ title }) => title);
  const taken = new Set<string>();
  return new Map(
    parameters.map(({ key, title }) => {
      const wanted = nameOf(title, titles);
      let [found, count] = [wanted, 1];
      while (taken.has(found.toLowerCase())) {
        count += 1;
        found = `${wanted}_${count}`;
      }
      taken.add(found.toLowerCase());
      return [key, found];
    }),
  );
}
