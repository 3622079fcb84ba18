// A look at a month's files, for `status`: which tables are there and which are missing. Loaded where a month needs it.
import { glance } from '../intake/glance.ts';
import { REQUIRED } from '../intake/required-tables.ts';
import type { MonthStatus } from '../model/status.ts';
import type { TableKind } from '../model/terms.ts';
import type { Input } from '../store/workspace.ts';
import type { MonthInputs } from './inputs.ts';
import { opened } from './read.ts';

type Seen = Pick<MonthStatus, 'tables' | 'missing' | 'unknown'>;

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

/** The roster may stand in the root. */
export async function seenIn({ period, month, root }: MonthInputs): Promise<Seen> {
  const { kinds, unknown } = await glance(opened(month.map(shortened)), period);
  const lacking = REQUIRED.filter((kind) => !kinds.has(kind) && !(kind === 'patrol' && kinds.has('trackPoints')));
  const elsewhere = lacking.includes('roster') ? (await glance(opened(root), null)).kinds : new Set<TableKind>();
  return { tables: [...kinds].sort(), missing: lacking.filter((kind) => !elsewhere.has(kind)), unknown };
}
