// 异常线索: what a person should look at before the month is signed and when it is audited. One ordered list of kinds.
import type { ClueRecord } from '../../model/record.ts';
import type { Office } from '../office.ts';
import { accountChanged } from './account-changed.ts';
import { accountShared } from './account-shared.ts';
import { burst } from './burst.ts';
import type { FindClues, PaidSubject } from './clue.ts';
import { equalDays } from './equal-days.ts';
import { headcount } from './headcount.ts';
import { leaveWork } from './leave-work.ts';
import { leaverPaid } from './leaver-paid.ts';
import { over24h } from './over-24h.ts';
import { sameContent } from './same-content.ts';
import { totalJump } from './total-jump.ts';

const KINDS: readonly FindClues[] = [
  accountShared,
  accountChanged,
  leaverPaid,
  totalJump,
  headcount,
  sameContent,
  burst,
  leaveWork,
  equalDays,
  over24h,
];

const firstOf = ({ people }: ClueRecord): string => people[0]?.id ?? '';
const byFirstPerson = (a: ClueRecord, b: ClueRecord): number =>
  firstOf(a) < firstOf(b) ? -1 : firstOf(a) > firstOf(b) ? 1 : 0;

/** By kind, then by the first person's id, then by day. */
export const cluesOf = (office: Office, paid: readonly PaidSubject[]): readonly ClueRecord[] =>
  KINDS.flatMap((find) => [...find(office, paid)].sort(byFirstPerson));
