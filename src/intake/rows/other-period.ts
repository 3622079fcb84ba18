// Rows that belong to another month: counted, with the first of them as the example, and the days they bear.
import type { CivilDate } from '../../model/civil.ts';
import type { ParsedTable } from '../table.ts';
import { REASONS } from './reasons.ts';

/** Of more days nobody learns more. */
const MOST_DAYS = 200;

export function leaveOutOtherPeriod(table: ParsedTable, row: number, date: CivilDate | null = null): void {
  table.otherPeriod += 1;
  table.otherPeriodRow ??= row;
  if (date !== null && table.otherDates.size < MOST_DAYS) table.otherDates.add(date);
  table.ledger.settle(row, REASONS.otherPeriod);
}
