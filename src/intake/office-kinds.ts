// Tables that belong to the office, not to a month (工作区的表): they stand in the workspace's root.
import type { TableKind } from '../model/terms.ts';

const OFFICE_KINDS = [
  'settings',
  'confirmations',
  'calendarDays',
  'ownHeadings',
  'quantifiedTargets',
  'notUsed',
  'wordings',
] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

export const isOfficeKind = (kind: TableKind): kind is OfficeKind =>
  (OFFICE_KINDS as readonly TableKind[]).includes(kind);
