// What an archive's differences are and what they come from, as far as it can be told.

import { RESULTS } from '../../archive/chain.ts';
import type { Damage } from '../../archive/container.ts';
import { FOLDERS } from '../../archive/explanatory-note.ts';
import type { Manifest } from '../../model/archive.ts';
import { VERSION } from '../../version.ts';

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
  statement: '清单或说明被改动',
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

export function causeOf(path: string | null): Cause {
  if (path === null) return 'damage';
  if (path.startsWith(`${FOLDERS.inputs}/`)) return /^输入\/[^/]*设置[^/]*$/.test(path) ? 'setting' : 'input';
  if (path.startsWith(`${FOLDERS.scheme}/`)) return path.endsWith('.yaml') ? 'edition' : 'calendar';
  if (path.startsWith(`${FOLDERS.past}/`)) return 'past';
  if (path.startsWith(`${FOLDERS.outputs}/`)) return 'output';
  return path === RESULTS ? 'result' : 'damage';
}

export const ofDamage = ({ path, what }: Damage): Difference => ({
  file: path ?? '（压缩包结尾）',
  sheet: null,
  cell: null,
  archived: what,
  recomputed: null,
  cause: causeOf(path),
});

/** The cause of what comes out otherwise: the first thing that is no longer what it was, else the program, else the result. */
export function causeAmong(damage: readonly Damage[], manifest: Manifest): Cause {
  const causes = damage.map(({ path }) => causeOf(path));
  const order: readonly Cause[] = ['setting', 'input', 'edition', 'calendar', 'past'];
  return order.find((cause) => causes.includes(cause)) ?? (manifest.program === VERSION ? 'result' : 'program');
}
