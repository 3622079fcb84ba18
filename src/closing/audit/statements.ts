// What manifest and note say of the month against what comes out once more.
import { type Archive, MANIFEST } from '../../archive/archive.ts';
import { NOTE } from '../../archive/contents.ts';
import { archiveText } from '../../archive/explanatory-note.ts';
import type { Manifest } from '../../model/archive.ts';
import type { MonthRecord } from '../../model/record.ts';
import { checkCode } from '../../record/check-code.ts';
import { keptPast } from '../../record/past.ts';
import { opinionKey } from '../../run/opinions.ts';
import { VERSION } from '../../version.ts';
import type { Cause, Difference } from './causes.ts';
import type { Rerun } from './rerun.ts';
import { type Compared, plain } from './results.ts';
import { compareValues } from './values.ts';

const textOf = (bytes: Uint8Array | null): string => (bytes === null ? '' : new TextDecoder().decode(bytes));

/** What follows from the month, and can thus be said again. */
function said(manifest: Manifest): Partial<Manifest> {
  const { office, scheme, seal, code, history, cells, program } = manifest;
  return program === VERSION ? { office, scheme, seal, code, history, cells } : { office, history };
}

function sayable(record: MonthRecord, { history, cells }: Rerun, program: string): Partial<Manifest> {
  const { whole, figures } = keptPast(record, history);
  const periods = { whole: whole.map(({ period }) => period), figures: figures.map(({ period }) => period) };
  const { id, sha256 } = record.scheme;
  return program === VERSION
    ? {
        office: record.office,
        scheme: { id, sha256 },
        seal: record.seal,
        code: checkCode(record.seal),
        history: periods,
        cells,
      }
    : { office: record.office, history: periods };
}

/** Warnings that only a close has: they are about the folder, not about the month. */
const CLOSE_ALONE: ReadonlySet<string> = new Set(['bankListStale', 'editionsNotAsBefore']);

/** Warnings without anybody's word, and words on what is no warning. */
function acceptanceDifferences(
  { issues, subjects }: MonthRecord,
  { accepted, holds, program }: Manifest,
): readonly Difference[] {
  const keyOf = (one: Parameters<typeof opinionKey>[0] | Manifest['accepted'][number]): string =>
    opinionKey(one as Parameters<typeof opinionKey>[0]);
  const isSameProgram = program === VERSION;
  const warnings = issues.filter(({ severity }) => severity === 'warning' && isSameProgram);
  const [given, asked] = [new Set(accepted.map(keyOf)), new Set(warnings.map(keyOf))];
  const difference = (archived: string | null, recomputed: string | null): Difference => ({
    file: MANIFEST,
    sheet: null,
    cell: 'accepted',
    archived,
    recomputed,
    cause: 'statement',
  });
  return [
    ...warnings
      .filter((one) => !given.has(keyOf(one)))
      .map(({ message }) => difference(null, `没有处理意见的警告：${message}`)),
    ...accepted
      .filter((one) => isSameProgram && !asked.has(keyOf(one)) && !CLOSE_ALONE.has(one.code))
      .map(({ message }) => difference(message, null)),
    ...holds
      .filter(({ id }) => !subjects.some((subject) => subject.id === id))
      .map(({ id }) => ({ ...difference(`暂缓发放 ${id}`, '应发人员中没有这个人'), cell: 'holds' })),
  ];
}

export function compareStatements(archive: Archive, rerun: Rerun, record: MonthRecord, cause: Cause): Compared {
  const { manifest, bytesOf } = archive;
  const { compared, differences } = compareValues(said(manifest), sayable(record, rerun, manifest.program));
  const note = textOf(bytesOf(NOTE));
  const isNoteSame = manifest.program !== VERSION || note === archiveText(manifest);
  return {
    count: compared + 1 + manifest.accepted.length,
    differences: [
      ...differences.map(({ path, archived, recomputed }) => ({
        file: MANIFEST,
        sheet: null,
        cell: path,
        archived: plain(archived),
        recomputed: plain(recomputed),
        cause: cause === 'result' ? ('statement' as const) : cause,
      })),
      ...(isNoteSame
        ? []
        : [
            {
              file: NOTE,
              sheet: null,
              cell: null,
              archived: '与清单所述不同',
              recomputed: null,
              cause: 'statement' as const,
            },
          ]),
      ...acceptanceDifferences(record, manifest),
    ],
  };
}
