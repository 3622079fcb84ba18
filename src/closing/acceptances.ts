// Warnings of a month about to be closed, with somebody's word on each: by 问题清单, by its code, by the opening statement.
import type { Acceptance, OutputOptions, Statement } from '../model/archive.ts';
import { addMonths, type CivilDate } from '../model/civil.ts';
import type { IssueRecord } from '../model/record.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { MonthRun } from '../run/month.ts';
import { opinionKey, opinionsIn } from '../run/opinions.ts';
import type { Workspace } from '../store/workspace.ts';
import type { CloseRequest } from './close.ts';

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

/** By the words of a warning: what was said of them when the month before was closed. */
const wordsKey = ({ code, message }: Pick<Acceptance, 'code' | 'message'>): string => JSON.stringify([code, message]);

const BEFORE = '上月已答复：';

/** What the roster was asked about last month, in the same words, is answered. */
function saidBefore({ record, chain }: MonthRun): (issue: IssueRecord) => Statement | null {
  const last = chain.closed.at(-1);
  if (record === null || last === undefined || addMonths(last.period, 1) !== record.period) return () => null;
  const rosters = new Set(record.tables.flatMap(({ kind, file }) => (kind === 'roster' ? [file] : [])));
  const said = new Map(last.archive.manifest.accepted.map((one) => [wordsKey(one), one]));
  return (issue) => {
    const found = issue.file !== null && rosters.has(issue.file) ? said.get(wordsKey(issue)) : undefined;
    if (found === undefined) return null;
    const { reason, by, date } = found;
    return { reason: reason.startsWith(BEFORE) ? reason : `${BEFORE}${reason}`, by, date };
  };
}

/** Every warning with somebody's word on it: by 问题清单, by its code, by what was said last month. */
export async function lookedAt(
  workspace: Workspace,
  run: MonthRun,
  issues: readonly IssueRecord[],
  request: CloseRequest,
): Promise<Looked> {
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const opinions = await opinionsIn(workspace, run.period);
  const byCode = new Map(request.accepted.map(({ code, reason }) => [code, reason]));
  const opening = request.opening === null ? undefined : `期初说明：${request.opening}`;
  const before = saidBefore(run);
  const asksForOpening = issues.some(({ code }) => code === 'monthBeforeNotClosed');
  const accepted: Acceptance[] = [];
  const open = new Map<string, number>();
  let fresh = 0;
  for (const warning of warnings) {
    const reason =
      opinions.get(opinionKey(warning)) ??
      byCode.get(warning.code) ??
      (OPENING_ANSWERS.has(warning.code) ? opening : undefined);
    const { severity: _, remedy: __, stake: ___, ...what } = warning;
    const earlier = reason === undefined ? before(warning) : null;
    if (reason !== undefined) {
      fresh += 1;
      accepted.push({ ...what, ...answered(reason, request.options) });
    } else if (earlier !== null) accepted.push({ ...what, ...earlier });
    else if (!(asksForOpening && OPENING_ANSWERS.has(warning.code)))
      open.set(warning.code, (open.get(warning.code) ?? 0) + 1);
  }
  const codes = [...open].map(([code, count]) => ({ code, count }));
  const idle = [...byCode.keys()].filter((code) => !warnings.some((warning) => warning.code === code));
  const unsigned = [
    ...(fresh > 0 || codes.length > 0 || request.accepted.length > 0 ? ['处理意见'] : []),
    ...(request.holds.length > 0 ? ['暂缓发放'] : []),
    ...(request.opening !== null || asksForOpening ? ['期初说明'] : []),
  ];
  return {
    accepted,
    problems: [
      ...(unsigned.length > 0 && !isSigned(request.options) ? [problem('opinionsUnsigned', { what: unsigned })] : []),
      ...idle.map((code) => problem('acceptanceWithoutWarning', { code })),
      ...(codes.length > 0 ? [problem('warningsNotAccepted', { codes })] : []),
    ],
  };
}
