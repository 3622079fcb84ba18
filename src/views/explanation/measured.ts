// Items that pay nothing but yield figures others rest on, such as the points behind a rank: told by those figures.
import type { Figure } from '../../model/decision.ts';
import { parseFraction, plainText } from '../../model/fraction.ts';
import type { ItemRecord, MonthRecord, SubjectRecord } from '../../model/record.ts';
import { figureTitle } from '../figures.ts';
import { type ExplanationNode, explanationNode } from './node.ts';

function valueText(figure: Figure): string {
  if (figure.type === 'flag') return figure.value ? '是' : '否';
  const number = parseFraction(figure.value);
  return number === null ? figure.value || '无' : plainText(number);
}

export function toldMeasured({ scheme }: MonthRecord, { figures }: SubjectRecord, item: ItemRecord): ExplanationNode {
  const shown = item.shows.flatMap((key) => {
    const figure = figures[key];
    return figure ? [`${figureTitle(scheme, key)} ${valueText(figure)}`] : [];
  });
  return explanationNode(`${item.title}：${shown.join('，')}`, {});
}
