// The ranking workbook: 星级排名 of a quarter with each dimension, those who do not take part, and the rules.
import { parseFraction } from '../../model/fraction.ts';
import { addFen, yuanNumber } from '../../model/money.ts';
import type { MonthRecord, RankedRecord, RankingRecord } from '../../model/record.ts';
import { INELIGIBLE_REASONS } from '../../model/terms.ts';
import { candidatesOf, scoreNumber } from '../assessed.ts';
import {
  countColumn,
  detailSheet,
  moneyColumn,
  PERSON_COLUMNS,
  scoreCell,
  scoreColumn,
  textColumn,
  wordColumn,
} from './columns.ts';
import type { Formula } from './formula.ts';
import { namesCalled } from './live/called.ts';
import { type ParameterNames, parameterNames } from './live/names.ts';
import { compositeFormula, dimensionFormula, GROUNDS_SHEET, RANKING_SHEET } from './live/ranking.ts';
import { type Cell, type SheetModel, styled, type WorkbookModel } from './model.ts';
import { monthTitle, officeOf, type Prepared, quarterTitle, signatures } from './prepared.ts';
import { interpretationsSheet } from './sheets/interpretations.ts';
import { definedNames, rulesSheet } from './sheets/rules.ts';
import { scoreGroundsSheet } from './sheets/score-grounds.ts';
import { sharesInSpite, tieRuleText, tieText } from './ties.ts';

/** Scores are 0 to 100. */
const BAR = { max: 100 } as const;

/** A score as the formula calculates it: to all its digits. */
const liveScore = (exact: string | null, formula: Formula | null): Cell => {
  const value = exact === null ? null : parseFraction(exact);
  if (value === null || formula === null) return scoreCell(scoreNumber(exact));
  return { value: Number(value.n) / Number(value.d), formula };
};

const rowOf = (ranking: RankingRecord, ranked: RankedRecord, row: number, names: ParameterNames): readonly Cell[] => {
  const { rank, id, name, dimensions, composite, ties, stars, reward } = ranked;
  const hasSums = dimensions.every(({ parts }) => parts.length > 0);
  return [
    rank,
    { value: id, link: { sheet: GROUNDS_SHEET, row } },
    name,
    ...ranking.dimensions.map((dimension, index) =>
      liveScore(dimensions[index]?.score ?? null, hasSums ? dimensionFormula(ranking, dimension, row) : null),
    ),
    liveScore(composite, hasSums ? compositeFormula(ranking, ranked, row, names) : null),
    ...ties.map(Number),
    tieText(ranking, ranked),
    stars > 0 ? '★'.repeat(stars) : null,
    yuanNumber(reward),
  ];
};

function rankedSheet(
  ranking: RankingRecord,
  record: MonthRecord,
  prepared: Prepared,
  names: ParameterNames,
): SheetModel {
  const { quarter, months, dimensions, ties, ranked } = ranking;
  const columns = [
    countColumn('名次'),
    ...PERSON_COLUMNS.slice(1),
    ...dimensions.map(({ title, weight }) => ({ ...scoreColumn(`${title}\n（${weight}分）`), bar: BAR })),
    { ...scoreColumn('综合得分'), bar: BAR },
    ...ties.map(({ title }) => countColumn(title)),
    textColumn('同分裁定', 8, 46),
    wordColumn('星级', 6, 6),
    moneyColumn('奖励'),
  ];
  const reward = addFen(...ranked.map((one) => one.reward));
  const totals = columns.map((_, index) =>
    index === 0 ? '合计' : index === columns.length - 1 ? yuanNumber(reward) : null,
  );
  return detailSheet({
    name: RANKING_SHEET,
    title: `${quarterTitle(quarter)} 专职网格员星级排名`,
    subtitle: [[`单位：${officeOf(record)}`, `计入月份：${months.map(monthTitle).join('、')}`, '单位：元、分']],
    columns,
    rows: ranked.map((one, row) => rowOf(ranking, one, row, names)),
    totals: totals.map((value) => styled(value, 'strong')),
    footer: [
      ['“—”为本季没有数据的内容，不计分，其余内容的权重按比例放大。'],
      ...(sharesInSpite(ranking) ? [] : [[`同分时依次比较：${ties.map(tieRuleText).join('、')}。`]]),
      signatures(prepared),
    ],
    frozenColumns: 3,
    rowHeight: 22,
  });
}

const ineligibleSheet = ({ quarter, ineligible }: RankingRecord): SheetModel =>
  detailSheet({
    name: '未参加排名',
    title: `${quarterTitle(quarter)} 未参加星级排名人员`,
    columns: [...PERSON_COLUMNS, textColumn('原因', 16, 40)],
    rows: ineligible.map(({ id, name, reason }, index) => [index + 1, id, name, INELIGIBLE_REASONS[reason]]),
    footer: ineligible.length === 0 ? [['本季专职网格员均参加排名。']] : [],
    landscape: false,
  });

/** Members whom the office may take for cadres of the village (四（二）, K36); null where the scheme has no such list. */
function candidatesSheet(
  { quarter, ranked }: RankingRecord,
  record: MonthRecord,
  prepared: Prepared,
): SheetModel | null {
  const list = record.scheme.lists.candidates;
  if (list === undefined) return null;
  const candidates = candidatesOf(ranked, record);
  return detailSheet({
    name: '后备干部候选名单',
    title: `${quarterTitle(quarter)} 后备干部候选名单`,
    subtitle: [[`单位：${officeOf(record)}`]],
    columns: [
      ...PERSON_COLUMNS,
      countColumn('名次'),
      scoreColumn('综合得分'),
      wordColumn('星级', 6, 6),
      textColumn('街道意见', 12, 30),
    ],
    rows: candidates.map(({ id, name, rank, composite, stars }, index) => [
      index + 1,
      id,
      name,
      rank,
      scoreCell(scoreNumber(composite)),
      '★'.repeat(stars),
      null,
    ]),
    footer: [
      ...(candidates.length === 0 ? [[`本季没有 ${list.stars} 星级专职网格员。`]] : []),
      [`依据${list.clause}“${list.quote}”，只列名单，由街道决定。`],
      signatures(prepared),
    ],
    landscape: false,
  });
}

/** `record` is that of the quarter's last month. */
export function rankingWorkbook(ranking: RankingRecord, record: MonthRecord, prepared: Prepared): WorkbookModel {
  const names = parameterNames(record.scheme);
  const ranked = rankedSheet(ranking, record, prepared, names);
  return {
    title: `${quarterTitle(ranking.quarter)} 专职网格员星级排名`,
    names: definedNames(record.scheme, names),
    sheets: [
      ranked,
      scoreGroundsSheet(ranking, record.scheme),
      ineligibleSheet(ranking),
      candidatesSheet(ranking, record, prepared),
      rulesSheet(record, names, namesCalled([ranked])),
      interpretationsSheet(record),
    ].filter((sheet) => sheet !== null),
  };
}
