// Rows that belong to another month: counted, with the first of them as the example.
import type { ParsedTable } from '../table.ts';
import { REASONS } from './reasons.ts';

export function leaveOutOtherPeriod(table: ParsedTable, row: number): void {
  table.otherPeriod += 1;
  table.otherPeriodRow ??= row;
  table.ledger.settle(row, REASONS.otherPeriod);
}
