// Clauses that a copy of the published text no longer has, or has under another number.
import type { Alignment } from './align.ts';
import type { CoverageEntry } from './coverage.ts';
import { type Finding, mappedOf } from './findings.ts';
import type { DocumentText } from './sentences.ts';
import { supportOf, type VerifiedEdition } from './support.ts';

/** Everything that cites the clause itself. */
function clauseSupport(edition: VerifiedEdition, clause: string, entries: readonly CoverageEntry[]) {
  const keys = Object.entries(edition.parameters).filter(([, { basis }]) => basis.clause === clause);
  return supportOf(
    edition,
    entries,
    keys.map(([key]) => key),
    {
      items: edition.items.filter((item) => item.clause === clause).map(({ item }) => item),
      interpretations: Object.keys(edition.interpretations).filter(
        (number) => edition.interpretations[number]?.clause === clause,
      ),
    },
  );
}

/** Whole clauses that are gone or stand under another number; `told` are the outcomes these findings speak of. */
export function clauseFindings(edition: VerifiedEdition, copy: DocumentText, outcomes: readonly Alignment[]) {
  const told = new Set<Alignment>();
  const cited = new Set([
    ...outcomes.map(({ entry }) => entry.clause),
    ...Object.values(edition.parameters).flatMap(({ basis }) => basis.clause ?? []),
    ...edition.items.map(({ clause }) => clause),
    ...Object.values(edition.interpretations).flatMap(({ clause }) => clause ?? []),
  ]);
  const findings = [...cited].flatMap((clause): Finding[] => {
    const own = outcomes.filter(({ entry }) => entry.clause === clause);
    const targets = new Set(own.map(({ fate, now }) => (fate === 'moved' ? now?.clause : undefined)));
    const [to] = targets;
    const isMoved = targets.size === 1 && to !== undefined && to !== clause;
    const lost = own.filter(({ fate }) => fate === 'removed');
    const isMissing = !copy.clauses.has(clause) && (lost.length > 0 || own.length === 0);
    if (!isMoved && !isMissing) return [];
    for (const outcome of isMoved ? own : lost) told.add(outcome);
    const support = clauseSupport(
      edition,
      clause,
      own.map(({ entry }) => entry),
    );
    if (isMoved) return [{ kind: 'clauseMoved', clause, to, support }];
    return [{ kind: 'clauseMissing', clause, lost: lost.map(({ entry }) => mappedOf(entry)), support }];
  });
  return { findings, told };
}
