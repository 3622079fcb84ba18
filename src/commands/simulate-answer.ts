// What simulate says at the terminal: the variants, then the people of a single one or, where asked for, of each.
import type { Simulation } from '../record/simulation.ts';
import { effectsText, peopleTable, type Table, TRIAL_MARK, variantsTable } from '../views/simulation.ts';
import { paragraphText, tableText } from '../writers/terminal.ts';

const text = ({ head, rows, right }: Table): string => tableText(head, rows, right, 'start');

export function simulateAnswer(simulation: Simulation, listsPeople: boolean): string {
  const { period, base, outcomes } = simulation;
  const reasons = outcomes.flatMap((outcome) =>
    outcome.computed ? [] : [paragraphText(`${outcome.info.title} 未能测算：${outcome.reason}`)],
  );
  const isSingle = outcomes.length === 1;
  const details = outcomes.flatMap((outcome) => {
    if (!outcome.computed || !(isSingle || listsPeople)) return [];
    const { info, people } = outcome;
    const head = `${isSingle ? '' : '\n'}${paragraphText(info.title)}`;
    const list = people.length === 0 ? paragraphText('没有人的金额有增减。') : text(peopleTable(outcome));
    return [`${head}${list}${paragraphText(effectsText(outcome, base))}`];
  });
  const none = outcomes.length === 0 ? [paragraphText('施行中的方案没有可以测算的其他读法。')] : [];
  return [`${period} ${TRIAL_MARK}\n`, text(variantsTable(simulation)), ...none, ...reasons, ...details].join('');
}
