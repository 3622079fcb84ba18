// Each archive held against the one of the month before, where that is given too.
import { pastPath, RESULTS } from '../../archive/chain.ts';
import { addMonths } from '../../model/civil.ts';
import { sha256 } from '../../store/workspace.ts';
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
    const monthBefore = addMonths(period, -1);
    const start = audited.rerun?.schemeStart ?? null;
    const mayBegin = opening !== null || start === null || monthBefore < start;
    const isFirst = mayBegin && !all.some((other) => other.manifest?.period === monthBefore);
    const note =
      opening === null ? '方案施行的第一个月' : `期初说明：${opening.reason}（${opening.by}，${opening.date}）`;
    return told(
      isFirst ? [] : [cut(null, monthBefore)],
      check('与前一月衔接', null, isFirst ? null : false, isFirst ? note : `没有接着 ${monthBefore}，也没有期初说明`),
    );
  }
  if (previous.period !== addMonths(period, -1))
    return told(
      [cut(previous.period, addMonths(period, -1))],
      check('与前一月衔接', null, false, `写的前一月是 ${previous.period}`),
    );
  // A month may be there twice: closed, and closed before and 作废.
  const ofMonthBefore = all.filter((other) => other.manifest?.period === previous.period);
  const before = ofMonthBefore.find((other) => other.archive?.manifestHash === previous.manifest) ?? ofMonthBefore[0];
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
