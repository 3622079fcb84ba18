// People drawn for checks in the field: the same seed draws the same people, on any machine.
import { archivedWorkspace } from '../../archive/workspace.ts';
import { withCellTexts } from '../../run/cells.ts';
import { sha256 } from '../../store/workspace.ts';
import { explanation } from '../../views/explanation/month.ts';
import type { Drawn, Sample } from '../../views/workbook/audit.ts';
import type { Audited } from './audit.ts';

/** Draws from the people of all archives that could be computed again: those whose SHA-256 with the seed is the smallest. */
export async function sampleOf(audited: readonly Audited[], size: number, seed: string): Promise<Sample> {
  const all = audited.flatMap(({ archive, rerun }) => {
    const record = rerun?.record;
    if (!archive || !record) return [];
    return [...new Map(record.subjects.map((subject) => [subject.id, subject])).keys()].map((id) => ({
      archive,
      record,
      history: rerun.history,
      id,
      lot: sha256(`${seed}\n${record.period}\n${id}`),
    }));
  });
  const drawn: Drawn[] = [];
  for (const { archive, record, history, id } of [...all].sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, size)) {
    const subjects = record.subjects.filter((subject) => subject.id === id);
    const told = await withCellTexts(archivedWorkspace(archive), (textAt) =>
      subjects.flatMap((subject) => explanation(record, subject, null, history, textAt)),
    );
    const total = subjects.reduce((sum, subject) => sum + subject.total, 0) as Drawn['total'];
    drawn.push({ period: record.period, id, name: subjects[0]?.name ?? id, total, told });
  }
  return { size, seed, outOf: all.length, drawn };
}
