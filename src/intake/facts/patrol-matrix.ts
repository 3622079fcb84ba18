// What only matrices of daily patrol need (巡查矩阵): marks of leave checked against 请假, figures that a list has as well.
import { firstDay, lastDay } from '../../model/civil.ts';
import type { Leave, PatrolRow, Person } from '../../model/facts.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { problem } from '../../problems/problem.ts';
import type { PatrolDraft } from '../kinds/patrol.ts';
import { leaveOutOtherPeriod } from '../rows/other-period.ts';
import { MARK, type ParsedTable, placeIn } from '../table.ts';
import { type Run, reject } from './run.ts';

const FIGURES = Object.keys(PATROL_FIGURES) as PatrolFigure[];

const isMatrix = ({ dates }: ParsedTable<'patrol'>): boolean => dates.length > 0;
const gives = ({ fields, figures }: ParsedTable<'patrol'>, figure: PatrolFigure): boolean =>
  fields.has(figure) || figures.has(figure);

/**
 * Whether days of a table have a rate of their own. A matrix holds one figure a cell, so that its rates stand apart from
 * its times: where there is one, a rate anywhere is the rate of the days.
 */
export function hasRates(tables: readonly ParsedTable<'patrol'>[]): (table: ParsedTable) => boolean {
  const anywhere = tables.some((table) => gives(table, 'onlineRate'));
  return tables.some(isMatrix) ? () => anywhere : (table) => table.fields.has('onlineRate');
}

/** What a matrix's cell holds; empty for the row of a list. */
export const cellFigure = (row: PatrolRow): string =>
  row.origin.column === undefined ? '' : (FIGURES.find((figure) => row[figure] !== null) ?? MARK);

/** A figure that stands in a list and in a matrix must not add up. */
export function figuresTwice(run: Run, tables: readonly ParsedTable<'patrol'>[]): void {
  for (const matrix of tables.filter(isMatrix)) {
    for (const figure of FIGURES.filter((one) => matrix.figures.has(one))) {
      const list = tables.find((table) => !isMatrix(table) && gives(table, figure));
      if (!list) continue;
      const data = { figure: PATROL_FIGURES[figure], at: placeIn(list, null, null) };
      run.problems.push(problem('patrolFigureTwice', data, placeIn(matrix, null, null)));
    }
  }
}

/** Settles a cell that is no figure of the month; false when it is one. */
export function settlesOtherwise(
  run: Run,
  table: ParsedTable,
  row: number,
  person: Person,
  { date, column, leaveMark }: PatrolDraft,
  leave: readonly Leave[],
): boolean {
  if (date < firstDay(run.period) || date > lastDay(run.period)) {
    leaveOutOtherPeriod(table, row);
    return true;
  }
  if (column === undefined || leaveMark === null || leaveMark === undefined) return false;
  const onLeave = leave.some((one) => one.person === person.id && one.from <= date && one.to >= date);
  if (onLeave) table.ledger.settle(row, 'used');
  else {
    const heading = table.dates.find((one) => one.column === column)?.heading ?? '';
    const data = { heading, found: leaveMark, name: person.name, date };
    reject(run, table, row, [problem('patrolLeaveMark', data, placeIn(table, row, column))]);
  }
  return true;
}
