// wangge audit <archive...>: hashes, chain, the month computed once more; every difference told.
import { basename, dirname, resolve } from 'node:path';
import { type Audited, auditArchives } from '../closing/audit/audit.ts';
import { CAUSES, type Difference } from '../closing/audit/causes.ts';
import { sampleOf } from '../closing/audit/sample.ts';
import type { IssueRecord } from '../model/record.ts';
import { issuesOf } from '../problems/issues.ts';
import { typedCode } from '../record/check-code.ts';
import { changeSince } from '../run/closed-changes.ts';
import { StoreFailure } from '../store/failure.ts';
import { namedBytes } from '../store/named-file.ts';
import { ARCHIVE_FOLDER, openWorkspace } from '../store/workspace.ts';
import { writeChanges } from '../store/write.ts';
import { AUDIT_SCHEMA, auditDocument } from '../views/documents/audit.ts';
import { auditWorkbook } from '../views/workbook/audit.ts';
import { jsonText } from '../writers/json.ts';
import { hangingText } from '../writers/terminal.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { type Context, EXIT, type ExitCode, type Signature, UsageError } from './context.ts';

export interface AuditOptions {
  readonly codes: readonly string[];
  readonly xlsx: boolean;
  /** As typed; null where not given. */
  readonly sample: string | null;
  readonly seed: string | null;
}

/** On the screen; the rest is counted. */
const MOST_SHOWN = 20;

function codesFor(paths: readonly string[], codes: readonly string[]): readonly (string | null)[] {
  if (codes.length > 0 && codes.length !== paths.length)
    throw new UsageError('--code 的个数要与归档的个数相同，依次对应');
  return paths.map((_, index) => {
    const typed = codes[index];
    if (typed === undefined) return null;
    const code = typedCode(typed);
    if (code === null) throw new UsageError(`“${typed}”不是结果校验码，请照签字的发放表写 16 位字母和数字`);
    return code;
  });
}

function sampleSize({ sample, seed, xlsx }: AuditOptions): number | null {
  if (sample === null) {
    if (seed !== null) throw new UsageError('--seed 要与 --sample 一起写');
    return null;
  }
  if (!/^[1-9]\d{0,4}$/.test(sample)) throw new UsageError(`“${sample}”不是人数，请写 10 这样的整数`);
  if (seed?.trim() === '') throw new UsageError('--seed 不能为空');
  if (seed === null) throw new UsageError('--sample 要与 --seed 一起写，例如 --seed 42：同样的种子抽得同样的人');
  if (!xlsx) throw new UsageError('--sample 要与 --xlsx 一起写，抽样写在审计底稿里');
  return Number(sample);
}

const valueText = (value: Difference['archived']): string => (value === null ? '（无）' : String(value));

function differenceText({ file, sheet, cell, archived, recomputed, cause }: Difference, wraps: boolean): string {
  const place = [file, sheet, cell].filter((part) => part !== null).join(' › ');
  const values =
    cause === 'code'
      ? `您输入的（签字纸上）${valueText(archived)}，归档的 ${valueText(recomputed)}`
      : recomputed === null
        ? valueText(archived)
        : `归档 ${valueText(archived)}，重新核算 ${valueText(recomputed)}`;
  return `${hangingText(place, '  ', '  ', wraps)}${hangingText(`${values}（${CAUSES[cause]}）`, '    ', '    ', wraps)}`;
}

interface AuditedWithChanges extends Audited {
  /** What became of the month's files in the workspace that the archive stands in. */
  readonly since: readonly IssueRecord[];
}

/** Files of the workspace `<workspace>/归档/2021-07.zip` stands in, against what was archived. */
async function sinceClose({ path, archive }: Audited): Promise<readonly IssueRecord[]> {
  const folder = dirname(resolve(path));
  if (archive === null || basename(folder) !== ARCHIVE_FOLDER) return [];
  const workspace = await openWorkspace(dirname(folder));
  const { period } = archive.manifest;
  if (!workspace.months.includes(period)) return [];
  const change = await changeSince(workspace, { period, archive });
  return change === null ? [] : issuesOf([change], false);
}

const noteText = (label: string, issues: readonly IssueRecord[], wraps: boolean): readonly string[] =>
  issues.map(({ file, message }) =>
    hangingText(`${label}：${file === null ? '' : `${file} `}${message}`, '  ', '  ', wraps),
  );

function auditedText(
  { path, manifest, differences, checks, asked, since }: AuditedWithChanges,
  wraps: boolean,
): string {
  const name = manifest === null ? path : `${path}（${manifest.period}）`;
  const unchecked = checks
    .filter(({ ok, note }) => ok === null && note.includes('未核对'))
    .map(({ note }) => hangingText(note, '  ', '  ', wraps))
    .concat(noteText('今天会问', asked, wraps), noteText('现在的文件', since, wraps));
  if (differences.length === 0) return `${name}：相符\n${unchecked.join('')}`;
  const shown = differences.slice(0, MOST_SHOWN).map((one) => differenceText(one, wraps));
  const more =
    differences.length > MOST_SHOWN ? `  …… 还有 ${differences.length - MOST_SHOWN} 处，全部见 --xlsx 或 --json\n` : '';
  return `${name}：不符 ${differences.length} 处\n${shown.join('')}${more}${unchecked.join('')}`;
}

export async function audit(
  context: Context,
  paths: readonly string[],
  signature: Signature,
  options: AuditOptions,
): Promise<ExitCode> {
  const codes = codesFor(paths, options.codes);
  const size = sampleSize(options);
  const files = await Promise.all(
    paths.map(async (path, index) => ({ path, bytes: await namedBytes(path), code: codes[index] ?? null })),
  );
  const found = await auditArchives(files, ({ path }, index) =>
    context.progress.show(`核对 ${path}`, index, files.length),
  );
  const audited: AuditedWithChanges[] = [];
  for (const one of found) audited.push({ ...one, since: await sinceClose(one) });
  const periods = audited.flatMap(({ manifest }) => (manifest ? [manifest.period] : [])).sort();
  const period = periods.length > 1 ? `${periods[0]}..${periods.at(-1)}` : (periods[0] ?? '');
  const path = `${period === '' ? basename(paths[0] ?? '', '.zip') : period}-审计底稿.xlsx`;
  if (options.xlsx) {
    const sample = size === null ? null : await sampleOf(audited, size, options.seed ?? '');
    const told = audited.map((one) => ({
      ...one,
      differences: one.differences.map((difference) => ({ ...difference, cause: CAUSES[difference.cause] })),
    }));
    const workspace = await openWorkspace(context.dir);
    if ((await workspace.readIfThere(path)) !== null)
      throw new StoreFailure(`已经有 ${path}，可能写有结论，不覆盖它；请改名或移走后重试`);
    await writeChanges(workspace, [{ path, bytes: await workbookBytes(auditWorkbook(told, sample, signature)) }]);
  }
  if (context.json) {
    context.out(jsonText(AUDIT_SCHEMA, period, auditDocument(audited), []));
  } else {
    for (const one of audited)
      if (!context.quiet || one.differences.length > 0) context.out(auditedText(one, context.wraps));
    if (options.xlsx && !context.quiet) context.out(`已生成 ${path}\n`);
  }
  return audited.some(({ differences }) => differences.length > 0) ? EXIT.differences : EXIT.done;
}
