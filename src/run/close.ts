// Closing a month (关账, spec 11): decided, looked at, written with everything it rests on into one archive.
import type { Acceptance, Hold, Manifest, OutputOptions, Statement } from '../model/archive.ts';
import { addMonths, type CivilDate, type YearMonth } from '../model/civil.ts';
import type { IssueRecord, MonthRecord } from '../model/record.ts';
import { issuesOf } from '../problems/issues.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { checkCode } from '../record/check-code.ts';
import { keptPast } from '../record/past.ts';
import { paymentsOf } from '../record/payments.ts';
import { recordBytes } from '../record/read.ts';
import { OFFICIAL_DAYS } from '../scheme/calendar.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { schemeStart } from '../scheme/timeline.ts';
import { archiveBytes, jsonBytes } from '../store/archive.ts';
import type { Entry } from '../store/archive-container.ts';
import { archiveText, FOLDERS } from '../store/archive-text.ts';
import type { Workspace } from '../store/workspace.ts';
import { type Output, writeOutputs } from '../store/write.ts';
import { VERSION } from '../version.ts';
import { archivePath, type Chain, EARLIER, followsClosed, pastPath, RESULTS } from './archives.ts';
import { type RunOfMonth, runMonth } from './history.ts';
import { opinionKey, opinionsIn } from './opinions.ts';
import { closingOutputs, recordOutput } from './outputs.ts';
import { inputsOf } from './read.ts';
import { replacedBy } from './void.ts';

export interface CloseRequest {
  readonly options: OutputOptions;
  /** Without who answers for them. */
  readonly holds: readonly { readonly id: string; readonly reason: string }[];
  readonly accepted: readonly { readonly code: string; readonly reason: string }[];
  /** 期初说明 */
  readonly opening: string | null;
  readonly strict: boolean;
}

export interface Closed {
  readonly record: MonthRecord;
  readonly manifest: Omit<Manifest, 'schema' | 'entries'>;
  readonly archive: Output;
  readonly outputs: readonly Output[];
  readonly issues: readonly IssueRecord[];
}

type Refused = { readonly issues: readonly IssueRecord[] };

/** Why the month has no place at the end of the chain. */
function orderProblems(chain: Chain, period: YearMonth, start: YearMonth, opening: string | null): readonly Problem[] {
  const [first, last] = [chain.closed[0]?.period, chain.closed.at(-1)?.period ?? null];
  if (first !== undefined && opening !== null) return [problem('firstMonthNotFirst', { month: period, first })];
  const before = addMonths(period, -1);
  const isBeginning = first === undefined && (opening !== null || before < start);
  return isBeginning || followsClosed(chain, period)
    ? []
    : [problem('monthBeforeNotClosed', { month: period, before, last })];
}

const answered = (reason: string, { preparedBy, preparedOn }: OutputOptions): Statement => ({
  reason,
  by: preparedBy ?? '',
  date: (preparedOn ?? '') as CivilDate,
});

interface Looked {
  readonly accepted: readonly Acceptance[];
  readonly problems: readonly Problem[];
}

/** Every warning with somebody's word on it, by 问题清单 or by its code. */
async function lookedAt(
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
      (warning.code === 'monthBeforeMissing' ? opening : undefined);
    const { severity: _, remedy: __, ...what } = warning;
    if (reason === undefined) open.set(warning.code, (open.get(warning.code) ?? 0) + 1);
    else accepted.push({ ...what, ...answered(reason, request.options) });
  }
  const codes = [...open].map(([code, count]) => ({ code, count }));
  const idle = [...byCode.keys()].filter((code) => !warnings.some((warning) => warning.code === code));
  return {
    accepted,
    problems: [
      ...idle.map((code) => problem('acceptanceWithoutWarning', { code })),
      ...(codes.length > 0 ? [problem('warningsNotAccepted', { codes })] : []),
    ],
  };
}

function unconfirmed({ scheme }: MonthRecord): readonly Problem[] {
  const numbers = scheme.interpretations.filter(({ confirmed }) => confirmed === null).map(({ number }) => number);
  return numbers.length > 0 ? [problem('interpretationsUnconfirmed', { numbers })] : [];
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** As it stands in the archive. */
export const archivedOutput = ({ path, bytes }: Output): Output => ({
  path: `${FOLDERS.outputs}/${nameOf(path)}`,
  bytes,
});
const archivedCells = (cells: Manifest['cells']): Manifest['cells'] =>
  Object.fromEntries(Object.entries(cells).map(([path, sheets]) => [`${FOLDERS.outputs}/${nameOf(path)}`, sheets]));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const CALENDAR = `${FOLDERS.scheme}/工作日历.json`;
export const NOTE = '说明.txt';

async function inputEntries(workspace: Workspace, period: YearMonth): Promise<readonly Entry[]> {
  const { month, previous, root } = await inputsOf(workspace, period);
  return Promise.all(
    [...month, ...previous, ...root].map(async ({ path, read }) => ({
      path: `${FOLDERS.inputs}/${path}`,
      bytes: await read(),
    })),
  );
}

/** Decides and looks at the month; what it is closed with, or why it cannot be closed. Nothing is written. */
async function prepared(
  workspace: Workspace,
  editions: readonly EditionSource[],
  period: YearMonth,
  request: CloseRequest,
): Promise<Closed | Refused> {
  const holds: readonly Hold[] = request.holds.map(({ id, reason }) => ({
    id: id as Hold['id'],
    ...answered(reason, request.options),
  }));
  const run = await runMonth(workspace, editions, period, { holds });
  const closing =
    run.closed === null
      ? orderProblems(run.chain, period, schemeStart(editions), request.opening)
      : [problem('monthClosed', { month: period })];
  const found =
    run.chain.problems.length > 0 ? run.problems : [...closing, ...(run.closed === null ? run.problems : [])];
  const issues = issuesOf(found, request.strict);
  const { record } = run;
  if (record === null || issues.some(({ severity }) => severity === 'error')) return { issues };
  const looked = await lookedAt(workspace, period, issues, request);
  const unknown = holds.filter(({ id }) => !record.subjects.some((subject) => subject.id === id));
  const payments = request.options.bank === null ? { payments: [], problems: [] } : paymentsOf(record, run.roster);
  const further = [
    ...looked.problems,
    ...unknown.map(({ id }) => problem('holdUnknown', { id, month: period })),
    ...payments.problems,
    ...unconfirmed(record),
  ];
  const told = [...issuesOf(further, request.strict), ...issues].sort(bySeverity);
  if (told.some(({ severity }) => severity === 'error')) return { issues: told };
  const sheets = await closingOutputs(record, run.past.history, payments.payments, request.options);
  const manifest = await manifestOf(workspace, run, record, editions, request, {
    holds,
    accepted: looked.accepted,
    cells: archivedCells(sheets.cells),
  });
  const contents: readonly Entry[] = [
    ...(await inputEntries(workspace, period)),
    ...editions.map(({ edition, text }) => ({ path: editionEntry(edition.id), bytes: utf8(text) })),
    { path: CALENDAR, bytes: jsonBytes(OFFICIAL_DAYS) },
    ...pastEntries(record, run.past.history),
    ...sheets.outputs.map(archivedOutput),
    { path: RESULTS, bytes: recordBytes(record) },
    { path: NOTE, bytes: utf8(archiveText(manifest)) },
  ];
  return {
    record,
    manifest,
    archive: { path: archivePath(period), bytes: archiveBytes(contents, manifest) },
    outputs: [
      ...sheets.outputs,
      recordOutput(record),
      ...(record.ranking === null ? [] : [recordOutput(record, record.ranking.quarter)]),
    ],
    issues: told,
  };
}

const RANK = { error: 0, warning: 1, notice: 2 } as const;
const bySeverity = (a: IssueRecord, b: IssueRecord): number => RANK[a.severity] - RANK[b.severity];

const editionEntry = (id: string): string => `${FOLDERS.scheme}/${id}.yaml`;

function pastEntries(record: MonthRecord, history: readonly MonthRecord[]): readonly Entry[] {
  const { whole, figures } = keptPast(record, history);
  return [
    ...whole.map((before) => ({ path: pastPath(before.period), bytes: recordBytes(before) })),
    ...(figures.length > 0 ? [{ path: EARLIER, bytes: jsonBytes(figures) }] : []),
  ];
}

async function manifestOf(
  workspace: Workspace,
  { chain, past }: RunOfMonth,
  record: MonthRecord,
  editions: readonly EditionSource[],
  { options, opening }: CloseRequest,
  decided: Pick<Manifest, 'holds' | 'accepted' | 'cells'>,
): Promise<Omit<Manifest, 'schema' | 'entries'>> {
  const { period, office, scheme, seal } = record;
  const last = chain.closed.at(-1);
  const { whole, figures } = keptPast(record, past.history);
  const { revision, replaces } = await replacedBy(workspace, period);
  return {
    program: VERSION,
    period,
    office,
    revision,
    scheme: { id: scheme.id, sha256: scheme.sha256 },
    seal,
    code: checkCode(seal),
    previous: last ? { period: last.period, manifest: last.archive.manifestHash } : null,
    opening: opening === null ? null : answered(opening, options),
    replaces,
    options,
    editions: editions.map(({ edition, file }) => ({ entry: editionEntry(edition.id), file })),
    history: { whole: whole.map((one) => one.period), figures: figures.map((one) => one.period) },
    ...decided,
  };
}

/** Closes the month in a workspace that is taken for it; its outputs and its archive appear together. */
export async function closeMonth(
  workspace: Workspace,
  editions: readonly EditionSource[],
  period: YearMonth,
  request: CloseRequest,
): Promise<Closed | Refused> {
  const closed = await prepared(workspace, editions, period, request);
  if ('archive' in closed) await writeOutputs(workspace, [...closed.outputs, closed.archive]);
  return closed;
}
