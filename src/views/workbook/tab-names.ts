// Names of sheets as a workbook can hold them (工作表名): other formats allow longer ones and more characters.

const LONGEST = 31;
/** Names a workbook keeps for itself. */
const RESERVED = new Set(['history']);

const tidied = (name: string): string =>
  name
    .replace(/[\\/*?:[\]]/g, '_')
    .replace(/^'+|'+$/g, '_')
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '') || '表';

/** One name each, in order; a sheet without a name is Sheet1. Names differ in more than case. */
export function tabNames(names: readonly (string | null)[]): readonly string[] {
  const taken = new Set(RESERVED);
  return names.map((name) => {
    const wanted = tidied(name ?? 'Sheet1');
    let [found, count] = [wanted, 1];
    while (taken.has(found.toLowerCase())) {
      count += 1;
      const suffix = `(${count})`;
      found = `${wanted.slice(0, LONGEST - suffix.length)}${suffix}`;
    }
    taken.add(found.toLowerCase());
    return found;
  });
}
