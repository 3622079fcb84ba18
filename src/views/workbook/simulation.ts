// The workbook of 测算: every variant beside the scheme in force, the people it concerns, and what was tried. Each sheet
// says that it is none of pay.
import { parseQuarter, parseYearMonth } from '../../model/civil.ts';
import type { Simulation } from '../../record/simulation.ts';
import { TRIAL_MARK } from '../simulation.ts';
import type { WorkbookModel } from './model.ts';
import { monthTitle, quarterTitle } from './prepared.ts';
import { changesSheets } from './sheets/changes.ts';
import { comparisonSheet } from './sheets/comparison.ts';
import { triedSheet } from './sheets/tried.ts';

function periodTitle({ period, months }: Simulation): string {
  const [quarter, month] = [parseQuarter(period), parseYearMonth(period)];
  if (quarter) return quarterTitle(quarter);
  return month ? monthTitle(month) : [months[0], months.at(-1)].map((one) => one && monthTitle(one)).join('至');
}

export function simulationWorkbook(simulation: Simulation): WorkbookModel {
  const title = `${periodTitle(simulation)} ${TRIAL_MARK}`;
  return {
    title,
    sheets: [
      comparisonSheet(simulation, title),
      ...changesSheets(simulation, `${title}：增减人员`),
      triedSheet(simulation, `${title}：说明`),
    ],
  };
}
