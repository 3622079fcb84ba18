// What an audit looked at, how much of it, and whether it holds: the lines of 审计底稿.
import { FOLDERS } from '../../archive/explanatory-note.ts';
import type { Manifest } from '../../model/archive.ts';
import { VERSION } from '../../version.ts';
import { causeOf, type Difference } from './causes.ts';
import type { Compared } from './results.ts';

export interface Check {
  readonly title: string;
  readonly count: number | null;
  /** Null: there was nothing to hold it against. */
  readonly ok: boolean | null;
  readonly note: string;
}

export const check = (title: string, count: number | null, ok: boolean | null, note: string): Check => ({
  title,
  count,
  ok,
  note,
});

export interface Found {
  readonly manifest: Manifest;
  readonly damage: readonly Difference[];
  /** Null where the month could not be computed once more. */
  readonly results: Compared | null;
  readonly outputs: Compared | null;
  readonly statements: Compared | null;
  readonly codes: readonly Difference[];
  /** As on the paper; null where none was given. */
  readonly code: string | null;
}

const compared = (title: string, found: Compared | null, note: string): Check =>
  check(title, found?.count ?? 0, found !== null && found.differences.length === 0, note);

const people = (names: readonly string[]): string => [...new Set(names)].join('、');

export function checksOf({ manifest, damage, results, outputs, statements, codes, code }: Found): readonly Check[] {
  const { entries, accepted, holds, program } = manifest;
  const isSameProgram = program === VERSION;
  const inputs = entries.filter(({ path }) => path.startsWith(`${FOLDERS.inputs}/`));
  return [
    check('压缩包和清单', entries.length, damage.length === 0, '每一项的 SHA-256、目录、SHA256SUMS'),
    check(
      '输入文件',
      inputs.length,
      !damage.some(({ file }) => ['input', 'setting'].includes(causeOf(file))),
      '关账时读取的表格',
    ),
    compared('重新核算的值', results, '人员、项目、指标、依据、出处、排名逐值比较'),
    isSameProgram
      ? compared('重新生成的文件', outputs, '逐字节比较；不同的逐单元格列出')
      : compared('发放表单元格', outputs, `程序版本 ${program}，现用 ${VERSION}：按清单的单元格对照比较`),
    compared('清单所述', statements, '单位、方案、校验码、前期月份、单元格对照、说明；每处警告都有处理意见'),
    code === null
      ? check('结果校验码', null, null, '没有提供签字发放表上的校验码，未核对')
      : check('结果校验码', 1, codes.length === 0, `发放表 ${code}：含输入、方案和结果；清单所述由后一月的归档作证`),
    check('警告的处理意见', accepted.length, null, people(accepted.map(({ by }) => by))),
    check('暂缓发放', holds.length, null, holds.map(({ id, reason }) => `${id} ${reason}`).join('；')),
  ];
}
