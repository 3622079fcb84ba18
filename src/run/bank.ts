// The list for the bank: who is on it, and what the encoding asked for cannot carry to a bank that reads GBK.
import type { RosterRow } from '../intake/people/roster.ts';
import type { OutputOptions } from '../model/archive.ts';
import type { MonthRecord } from '../model/record.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { type Payments, paymentsOf } from '../record/payments.ts';
import { outsideGbk } from '../writers/csv.ts';

async function strangeNames({ payments }: Payments): Promise<readonly Problem[]> {
  const told = await Promise.all(
    payments.map(async ({ id, name, bankName }) => ({
      id,
      name,
      characters: await outsideGbk(`${name}${bankName ?? ''}`),
    })),
  );
  const people = told.filter(({ characters }) => characters !== '');
  return people.length > 0 ? [problem('bankOutsideGbk', { people })] : [];
}

/** Nobody where no list is asked for. */
export async function bankList(
  record: MonthRecord,
  roster: readonly RosterRow[],
  encoding: OutputOptions['bank'],
): Promise<Payments> {
  if (encoding === null) return { payments: [], problems: [] };
  const found = paymentsOf(record, roster);
  const strange = encoding === 'gb18030' ? await strangeNames(found) : [];
  return { ...found, problems: [...found.problems, ...strange] };
}
