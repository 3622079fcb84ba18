// Warnings of a month about to be closed, with somebody's word on each: by 问题清单, by its code, by the opening statement.
import type { Acceptance, OutputOptions, Statement } from '../model/archive.ts';
import type { CivilDate, YearMonth } from '../model/civil.ts';
import type { IssueRecord } from '../model/record.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Workspace } from '../store/workspace.ts';
import type { CloseRequest } from './close.ts';
import { opinionKey, opinionsIn } from './opinions.ts';

/** By whom and on what day the close is asked for. */
export const answered = (reason: string, { preparedBy, preparedOn }: OutputOptions): Statement => ({
  // One line: notes and sheets show it as one.
  reason: reason.replace(/\s+/g, ' ').trim(),
  by: preparedBy ?? '',
  date: (preparedOn ?? '') as CivilDate,
});

const isSigned = ({ preparedBy, preparedOn }: OutputOptions): boolean => preparedBy !== null && preparedOn !== null;

/** 期初说明 says how carry-over and cards stood before. */
const OPENING_ANSWERS: ReadonlySet<string> = new Set(['monthBeforeMissing', 'redCardCheckIncomplete']);

export interface Looked {
  readonly accepted: readonly Acceptance[];
  readonly problems: readonly Problem[];
}

/** Every warning with somebody's word on it, by 问题清单 or by its code. */
export async function lookedAt(
  workspace: Workspace,
  period: YearMonth,
  issues: readonly IssueRecord[],
  request: CloseRequest,
): Promise<Looked> {
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const opinions = await opinionsIn(workspace, period);
  const byCode = new Map(request.accepted.map(({ code, reason }) => [code, reason]));
  const opening = request.opening === null ? undefined : `期初说明：${request.opening}`;
  const accepted: Acceptance[] = [];
  const open = new Map<string, number>();
  for (const warning of warnings) {
    const reason =
      opinions.get(opinionKey(warning)) ??
      byCode.get(warning.code) ??
      (OPENING_ANSWERS.has(warning.code) ? opening : undefined);
    const { severity: _, remedy: __, stake: ___, ...what } = warning;
    if (reason === undefined) open.set(warning.code, (open.get(warning.code) ?? 0) + 1);
    else accepted.push({ ...what, ...answered(reason, request.options) });
  }
  const codes = [...open].map(([code, count]) => ({ code, count }));
  const idle = [...byCode.keys()].filter((code) => !warnings.some((warning) => warning.code === code));
  return {
    accepted,
    problems: [
      ...(accepted.length > 0 && !isSigned(request.options)
        ? [problem('opinionsUnsigned', { count: accepted.length })]
        : []),
      ...idle.map((code) => problem('acceptanceWithoutWarning', { code })),
      ...(codes.length > 0 ? [problem('warningsNotAccepted', { codes })] : []),
    ],
  };
}
