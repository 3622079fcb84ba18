// The days a person has patrol rows for, whatever the role of the day, and the cells their figures stand in.
import type { CivilDate } from '../../model/civil.ts';
import type { Person, PersonId } from '../../model/facts.ts';
import type { Source } from '../../model/source.ts';
import { cellsOf } from '../cells.ts';
import type { PatrolDay } from '../measures/patrol-days.ts';
import type { Office } from '../office.ts';
import type { PaidSubject } from './clue.ts';
import type { WorkFigure } from './words.ts';

export type RecordedDay = readonly [CivilDate, PatrolDay];

/** In date order. */
export function recordedDays(paid: readonly PaidSubject[]): ReadonlyMap<Person, readonly RecordedDay[]> {
  const byPerson = new Map<Person, RecordedDay[]>();
  for (const { subject } of paid) {
    const known = byPerson.get(subject.person);
    if (known) known.push(...subject.patrolDays);
    else byPerson.set(subject.person, [...subject.patrolDays]);
  }
  for (const days of byPerson.values()) days.sort(([a], [b]) => (a < b ? -1 : 1));
  return byPerson;
}

export function patrolCells(
  office: Office,
  person: PersonId,
  days: ReadonlySet<CivilDate>,
  figures: readonly WorkFigure[],
): readonly Source[] {
  const rows = office.facts.patrol.of(person).filter(({ date }) => days.has(date));
  return figures.flatMap((figure) =>
    cellsOf(
      office,
      rows.filter((row) => row[figure] !== null).map(({ origin }) => origin),
      figure,
    ),
  );
}
