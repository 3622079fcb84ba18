// The audit of archives (审计, spec 9, 11): hashes and chain, the month computed once more, every value compared.
import type { Manifest } from '../../model/archive.ts';
import { addMonths, type YearMonth } from '../../model/civil.ts';
import type { Decision } from '../../model/decision.ts';
import type { MonthRecord } from '../../model/record.ts';
import { issuesOf } from '../../problems/issues.ts';
import { checkCode } from '../../record/check-code.ts';
import { type Archive, contentDamage, openArchive } from '../../store/archive.ts';
import type { Damage } from '../../store/archive-container.ts';
import { FOLDERS } from '../../store/archive-text.ts';
import { sha256 } from '../../store/workspace.ts';
import { VERSION } from '../../version.ts';
import { pastPath, RESULTS } from '../archives.ts';
import { type Rerun, rerun } from './rerun.ts';
import { compareValues } from './values.ts';
import { cellsIn, compareWorkbooks } from './workbooks.ts';

/** What a difference comes from, as far as it can be told. */
export const CAUSES = {
  damage: '归档被改动或损坏',
  input: '输入文件被改动',
  setting: '单位设置被改动',
  edition: '方案文件被改动',
  calendar: '工作日历被改动',
  past: '前期结果被改动',
  output: '输出文件被改动',
  result: '结果被改写',
  program: '程序版本不同',
  chain: '与前一月的归档不衔接',
  code: '与签字发放表上的结果校验码不符',
} as const;
export type Cause = keyof typeof CAUSES;

export interface Difference {
  /** The entry. */
  readonly file: string;
  readonly sheet: string | null;
  /** A cell, or the way to a value of a document. */
  readonly cell: string | null;
  readonly archived: string | number | boolean | null;
  readonly recomputed: string | number | boolean | null;
  readonly cause: Cause;
}

/** What was looked at, and how many of it. */
export interface Check {
  readonly title: string;
  readonly count: number | null;
  readonly ok: boolean | null;
  readonly note: string;
}

export interface Audited {
  readonly path: string;
  readonly manifest: Manifest | null;
  readonly differences: readonly Difference[];
  readonly checks: readonly Check[];
  readonly archive: Archive | null;
  readonly rerun: Rerun | null;
}

export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** As on the paper; null where none was given. */
  readonly code: string | null;
}

function causeOf(path: string | null): Cause {
  if (path === null) return 'damage';
  if (path.startsWith(`${FOLDERS.inputs}/`)) return /^输入\/[^/]*设置[^/]*$/.test(path) ? 'setting' : 'input';
  if (path.startsWith(`${FOLDERS.scheme}/`)) return path.endsWith('.yaml') ? 'edition' : 'calendar';
  if (path.startsWith(`${FOLDERS.past}/`)) return 'past';
  if (path.startsWith(`${FOLDERS.outputs}/`)) return 'output';
  return path === RESULTS ? 'result' : 'damage';
}

const ofDamage = ({ path, what }: Damage): Difference => ({
  file: path ?? '（压缩包结尾）',
  sheet: null,
  cell: null,
  archived: what,
  recomputed: null,
  cause: causeOf(path),
});

const plain = (value: unknown): string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as string | number | boolean | null)
    : JSON.stringify(value);

/** Of records of another schema only what they all have is compared. */
function comparable(record: MonthRecord, isSameSchema: boolean, isSameProgram: boolean): unknown {
  if (isSameSchema) {
    const { program: _, seal: __, ...values } = record;
    return isSameProgram ? record : values;
  }
  return record.subjects.map(({ id, role, total, carriedOut, decisions }) => ({
    id,
    role,
    total,
    carriedOut,
    decisions: decisions.map(({ item, amount }: Decision) => ({ item, amount })),
  }));
}

function recordIn(archive: Archive): MonthRecord | null {
  const bytes = archive.bytesOf(RESULTS);
  try {
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as MonthRecord);
  } catch {
    return null;
  }
}

interface Compared {
  readonly differences: readonly Difference[];
  readonly count: number;
}

function compareResults(archived: MonthRecord, again: MonthRecord, cause: Cause): Compared {
  const isSameSchema = archived.schema === again.schema;
  const sides = [archived, again].map((one) => comparable(one, isSameSchema, archived.program === again.program));
  const { compared, differences } = compareValues(sides[0], sides[1]);
  return {
    count: compared,
    differences: differences.map(({ path, archived: was, recomputed }) => ({
      file: RESULTS,
      sheet: null,
      cell: path,
      archived: plain(was),
      recomputed: plain(recomputed),
      cause,
    })),
  };
}

async function compareOutputs(archive: Archive, { outputs }: Rerun, cause: Cause): Promise<Compared> {
  const differences: Difference[] = [];
  for (const { path, bytes } of outputs) {
    const archived = archive.bytesOf(path);
    if (archived === null || sha256(archived) === sha256(bytes)) continue;
    for (const found of await compareWorkbooks(archived, bytes, path))
      differences.push({ file: path, ...found, cause });
  }
  return { differences, count: outputs.length };
}

/** Yuan or figure of a person on the sheets that pay, as the record has it. */
function valueIn(record: MonthRecord, id: string, item: string): number | string | boolean | null | undefined {
  for (const subject of record.subjects.filter((one) => one.id === id)) {
    if (item === 'total' || item === 'carriedOut') return subject[item] / 100;
    const decision = subject.decisions.find((one) => one.item === item);
    if (decision) return decision.amount / 100;
    const figure = subject.figures[item];
    if (figure) return figure.value;
  }
  return undefined;
}

/** By another program version sheets may look otherwise: the cells that the manifest names are held against the results. */
async function compareNamedCells(archive: Archive, record: MonthRecord): Promise<Compared> {
  const differences: Difference[] = [];
  let count = 0;
  for (const [path, sheets] of Object.entries(archive.manifest.cells)) {
    const bytes = archive.bytesOf(path);
    const found = bytes && (await cellsIn(bytes, path));
    if (!found) continue;
    for (const [sheet, cells] of Object.entries(sheets))
      for (const [cell, [id, item]] of Object.entries(cells)) {
        const recomputed = valueIn(record, id, item);
        const archived = found.get(sheet)?.get(cell) ?? null;
        if (typeof archived !== 'number' || recomputed === undefined) continue;
        count += 1;
        if (Number(recomputed) !== archived && !String(recomputed).includes('/'))
          differences.push({ file: path, sheet, cell, archived, recomputed, cause: 'program' });
      }
  }
  return { differences, count };
}

/** The cause of what comes out otherwise: the first thing that is no longer what it was, else the program, else the result. */
function causeAmong(damage: readonly Damage[], manifest: Manifest): Cause {
  const causes = damage.map(({ path }) => causeOf(path));
  const order: readonly Cause[] = ['setting', 'input', 'edition', 'calendar', 'past'];
  return order.find((cause) => causes.includes(cause)) ?? (manifest.program === VERSION ? 'result' : 'program');
}

function ofCode(archived: MonthRecord | null, manifest: Manifest, code: string | null): readonly Difference[] {
  const own = archived === null ? manifest.code : checkCode(archived.seal);
  const difference = (cell: string, expected: string): Difference => ({
    file: 'manifest.json',
    sheet: null,
    cell,
    archived: expected,
    recomputed: own,
    cause: 'code',
  });
  return [
    ...(manifest.code === own ? [] : [difference('code', manifest.code)]),
    ...(code === null || code === own ? [] : [difference('--code', code)]),
  ];
}

const check = (title: string, count: number | null, ok: boolean | null, note = ''): Check => ({
  title,
  count,
  ok,
  note,
});

async function auditOne({ path, bytes, code }: ArchiveFile): Promise<Audited> {
  const { archive, damage: outer } = openArchive(bytes);
  if (archive === null)
    return { path, manifest: null, differences: outer.map(ofDamage), checks: [], archive: null, rerun: null };
  const { manifest } = archive;
  const damage = [...outer, ...contentDamage(archive)];
  const broken = new Set(damage.map((one) => one.path));
  const archived = recordIn(archive);
  const again = await rerun(archive);
  const cause = causeAmong(damage, manifest);
  const isSameProgram = manifest.program === VERSION;
  const results =
    archived && again.record ? compareResults(archived, again.record, broken.has(RESULTS) ? 'result' : cause) : null;
  const outputs =
    again.record === null
      ? null
      : isSameProgram
        ? await compareOutputs(archive, again, damage.some((one) => causeOf(one.path) === 'output') ? 'output' : cause)
        : await compareNamedCells(archive, again.record);
  const codes = ofCode(archived, manifest, code);
  const failed =
    again.record === null ? issuesOf(again.problems, false).filter(({ severity }) => severity === 'error') : [];
  const differences = [
    ...damage.map(ofDamage),
    ...codes,
    ...failed.map(
      (issue): Difference => ({
        file: issue.file ?? RESULTS,
        sheet: issue.sheet,
        cell: issue.row === null ? null : `${issue.column ?? ''}${issue.row}`,
        archived: null,
        recomputed: `不能重新核算：${issue.message}`,
        cause,
      }),
    ),
    ...(results?.differences ?? []),
    ...(outputs?.differences ?? []),
  ];
  const isFine = (found: Compared | null): boolean => found !== null && found.differences.length === 0;
  const checks = [
    check('压缩包和清单', manifest.entries.length, damage.length === 0, '每一项的 SHA-256、目录、SHA256SUMS'),
    check(
      '输入文件',
      manifest.entries.filter((entry) => entry.path.startsWith(`${FOLDERS.inputs}/`)).length,
      !damage.some((one) => ['input', 'setting'].includes(causeOf(one.path))),
      '关账时读取的表格',
    ),
    check('重新核算的值', results?.count ?? 0, isFine(results), '人员、项目、指标、依据、出处、排名逐值比较'),
    check(
      isSameProgram ? '重新生成的文件' : '发放表单元格',
      outputs?.count ?? 0,
      isFine(outputs),
      isSameProgram
        ? '逐字节比较；不同的逐单元格列出'
        : `程序版本 ${manifest.program}，现用 ${VERSION}：按清单的单元格对照比较`,
    ),
    check(
      '结果校验码',
      code === null ? null : 1,
      code === null ? null : codes.length === 0,
      code === null ? '没有提供签字发放表上的校验码，未核对' : `发放表 ${code}`,
    ),
    check(
      '警告的处理意见',
      manifest.accepted.length,
      null,
      [...new Set(manifest.accepted.map(({ by }) => by))].join('、'),
    ),
    check(
      '暂缓发放',
      manifest.holds.length,
      null,
      manifest.holds.map(({ id, reason }) => `${id} ${reason}`).join('；'),
    ),
  ];
  return { path, manifest, differences, checks, archive, rerun: again };
}

/** Each archive held against the one of the month before, where that is given too. */
function chained(audited: Audited, all: readonly Audited[]): Audited {
  const { archive, manifest } = audited;
  if (archive === null || manifest === null) return audited;
  const told = (differences: readonly Difference[], one: Check): Audited => ({
    ...audited,
    differences: [...audited.differences, ...differences],
    checks: [...audited.checks.slice(0, 1), one, ...audited.checks.slice(1)],
  });
  const { previous, opening, period } = manifest;
  if (previous === null) {
    const isFirst = !all.some((other) => other.manifest?.period === addMonths(period as YearMonth, -1));
    const note =
      opening === null ? '方案施行的第一个月' : `期初说明：${opening.reason}（${opening.by}，${opening.date}）`;
    return told(
      isFirst ? [] : [cut(null, addMonths(period, -1))],
      check('与前一月衔接', null, isFirst ? null : false, note),
    );
  }
  const before = all.find((other) => other.manifest?.period === previous.period);
  if (!before?.archive)
    return told([], check('与前一月衔接', null, null, `没有提供 ${previous.period} 的归档，未核对`));
  const links =
    before.archive.manifestHash === previous.manifest ? [] : [cut(previous.manifest, before.archive.manifestHash)];
  const [own, theirs] = [archive.bytesOf(pastPath(previous.period)), before.archive.bytesOf(RESULTS)];
  const isSame = own !== null && theirs !== null && sha256(own) === sha256(theirs);
  const past = isSame ? [] : [{ ...cut('前期结果', `${previous.period} 归档的结果`), file: pastPath(previous.period) }];
  return told(
    [...links, ...past],
    check('与前一月衔接', 1, links.length + past.length === 0, `${previous.period} 的 manifest.json 和结果`),
  );
}

const cut = (archived: string | null, recomputed: string): Difference => ({
  file: 'manifest.json',
  sheet: null,
  cell: 'previous.manifest',
  archived,
  recomputed,
  cause: 'chain',
});

/** In the order given. */
export async function auditArchives(files: readonly ArchiveFile[]): Promise<readonly Audited[]> {
  const audited: Audited[] = [];
  for (const file of files) audited.push(await auditOne(file));
  return audited.map((one) => chained(one, audited));
}
