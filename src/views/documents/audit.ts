// `audit --json`: for each archive every difference.
import type { auditBody } from '../schemas/audit.ts';
import type { Told } from '../schemas/common.ts';

export const AUDIT_SCHEMA = 'audit/1';

type Archives = Told<typeof auditBody>['archives'];

export const auditDocument = (audited: readonly Omit<Archives[number], 'ok'>[]): Told<typeof auditBody> => ({
  archives: audited.map(({ path, differences }) => ({ path, ok: differences.length === 0, differences })),
});
