// 银行账号变更: the account's ending is not last month's. The record keeps four characters of it, so that one change in
// ten thousand is not seen. An account is the person's: a new role changes none.
import { cellsOf } from '../cells.ts';
import { accountEnding } from './account-ending.ts';
import { byId, type FindClues, personOf } from './clue.ts';

/** A first account is none that changed: an office may only now have given the roster that column. */
export const accountChanged: FindClues = (office) => {
  const last = office.history.at(-1);
  if (last === undefined) return [];
  const before = new Map(last.subjects.map((subject) => [subject.id, subject.accountEnding]));
  return [...office.facts.people].sort(byId).flatMap((person) => {
    const [was, is] = [before.get(person.id) ?? null, accountEnding(person.bankAccount)];
    if (was === null || is === null || was === is) return [];
    return [
      {
        clue: 'accountChanged' as const,
        people: [personOf(person)],
        text: `银行账号尾号上月为 ${was}，本月为 ${is}`,
        sources: [
          ...cellsOf(
            office,
            person.assignments.map(({ origin }) => origin),
            'bankAccount',
            'person',
          ),
          { type: 'record' as const, period: last.period, person: person.id, item: 'accountEnding' },
        ],
      },
    ];
  });
};
