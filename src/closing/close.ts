// Closing a month (关账, spec 11): decided, looked at, written with everything it rests on into one archive.
import { archiveBytes, openArchive } from '../archive/archive.ts';
import { archivePath, type Chain, followsClosed } from '../archive/chain.ts';
import { archiveContents, archivedCells, editionEntry } from '../archive/contents.ts';
import type { Hold, Manifest, OutputOptions } from '../model/archive.ts';
import { addMonths, type YearMonth } from '../model/civil.ts';
import type { IssueRecord, MonthRecord } from '../model/record.ts';
import { issuesOf } from '../problems/issues.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { byRank } from '../problems/rank.ts';
import { checkCode } from '../record/check-code.ts';
import { keptPast } from '../record/past.ts';
import type { Payments } from '../record/payments.ts';
import { bankList } from '../run/bank.ts';
import { changesSince } from '../run/closed-changes.ts';
import { type MonthRun, runMonth } from '../run/month.ts';
import { closingOutputs, staleBankList, withRecord } from '../run/outputs.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { schemeStart } from '../scheme/timeline.ts';
import { sha256, type Workspace } from '../store/workspace.ts';
import { type Output, writeChanges } from '../store/write.ts';
import { VERSION } from '../version.ts';
import { answered, lookedAt } from './acceptances.ts';
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
  if (first !== undefined && period < first) return [problem('monthBeforeChain', { month: period, first })];
  const isBeginning = first === undefined && (opening !== null || before < start);
  return isBeginning || followsClosed(chain, period)
    ? []
    : [problem('monthBeforeNotClosed', { month: period, before, last })];
}

const filesOf = (editions: readonly { readonly file: string | null }[]): readonly string[] =>
  editions.flatMap(({ file }) => (file === null ? [] : [file.slice(file.lastIndexOf('/') + 1)]));

/** What the editions of a run are: those that are shipped by their names, an office's own by what they say. */
const editionsThen = ({ editions, entries }: Manifest): readonly string[] =>
  editions.map(({ entry, file }) =>
    file === null ? entry : (entries.find(({ path }) => path === entry)?.sha256 ?? ''),
  );
const editionsNow = (editions: readonly EditionSource[]): readonly string[] =>
  editions.map(({ edition, file, text }) => (file === null ? editionEntry(edition.id) : sha256(text)));

/** What only a close asks to be looked at: it is not in the record, for it is not of the month itself. */
async function closingWarnings(
  workspace: Workspace,
  editions: readonly EditionSource[],
  { chain, period }: MonthRun,
  { options }: CloseRequest,
): Promise<readonly Problem[]> {
  const last = chain.closed.at(-1);
  const then = last?.archive.manifest;
  const isOther = then && JSON.stringify(editionsThen(then)) !== JSON.stringify(editionsNow(editions));
  return [
    ...(isOther
      ? [problem('editionsNotAsBefore', { before: last.period, was: filesOf(then.editions), is: filesOf(editions) })]
      : []),
    ...(options.bank === null ? await staleBankList(workspace, period) : []),
    ...(await changesSince(workspace, chain.closed)),
  ];
}

const editionEntries = (editions: readonly EditionSource[]): Manifest['editions'] =>
  editions.map(({ edition, file }) => ({ entry: editionEntry(edition.id), file }));

function unconfirmed({ scheme }: MonthRecord): readonly Problem[] {
  const numbers = scheme.interpretations.filter(({ confirmed }) => confirmed === null).map(({ number }) => number);
  return numbers.length > 0 ? [problem('interpretationsUnconfirmed', { numbers })] : [];
}

const NO_PAYMENTS: Payments = { payments: [], problems: [] };

const unknownHolds = ({ period, subjects }: MonthRecord, holds: readonly Hold[]): readonly Problem[] =>
  holds
    .filter(({ id }) => !subjects.some((subject) => subject.id === id))
    .map(({ id }) => problem('holdUnknown', { id, month: period }));

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
  const own = run.closed === null ? await closingWarnings(workspace, editions, run, request) : [];
  const { record } = run;
  const bank =
    record === null || run.closed !== null ? NO_PAYMENTS : await bankList(record, run.roster, request.options.bank);
  const issues = issuesOf([...own, ...found, ...bank.problems], request.strict);
  if (run.closed !== null || run.chain.problems.length > 0) return { issues };
  const looked = await lookedAt(workspace, run, issues, request);
  const further = [
    ...looked.problems,
    ...(record === null ? [] : unknownHolds(record, holds)),
    ...(record === null ? [] : unconfirmed(record)),
  ];
  const told = [...issues, ...issuesOf(further, request.strict)].sort(byRank);
  if (record === null || told.some(({ severity }) => severity === 'error')) return { issues: told };
  const replaced = await replacedBy(workspace, period);
  if ('code' in replaced) return { issues: issuesOf([replaced], request.strict) };
  const sheets = await closingOutputs(record, run.past.history, bank.payments, request.options);
  const manifest = manifestOf(run, record, editions, request, {
    ...replaced,
    holds,
    accepted: looked.accepted,
    cells: archivedCells(sheets.cells),
  });
  const contents = await archiveContents(workspace, editions, record, run.past.history, sheets.outputs, manifest);
  const bytes = archiveBytes(contents, manifest);
  const [damage] = openArchive(bytes).damage;
  if (damage) throw new Error(`an archive that would not open: ${damage.path} ${damage.what}`);
  return {
    record,
    manifest,
    archive: { path: archivePath(period), bytes },
    outputs: await withRecords(workspace, record, sheets.outputs),
    issues: told,
  };
}

/** What belongs to the month, and to the quarter that ends with it. */
async function withRecords(workspace: Workspace, record: MonthRecord, outputs: readonly Output[]) {
  const ofMonth = outputs.filter(({ path }) => path.startsWith(`${record.period}/`));
  const ofQuarter = outputs.filter((output) => !ofMonth.includes(output));
  const { ranking } = record;
  return [
    ...(await withRecord(workspace, record, ofMonth)),
    ...(ranking === null ? [] : await withRecord(workspace, record, ofQuarter, ranking.quarter)),
  ];
}

function manifestOf(
  { chain, past }: MonthRun,
  record: MonthRecord,
  editions: readonly EditionSource[],
  { options, opening }: CloseRequest,
  decided: Pick<Manifest, 'revision' | 'replaces' | 'holds' | 'accepted' | 'cells'>,
): Omit<Manifest, 'schema' | 'entries'> {
  const { period, office, scheme, seal } = record;
  const last = chain.closed.at(-1);
  const { whole, figures } = keptPast(record, past.history);
  return {
    program: VERSION,
    period,
    office,
    scheme: { id: scheme.id, sha256: scheme.sha256 },
    seal,
    code: checkCode(seal),
    previous: last ? { period: last.period, manifest: last.archive.manifestHash } : null,
    opening: opening === null ? null : answered(opening, options),
    options,
    editions: editionEntries(editions),
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
  if ('archive' in closed) await writeChanges(workspace, [...closed.outputs, closed.archive]);
  return closed;
}
