// A look into a month's files, for `status`: which tables are there and which are missing. Loaded where names do not tell.
import { glance } from '../intake/glance.ts';
import { readWorkspaceTables } from '../intake/read-workspace.ts';
import type { MonthInputs } from '../store/inputs.ts';
import type { Input } from '../store/workspace.ts';
import { kindNamed, lackingOf, namedKinds, type Seen } from './named-tables.ts';
import { opened } from './read.ts';

const ENOUGH = 0x2000;
const NEWLINE = 0x0a;

/** The first lines of a long text will do; a zip is read from its end. */
const shortened = (input: Input): Input => ({
  ...input,
  read: async () => {
    const bytes = await input.read();
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    return isZip || bytes.length <= ENOUGH ? bytes : bytes.subarray(0, bytes.lastIndexOf(NEWLINE, ENOUGH) + 1);
  },
});

/** Files whose names do not tell first; where a table is still missing, all of them. */
export async function seenIn({ period, month, root }: MonthInputs): Promise<Seen> {
  const { ownHeadings: own, answers } = await readWorkspaceTables(opened(root));
  const look = (files: readonly Input[]) => glance(opened(files.map(shortened)), { period, own, answers });
  const byName = namedKinds(month);
  const others = await look(month.filter(({ path }) => kindNamed(path) === null));
  const kinds = new Set([...byName, ...others.kinds]);
  if (lackingOf(kinds, namedKinds(root)).length === 0)
    return { tables: [...kinds].sort(), missing: [], unknown: others.unknown };
  const [ownFiles, elsewhere] = [await look(month), await glance(opened(root), { period: null, own, answers })];
  return {
    tables: [...ownFiles.kinds].sort(),
    missing: lackingOf(ownFiles.kinds, elsewhere.kinds),
    unknown: ownFiles.unknown,
  };
}
