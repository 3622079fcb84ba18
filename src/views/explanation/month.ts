// The tree a worker can read: amounts, formulas with their numbers, the clause quoted, the readings it rests on, the days
// and tasks that failed, and the cells they were read from.
import type { Decision, Figure, Line } from '../../model/decision.ts';
import { type Expression, FLAG_UNIT, formulaText, leavesOf } from '../../model/expression.ts';
import { parseFraction, plainText } from '../../model/fraction.ts';
import type { ItemRecord, MonthRecord, SubjectRecord } from '../../model/record.ts';
import { figureTitle } from '../figures.ts';
import { namedSources, type TextAt } from '../sources.ts';
import { toldAssessment } from './assessed.ts';
import { toldDays, unmetDays } from './days.ts';
import { groundTexts } from './grounds.ts';
import { type ExplanationNode, explanationNode } from './node.ts';
import { monthsBehind, toldNote } from './notes.ts';
import { sourceTexts } from './source-texts.ts';
import { toldTasks, undoneTasks } from './tasks.ts';

function valueText(figure: Figure): string {
  if (figure.type === 'flag') return figure.value ? '是' : '否';
  const number = parseFraction(figure.value);
  return number === null ? figure.value || '无' : plainText(number);
}

/** An item that pays nothing but yields figures others rest on, such as the points behind a rank: told by those figures. */
function toldMeasured({ scheme }: MonthRecord, { figures }: SubjectRecord, item: ItemRecord): ExplanationNode {
  const shown = item.shows.flatMap((key) => {
    const figure = figures[key];
    return figure ? [`${figureTitle(scheme, key)} ${valueText(figure)}`] : [];
  });
  return explanationNode(`${item.title}：${shown.join('，')}`, {});
}

/** A line that takes nothing away is left out unless it is all there is. */
const isTold = (line: Line, index: number): boolean =>
  index === 0 || line.amount !== 0 || (line.quantity ?? '0') !== '0';

const lacks = ({ missing }: Line): readonly string[] => {
  const quantity = missing && parseFraction(missing.quantity);
  return quantity ? [`还差 ${plainText(quantity)} ${missing.unit}`] : [];
};

/** The named numbers of the formula: 未达标日 3 天. */
function numbersIn(expression: Expression): readonly string[] {
  const texts = leavesOf(expression).map(({ title, value, unit }) => {
    const number = parseFraction(value);
    if (number === null || unit === FLAG_UNIT) return `${title}${value === '0' ? '否' : '是'}`;
    return `${title} ${plainText(number)}${unit === '' ? '' : ` ${unit}`}`;
  });
  return texts.length === 0 ? [] : [`其中 ${[...new Set(texts)].join('，')}`];
}

const toldLine = (record: MonthRecord, subject: SubjectRecord, line: Line, textAt: TextAt): ExplanationNode =>
  explanationNode(line.label, {
    amount: line.amount,
    formula: formulaText(line.expression),
    remarks: [...numbersIn(line.expression), ...lacks(line)],
    grounds: groundTexts(record, line.basis, line.interpretations),
    sources: sourceTexts(namedSources(record, line.sources, textAt)),
    below: toldTasks(undoneTasks(record, subject, line, textAt)),
  });

export const judgesDays = ({ scheme }: MonthRecord, item: string): boolean =>
  scheme.items.some((one) => one.item === item && one.judgesDays !== null);

/** The items of a subject (or one of them), then what was decided and assessed without paying. `history`: the months before. */
export function explanation(
  record: MonthRecord,
  subject: SubjectRecord,
  item: string | null,
  history: readonly MonthRecord[],
  textAt: TextAt,
): readonly ExplanationNode[] {
  const isWanted = (one: { readonly item: string }) => item === null || one.item === item;
  const toldItem = (decision: Decision): ExplanationNode =>
    explanationNode(decision.title, {
      amount: decision.amount,
      remarks: decision.lines.length === 0 ? ['本月没有这一项'] : [],
      below: [
        ...decision.lines.filter(isTold).map((line) => toldLine(record, subject, line, textAt)),
        ...(judgesDays(record, decision.item)
          ? toldDays(record.period, unmetDays(record, subject.evidence, textAt))
          : []),
      ],
    });
  const measured = record.scheme.items.filter(
    (one) =>
      !one.pays &&
      one.shows.length > 0 &&
      one.for.includes(subject.role) &&
      isWanted(one) &&
      !subject.assessments.some(({ item: assessed }) => assessed === one.item),
  );
  return [
    ...measured.map((one) => toldMeasured(record, subject, one)),
    ...subject.decisions.filter((one) => isWanted(one) && (item !== null || one.lines.length > 0)).map(toldItem),
    ...subject.notes
      .filter(isWanted)
      .map((note) => toldNote(record, note, monthsBehind(record, subject, note, history, textAt), textAt)),
    ...subject.assessments.filter(isWanted).map((one) => toldAssessment(record, one, item !== null, textAt)),
  ];
}
