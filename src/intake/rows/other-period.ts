// Rows that belong to another month: counted, with the first of them as the example, and the months they belong to.
import { type CivilDate, monthOf } from '../../model/civil.ts';
import type { ParsedTable } from '../table.ts';
import { REASONS } from './reasons.ts';

/** More months than anybody wants to be told. */
const MOST_MONTHS = 6;

export function leaveOutOtherPeriod(table: ParsedTable, row: number, date: CivilDate | null = null): void {
  table.otherPeriod += 1;
  table.otherPeriodRow ??= row;
  if (date !== null && table.otherMonths.size < MOST_MONTHS) table.otherMonths.add(monthOf(date));
  table.ledger.settle(row, REASONS.otherPeriod);
}
