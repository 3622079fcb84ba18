// 人数变动: the bridge from last month's full-time members to this month's. Stands once wherever there is a month before.
import type { Person } from '../../model/facts.ts';
import type { Source } from '../../model/source.ts';
import { cellsOf } from '../cells.ts';
import type { Office } from '../office.ts';
import { type CluePerson, type FindClues, personOf } from './clue.ts';
import { listText, personText } from './words.ts';

export const headcount: FindClues = (office, paid) => {
  const last = office.history.at(-1);
  if (last === undefined) return [];
  const before = last.subjects.filter(({ role, served }) => role === 'fullTime' && served);
  const now = paid
    .filter(({ subject }) => subject.role === 'fullTime' && subject.service.days.size > 0)
    .map(({ subject }) => subject.person);
  const [idsBefore, idsNow] = [idsOf(before), idsOf(now)];
  const added = now.filter(({ id }) => !idsBefore.has(id));
  const gone = before.filter(({ id }) => !idsNow.has(id));
  return [
    {
      clue: 'headcount',
      people: [...added, ...gone].map(personOf),
      text: [
        `上月 ${before.length} 人`,
        `新增 ${added.length} 人${namesText(added)}`,
        `减少 ${gone.length} 人${namesText(gone)}`,
        `本月 ${now.length} 人`,
      ].join('，'),
      sources: [
        ...joined(office, added),
        ...gone.map(({ id }): Source => ({ type: 'record', period: last.period, person: id, item: 'served' })),
      ],
    },
  ];
};

const idsOf = (people: readonly CluePerson[]): ReadonlySet<string> => new Set(people.map(({ id }) => id));

const namesText = (people: readonly CluePerson[]): string =>
  people.length === 0 ? '' : `（${listText(people.map(personText), '人')}）`;

/** 入职日期 and 任职开始 where they say anything, else the role. */
function joined(office: Office, people: readonly Person[]): readonly Source[] {
  const rows = people.flatMap(({ hired, assignments }) =>
    assignments.filter(({ role }) => role === 'fullTime').map(({ from, origin }) => ({ hired, from, origin })),
  );
  const cells = (field: string, which: readonly (typeof rows)[number][]) =>
    cellsOf(
      office,
      which.map(({ origin }) => origin),
      field,
    );
  return [
    ...cells(
      'hired',
      rows.filter(({ hired }) => hired !== null),
    ),
    ...cells(
      'from',
      rows.filter(({ from }) => from !== null),
    ),
    ...cells(
      'role',
      rows.filter(({ hired, from }) => hired === null && from === null),
    ),
  ];
}
