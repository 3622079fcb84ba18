// Each archive held against the one of the month before, where that is given too.
import { addMonths } from '../../model/civil.ts';
import { sha256 } from '../../store/workspace.ts';
import { pastPath, RESULTS } from '../archives.ts';
import type { Audited } from './audit.ts';
import type { Difference } from './causes.ts';
import { type Check, check } from './checks.ts';

/** The audit with what the chain says. */
export function chained(audited: Audited, all: readonly Audited[]): Audited {
  const { archive, manifest } = audited;
  if (archive === null || manifest === null) return audited;
  const told = (differences: readonly Difference[], one: Check): Audited => ({
    ...audited,
    differences: [...audited.differences, ...differences],
    checks: [...audited.checks.slice(0, 1), one, ...audited.checks.slice(1)],
  });
  const { previous, opening, period } = manifest;
  if (previous === null) {
    const isFirst = !all.some((other) => other.manifest?.period === addMonths(period, -1));
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
