// 银行账号相同: one account for several people of the roster.
import type { Person } from '../../model/facts.ts';
import { cellsOf } from '../cells.ts';
import { accountEnding } from './account-ending.ts';
import { byId, type FindClues, personOf } from './clue.ts';
import { listText, personText } from './words.ts';

export const accountShared: FindClues = (office) => {
  const holders = new Map<string, Person[]>();
  for (const person of [...office.facts.people].sort(byId)) {
    if (person.bankAccount === null) continue;
    const known = holders.get(person.bankAccount);
    if (known) known.push(person);
    else holders.set(person.bankAccount, [person]);
  }
  return [...holders]
    .filter(([, people]) => people.length > 1)
    .map(([account, people]) => {
      const ending = accountEnding(account);
      const masked = ending === null ? '' : `（尾号 ${ending}）`;
      return {
        clue: 'accountShared',
        people: people.map(personOf),
        text: `同一银行账号${masked}由 ${people.length} 人使用：${listText(people.map(personText), '人')}`,
        sources: cellsOf(
          office,
          people.flatMap(({ assignments }) => assignments.map(({ origin }) => origin)),
          'bankAccount',
          'person',
        ),
      };
    });
};
