// 考核评分: each member's contents of the month, 0 to 100, the score made of them and its rank.
import { decimalText, div, HUNDRED, mul, parseFraction, sum, ZERO } from '../../../model/fraction.ts';
import type { MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { isScored, membersOf, percentOf, scoreNumber, scoreOf } from '../../assessed.ts';
import {
  countColumn,
  PERSON_COLUMNS,
  scoreCell,
  scoreColumn,
  type TableColumn,
  tableSheet,
  textColumn,
} from '../columns.ts';
import type { Cell, SheetModel } from '../model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';

/** Each content's part of all the points: `16.67%`. */
function weightTexts(fulls: readonly string[]): readonly string[] {
  const points = fulls.map((full) => parseFraction(full) ?? ZERO);
  const all = sum(points);
  return points.map((own) => (all.n === 0n ? '' : `${decimalText(mul(HUNDRED, div(own, all)), 2)}%`));
}

/** Null where the edition scores nobody, or shows the points on 发放表. */
export function scoresSheet(record: MonthRecord, prepared: Prepared): SheetModel | null {
  const members = membersOf(record);
  const isShown = (item: string) => record.scheme.items.some((one) => one.item === item && one.shows.length > 0);
  const first = members.flatMap(({ assessments }) => assessments.filter(isScored)).find(({ item }) => !isShown(item));
  if (first === undefined) return null;
  const contents = first.findings.filter(({ full }) => full !== null);
  const weights = weightTexts(contents.map(({ full }) => full ?? '0'));
  const contentCell = (subject: SubjectRecord, key: string): Cell => {
    const own = scoreOf(subject)?.findings.find((one) => one.key === key);
    return scoreCell(own ? percentOf(own) : null);
  };
  return tableSheet<SubjectRecord>({
    name: SHEETS.scores,
    title: `${monthTitle(record.period)} 专职网格员${first.title}`,
    subtitle: [[`单位：${officeOf(record)}`, '单位：分']],
    columns: [
      ...PERSON_COLUMNS,
      ['grids', textColumn('网格', 6, 16), ({ grids }) => grids.join('、')],
      ...contents.map(
        ({ key, title }, index): TableColumn<SubjectRecord> => [
          `content ${key}`,
          scoreColumn(`${title}\n（${weights[index]}）`),
          (subject) => contentCell(subject, key),
        ],
      ),
      ['score', scoreColumn('得分'), (subject) => scoreCell(scoreNumber(scoreOf(subject)?.score.value ?? null))],
      ['rank', countColumn('名次'), (subject) => scoreOf(subject)?.score.rank ?? null],
    ],
    rows: members,
    footer: [
      ['“—”为没有数据的内容，不计分，其余内容的权重按比例放大。得分只作排名参考，不影响发放金额。'],
      signatures(prepared),
    ],
    frozenColumns: 3,
  });
}
