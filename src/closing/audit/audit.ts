// The audit of archives (审计, spec 9, 11): hashes and chain, the month computed once more, every value compared.
import { type Archive, contentDamage, MANIFEST, openArchive, SUMS } from '../../archive/archive.ts';
import { EARLIER, pastPath, RESULTS } from '../../archive/chain.ts';
import { CALENDAR, NOTE } from '../../archive/contents.ts';
import { FOLDERS } from '../../archive/explanatory-note.ts';
import type { Manifest } from '../../model/archive.ts';
import type { IssueRecord, MonthRecord } from '../../model/record.ts';
import { issuesOf } from '../../problems/issues.ts';
import { checkCode } from '../../record/check-code.ts';
import { sealOf } from '../../store/seal.ts';
import { VERSION } from '../../version.ts';
import { type Cause, causeAmong, causeOf, type Difference, ofDamage } from './causes.ts';
import { chained } from './chain.ts';
import { type Check, checksOf } from './checks.ts';
import { compareNamedCells, compareOutputs } from './outputs.ts';
import { askedToday, type Rerun, rerun } from './rerun.ts';
import { compareResults, compareSeals, joined, recordIn } from './results.ts';
import { compareStatements } from './statements.ts';

/** Inputs are whatever was in the office's folders: the results name them. */
const isInput = (path: string): boolean => path.startsWith(`${FOLDERS.inputs}/`);
const isOutput = (path: string): boolean => path.startsWith(`${FOLDERS.outputs}/`);

/** What an archive holds against what one of its month can hold: an entry too many or too few is a difference, whatever it says. */
function compareContents({ manifest, paths }: Archive, { record, outputs }: Rerun): readonly Difference[] {
  const { history, editions, program } = manifest;
  const needed = [
    MANIFEST,
    SUMS,
    RESULTS,
    NOTE,
    CALENDAR,
    ...editions.map(({ entry }) => entry),
    ...history.whole.map(pastPath),
    ...(history.figures.length > 0 ? [EARLIER] : []),
  ];
  // Another version may write other files.
  const knowsOutputs = record !== null && program === VERSION;
  const expected = new Set([...needed, ...(knowsOutputs ? outputs.map(({ path }) => path) : [])]);
  const there = new Set(paths);
  const told = (file: string, archived: string): Difference => ({
    file,
    sheet: null,
    cell: null,
    archived,
    recomputed: null,
    cause: causeOf(file),
  });
  return [
    ...[...expected].filter((path) => !there.has(path)).map((path) => told(path, '缺少这一项')),
    ...[...there]
      .filter((path) => !expected.has(path) && !isInput(path) && !(isOutput(path) && !knowsOutputs))
      .map((path) => told(path, '这个月的归档里没有这样一项')),
  ];
}

export interface Audited {
  readonly path: string;
  readonly manifest: Manifest | null;
  readonly differences: readonly Difference[];
  readonly checks: readonly Check[];
  readonly archive: Archive | null;
  readonly rerun: Rerun | null;
  /** Errors of its inputs that this version asks about and the one that closed it did not. */
  readonly asked: readonly IssueRecord[];
}

export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** As on the paper; null where none was given. */
  readonly code: string | null;
}

/** The code of the archived record against the one on the paper. */
function ofCode(archived: MonthRecord | null, { code: own }: Manifest, code: string | null): readonly Difference[] {
  const found = archived === null ? own : checkCode(sealOf(archived));
  return code === null || code === found
    ? []
    : [{ file: MANIFEST, sheet: null, cell: '--code', archived: code, recomputed: found, cause: 'code' }];
}

/** Why there is nothing to compare with. */
const notComputed = ({ record, problems }: Rerun, cause: Cause): readonly Difference[] =>
  record === null
    ? issuesOf(problems, false)
        .filter(({ severity }) => severity === 'error')
        .map(({ file, sheet, row, column, message }) => ({
          file: file ?? RESULTS,
          sheet,
          cell: row === null ? null : `${column ?? ''}${row}`,
          archived: null,
          recomputed: `不能重新核算：${message}`,
          cause,
        }))
    : [];

async function auditOne({ path, bytes, code }: ArchiveFile): Promise<Audited> {
  const { archive, damage: outer } = openArchive(bytes);
  if (archive === null)
    return {
      path,
      manifest: null,
      differences: outer.map(ofDamage),
      checks: [],
      archive: null,
      rerun: null,
      asked: [],
    };
  const { manifest } = archive;
  const broken = [...outer, ...contentDamage(archive)];
  const causeIn = (own: Cause): Cause =>
    broken.some((one) => causeOf(one.path) === own) ? own : causeAmong(broken, manifest);
  const damage = broken.map(ofDamage);
  const archived = recordIn(archive);
  const again = await rerun(archive);
  const { record } = again;
  const seals = compareSeals(archived, manifest);
  const values = archived && record ? compareResults(archived, record, causeIn('result')) : null;
  const results = values && joined(values, seals);
  const outputs =
    record === null
      ? null
      : manifest.program === VERSION
        ? await compareOutputs(archive, again, causeIn('output'))
        : await compareNamedCells(archive, record);
  const toldOf = new Set(broken.map((one) => one.path));
  const contents = compareContents(archive, again).filter(({ file }) => !toldOf.has(file));
  const statements = record && compareStatements(archive, again, record, causeIn('result'));
  const codes = ofCode(archived, manifest, code);
  const found = [results ?? seals, outputs, statements].flatMap((one) => one?.differences ?? []);
  return {
    path,
    manifest,
    differences: [...damage, ...contents, ...codes, ...notComputed(again, causeAmong(broken, manifest)), ...found],
    checks: checksOf({ manifest, damage: [...damage, ...contents], results, outputs, statements, codes, code }),
    archive,
    rerun: again,
    asked: issuesOf(await askedToday(archive), false),
  };
}

/** In the order given. */
export async function auditArchives(
  files: readonly ArchiveFile[],
  onNext: (file: ArchiveFile, index: number) => void = () => {},
): Promise<readonly Audited[]> {
  const audited: Audited[] = [];
  for (const [index, file] of files.entries()) {
    onNext(file, index);
    audited.push(await auditOne(file));
  }
  return audited.map((one) => chained(one, audited));
}
