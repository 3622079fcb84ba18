// 离职仍有发放: money for somebody who is employed on no day of the month. Who only serves in another role has not left.
import { lastDay } from '../../model/civil.ts';
import type { Decision } from '../../model/decision.ts';
import type { Person } from '../../model/facts.ts';
import { yuanText } from '../../model/money.ts';
import { isEmployed } from '../../model/service.ts';
import type { Source } from '../../model/source.ts';
import { daysOfMonth } from '../../scheme/calendar.ts';
import { cellsOf } from '../cells.ts';
import { type Office, tablesOf } from '../office.ts';
import { type FindClues, personOf } from './clue.ts';

export const leaverPaid: FindClues = (office, paid) => {
  const days = daysOfMonth(office.period);
  const listed = new Set(office.facts.people.map(({ id }) => id));
  return paid
    .filter(({ subject, total }) => total > 0 && subject.service.days.size === 0)
    .filter(({ subject }) => !days.some((day) => isEmployed(subject.person, day)))
    .map(({ subject: { person }, total, decisions }) => {
      const items = decisions.filter(({ amount }) => amount !== 0);
      const amounts = items.map(({ title, amount }) => `${title} ${yuanText(amount)} 元`).join('、');
      const date = listed.has(person.id) ? dateOf(office, person) : null;
      return {
        clue: 'leaverPaid',
        people: [personOf(person)],
        text: `${date?.text ?? '花名册上没有此人'}，本月不在职，合计 ${yuanText(total)} 元：${amounts}`,
        sources: [...(date ? rosterCells(office, person, date.field) : [notListed(office)]), ...sourcesOf(items)],
      };
    });
};

/** Who only begins later is not employed either. */
function dateOf({ period }: Office, { hired, left }: Person): { field: 'hired' | 'left'; text: string } {
  return hired !== null && hired > lastDay(period)
    ? { field: 'hired', text: `入职日期 ${hired}` }
    : { field: 'left', text: `离职日期 ${left}` };
}

const rosterCells = (office: Office, { assignments }: Person, field: 'hired' | 'left'): readonly Source[] =>
  cellsOf(
    office,
    assignments.map(({ origin }) => origin),
    field,
    'person',
  );

const notListed = (office: Office): Source => ({
  type: 'absence',
  what: '花名册上的记录',
  searched: tablesOf(office, 'roster'),
});

const sourcesOf = (items: readonly Decision[]): readonly Source[] =>
  items.flatMap(({ lines }) => lines.filter(({ amount }) => amount !== 0).flatMap(({ sources }) => sources));
