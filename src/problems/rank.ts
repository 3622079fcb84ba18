// Which problem is told before which (先后): what hides or brings others first, what follows from others last, between them
// the dearest first.
import type { IssueRecord } from '../model/record.ts';
import type { Code } from './problem.ts';

const CAUSES: ReadonlySet<string> = new Set<Code>([
  'fileDamaged',
  'fileEmpty',
  'fileTooLarge',
  'fileTooSlow',
  'fileEncrypted',
  'fileLegacyFormat',
  'fileNotAsNamed',
  'fileEncoding',
  'linkStray',
  'monthBeforeInError',
]);

const FOLLOWING: ReadonlySet<string> = new Set<Code>([
  'personUnknown',
  'gridUnknown',
  'redCardCheckIncomplete',
  'quarterIncomplete',
]);

const SEVERITIES = { error: 0, warning: 1, notice: 2 } as const;

const levelOf = ({ code }: Pick<IssueRecord, 'code'>): number => (CAUSES.has(code) ? 0 : FOLLOWING.has(code) ? 2 : 1);

/** A table that is missing or cannot be read hides what else is wrong with it. */
const isWhole = ({ severity, row }: IssueRecord): boolean => severity === 'error' && row === null;

/** Errors first. */
const bySeverity = (a: Pick<IssueRecord, 'severity'>, b: Pick<IssueRecord, 'severity'>): number =>
  SEVERITIES[a.severity] - SEVERITIES[b.severity];

/** Errors first, causes before what follows from them, then by what they may cost. */
export const byRank = (a: IssueRecord, b: IssueRecord): number =>
  bySeverity(a, b) ||
  levelOf(a) - levelOf(b) ||
  (b.stake?.amount ?? 0) - (a.stake?.amount ?? 0) ||
  Number(isWhole(b)) - Number(isWhole(a));
