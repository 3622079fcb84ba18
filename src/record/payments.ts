// Who is paid by the bank: the amounts of the record and the accounts of the roster, which no record holds.
import type { RosterRow } from '../intake/people/roster.ts';
import { orderProblems } from '../intake/problem-order.ts';
import { isDoubtfulAccount } from '../intake/values/ids.ts';
import type { PersonId } from '../model/facts.ts';
import { addFen, type Fen, fen, yuanText } from '../model/money.ts';
import type { MonthRecord } from '../model/record.ts';
import type { TableInfo } from '../model/source.ts';
import { VALUE_RULES_NOW, type ValueRules } from '../model/value-rules.ts';
import { NOWHERE, type Place, type Problem, problem } from '../problems/problem.ts';

export interface Payment {
  readonly id: PersonId;
  readonly name: string;
  readonly bankName: string | null;
  /** Digits only. */
  readonly account: string;
  readonly amount: Fen;
}

export interface Payments {
  /** In the order of the record, one a person; those without a problem. */
  readonly payments: readonly Payment[];
  /** By place. */
  readonly problems: readonly Problem[];
}

/** A person to be paid, whatever the roles. */
interface Payee extends Pick<Payment, 'id' | 'name' | 'amount'> {
  readonly rows: readonly RosterRow[];
}

type Field = 'name' | 'bankName' | 'bankAccount';

const ACCOUNT = /^[0-9]{8,30}$/;
/** What a spreadsheet that opens a CSV file takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const withoutSeparators = (account: string): string => account.replace(/[\s\p{Pd}]/gu, '');

const endingOf = (account: string): string => {
  const shown = Math.min(4, Math.floor(account.length / 2));
  return shown === 0 ? '' : account.slice(-shown);
};

function payeesOf({ subjects }: MonthRecord, roster: readonly RosterRow[]): readonly Payee[] {
  const payees = new Map<PersonId, Payee>();
  for (const { id, name, total } of subjects) {
    const amount = addFen(payees.get(id)?.amount ?? fen(0), total);
    payees.set(id, { id, name, amount, rows: [] });
  }
  const rows = new Map<PersonId, RosterRow[]>();
  for (const row of roster) rows.set(row.id, [...(rows.get(row.id) ?? []), row]);
  return [...payees.values()]
    .filter(({ amount }) => amount > 0)
    .map((payee) => ({ ...payee, rows: rows.get(payee.id) ?? [] }));
}

function cellPlace(tables: readonly TableInfo[], row: RosterRow | undefined, field: Field): Place {
  const table = tables.find(({ id }) => id === row?.origin.table);
  if (row === undefined || table === undefined) return NOWHERE;
  return { file: table.file, sheet: table.sheet, row: row.origin.row, column: table.columns[field] ?? null };
}

/** The row that tells a field: an empty cell says nothing. */
const telling = ({ rows }: Payee, field: Field): RosterRow | undefined => rows.find((row) => row[field] !== null);

function hostileTexts(tables: readonly TableInfo[], payee: Payee): readonly Problem[] {
  const { id, name } = payee;
  const named = payee.rows.find((row) => row.name === name);
  const bank = telling(payee, 'bankName');
  const texts = [
    ['姓名', name, cellPlace(tables, named, 'name')],
    ['开户行', bank?.bankName ?? '', cellPlace(tables, bank, 'bankName')],
  ] as const;
  return texts
    .filter(([, found]) => FORMULA.test(found))
    .map(([heading, found, place]) => problem('bankNameHostile', { id, name, heading, found }, place));
}

/** The digits of a payee's account, or what is wrong with it. */
function accountOf(tables: readonly TableInfo[], payee: Payee, valueRules: ValueRules): string | Problem {
  const { id, name, amount, rows } = payee;
  const row = telling(payee, 'bankAccount');
  const place = cellPlace(tables, row ?? rows[0], 'bankAccount');
  if (row === undefined) {
    const data = { id, name, amount: yuanText(amount), listed: rows.length > 0 };
    return problem('bankAccountMissing', data, place);
  }
  const account = withoutSeparators(row.bankAccount ?? '');
  const isConfirmed = rows.some(({ accountConfirmed }) => accountConfirmed);
  if (ACCOUNT.test(account)) {
    if (valueRules === 1 || isConfirmed || !isDoubtfulAccount(account)) return account;
    return problem('bankAccountNotConfirmed', { id, name, ending: endingOf(account) }, place);
  }
  return problem('bankAccountMalformed', { id, name, ending: endingOf(account), length: account.length }, place);
}

/** Where no roster has a column of accounts, the roster lacks it, not each of its people. */
function columnMissing(tables: readonly TableInfo[], people: number): Problem | null {
  const rosters = tables.filter(({ kind }) => kind === 'roster');
  const [first] = rosters;
  if (people === 0 || first === undefined || rosters.some(({ columns }) => columns.bankAccount !== undefined))
    return null;
  const { file, sheet, headerRow } = first;
  return problem('bankColumnMissing', { people }, { file, sheet, row: headerRow, column: null });
}

/** Everybody with an amount above 0, once. */
export function paymentsOf(
  record: MonthRecord,
  roster: readonly RosterRow[],
  valueRules: ValueRules = VALUE_RULES_NOW,
): Payments {
  const { tables } = record;
  const payees = payeesOf(record, roster);
  const hostile = payees.flatMap((payee) => hostileTexts(tables, payee));
  const lacking = columnMissing(tables, payees.length);
  if (lacking !== null) return { payments: [], problems: orderProblems([lacking, ...hostile]) };
  const payments: Payment[] = [];
  const problems: Problem[] = [];
  for (const payee of payees) {
    const account = accountOf(tables, payee, valueRules);
    if (typeof account !== 'string') problems.push(account);
    else {
      const { id, name, amount } = payee;
      payments.push({ id, name, bankName: telling(payee, 'bankName')?.bankName ?? null, account, amount });
    }
  }
  return { payments, problems: orderProblems([...problems, ...hostile]) };
}
