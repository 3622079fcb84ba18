// The books of a table (行数平衡).
import { expect, test } from 'vitest';
import { openLedger } from '../../src/intake/rows/ledger.ts';
import { REASONS } from '../../src/intake/rows/reasons.ts';

test('an error outweighs use, use outweighs a reason, in either order', () => {
  const ledger = openLedger();
  for (const row of [2, 3, 4, 900_000]) ledger.enter(row);
  ledger.settle(2, REASONS.otherPeriod);
  ledger.settle(2, 'used');
  ledger.settle(2, REASONS.copy);
  ledger.settle(3, 'error');
  ledger.settle(3, 'used');
  ledger.settle(4, REASONS.copy);
  ledger.settle(4, REASONS.total);
  ledger.settle(900_000, REASONS.copy);
  ledger.settle(7, 'used');
  expect(ledger.balance()).toEqual({ read: 4, used: 1, leftOut: { [REASONS.copy]: 2 }, inError: 1 });
});

test('a row that was never settled is a defect', () => {
  const ledger = openLedger();
  ledger.enter(2);
  expect(() => ledger.balance()).toThrow('row 2');
});
