// 信息内容重复: one content reported more than once, this month and in the 30 days that 漏报 looks back.
import { monthOf, type YearMonth } from '../../model/civil.ts';
import type { Facts, PersonId, Report } from '../../model/facts.ts';
import type { ClueRecord } from '../../model/record.ts';
import { cellsOf } from '../cells.ts';
import type { Office } from '../office.ts';
import { byId, type CluePerson, type FindClues } from './clue.ts';
import { CONTENT_CHARACTERS } from './thresholds.ts';
import { excerpt, listText, personText } from './words.ts';

const SPACES_AND_PUNCTUATION = /[\s\p{P}]/gu;
const LONG_ENOUGH = new RegExp(`^.{${CONTENT_CHARACTERS}}`, 'su');

/** What two contents are compared by; null where there is too little of it. */
function contentOf({ text }: Report): string | null {
  const content = text?.normalize('NFKC').replace(SPACES_AND_PUNCTUATION, '').toLowerCase() ?? '';
  return LONG_ENOUGH.test(content) ? content : null;
}

export const sameContent: FindClues = (office) => {
  const { facts, period } = office;
  const nameOf = namesIn(office);
  return [...repeatedReports(facts).values()]
    .filter((reports) => reports.some((report) => isOf(period, report)))
    .map((reports) => [...reports].sort(byMoment))
    .sort(([a], [b]) => byMoment(a as Report, b as Report))
    .map((reports) => clueOf(office, reports, nameOf));
};

const isOf = (period: YearMonth, { at }: Report): boolean => monthOf(at.date) === period;

/** Goes through the reports twice, so that only the repeated ones are kept. */
function repeatedReports({ reports }: Facts): ReadonlyMap<string, readonly Report[]> {
  const met = new Set<string>();
  const repeated = new Map<string, Report[]>();
  for (const report of reports) {
    const content = contentOf(report);
    if (content === null) continue;
    if (met.has(content)) repeated.set(content, []);
    met.add(content);
  }
  if (repeated.size > 0) for (const report of reports) repeated.get(contentOf(report) ?? '')?.push(report);
  return repeated;
}

const momentKey = ({ at, id }: Report): string => `${at.date} ${at.time ?? ''} ${id}`;
const byMoment = (a: Report, b: Report): number => (momentKey(a) < momentKey(b) ? -1 : 1);

/** Who reported in the month before may have left the roster since. */
function namesIn({ facts, history }: Office): (id: PersonId) => string {
  const names = new Map<PersonId, string>();
  for (const { id, name } of [...(history.at(-1)?.subjects ?? []), ...facts.people]) names.set(id, name);
  return (id) => names.get(id) ?? id;
}

function clueOf(office: Office, reports: readonly Report[], nameOf: (id: PersonId) => string): ClueRecord {
  const counts = new Map<PersonId, number>();
  for (const { person } of reports) counts.set(person, (counts.get(person) ?? 0) + 1);
  const people: readonly CluePerson[] = [...counts.keys()].map((id) => ({ id, name: nameOf(id) })).sort(byId);
  const timesOf = ({ id }: CluePerson): number => counts.get(id) ?? 0;
  const earlier = reports.filter((report) => !isOf(office.period, report)).length;
  const who = listText(
    [...people].sort((a, b) => timesOf(b) - timesOf(a)).map((person) => `${personText(person)} ${timesOf(person)} 次`),
    '人',
  );
  const numbers = listText(
    reports.map(({ id }) => id),
    '条',
  );
  return {
    clue: 'sameContent',
    people,
    text:
      `相同内容 ${reports.length} 次${earlier > 0 ? `（其中本月以前 ${earlier} 次）` : ''}，${people.length} 人上报：${who}；` +
      `内容“${excerpt(reports[0]?.text ?? '')}”；编号 ${numbers}`,
    sources: cellsOf(
      office,
      reports.map(({ origin }) => origin),
      'text',
    ),
  };
}
