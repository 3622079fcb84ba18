// A kind of clue: one file each, a pure function of the month and what it pays. Clues are for a person to look at; they
// change neither amounts nor problems.
import type { PersonId } from '../../model/facts.ts';
import type { ClueRecord, SubjectRecord } from '../../model/record.ts';
import type { Office, Subject } from '../office.ts';

/** A subject with what the month pays it. */
export interface PaidSubject extends Pick<SubjectRecord, 'decisions' | 'total' | 'carriedOut'> {
  readonly subject: Subject;
}

/** Clues about one first person stand in the order of their days. */
export type FindClues = (office: Office, paid: readonly PaidSubject[]) => readonly ClueRecord[];

export type CluePerson = ClueRecord['people'][number];

export const personOf = ({ id, name }: CluePerson): CluePerson => ({ id, name });

export const byId = (a: { readonly id: PersonId }, b: { readonly id: PersonId }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
