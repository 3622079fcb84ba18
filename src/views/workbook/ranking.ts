// The ranking workbook: 星级排名 of a quarter with each dimension, those who do not take part, and the rules.
import { parseFraction } from '../../model/fraction.ts';
import { addFen, yuanNumber } from '../../model/money.ts';
import type { MonthRecord, RankedRecord, RankingRecord } from '../../model/record.ts';
import { INELIGIBLE_REASONS } from '../../model/terms.ts';
import { candidatesOf, scoreNumber } from '../assessed.ts';
import {
  countColumn,
  moneyColumn,
  namedColumns,
  PERSON_COLUMNS,
  scoreCell,
  scoreColumn,
  type TableColumn,
  tableSheet,
  textColumn,
  wordColumn,
} from './columns.ts';
import type { Formula } from './formula.ts';
import { namesCalled } from './live/called.ts';
import { type ParameterNames, parameterNames } from './live/names.ts';
import { compositeFormula, dimensionFormula, GROUNDS_SHEET, RANKING_SHEET, scoreKey } from './live/ranking.ts';
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

function rankedSheet(
  ranking: RankingRecord,
  record: MonthRecord,
  prepared: Prepared,
  names: ParameterNames,
): SheetModel {
  const { quarter, months, dimensions, ties, ranked } = ranking;
  const hasSums = (one: RankedRecord): boolean => one.dimensions.every(({ parts }) => parts.length > 0);
  const reward = addFen(...ranked.map((one) => one.reward));
  return tableSheet<RankedRecord>({
    name: RANKING_SHEET,
    title: `${quarterTitle(quarter)} 专职网格员星级排名`,
    subtitle: [[`单位：${officeOf(record)}`, `计入月份：${months.map(monthTitle).join('、')}`, '单位：元、分']],
    columns: [
      ['rank', countColumn('名次'), ({ rank }) => rank, styled('合计', 'strong')],
      ...namedColumns<RankedRecord>(
        (one) => one,
        ({ id }, row) => ({ value: id, link: { sheet: GROUNDS_SHEET, row } }),
      ),
      ...dimensions.map(
        (dimension, index): TableColumn<RankedRecord> => [
          scoreKey(dimension),
          { ...scoreColumn(`${dimension.title}\n（${dimension.weight}分）`), bar: BAR },
          (one, row) =>
            liveScore(one.dimensions[index]?.score ?? null, hasSums(one) ? dimensionFormula(dimension, row) : null),
        ],
      ),
      [
        'composite',
        { ...scoreColumn('综合得分'), bar: BAR },
        (one, row) => liveScore(one.composite, hasSums(one) ? compositeFormula(ranking, one, row, names) : null),
      ],
      ...ties.map(
        ({ figure, title }, index): TableColumn<RankedRecord> => [
          `tie ${figure}`,
          countColumn(title),
          (one) => Number(one.ties[index]),
        ],
      ),
      ['decided', textColumn('同分裁定', 8, 46), (one) => tieText(ranking, one)],
      ['stars', wordColumn('星级', 6, 6), ({ stars }) => (stars > 0 ? '★'.repeat(stars) : null)],
      ['reward', moneyColumn('奖励'), (one) => yuanNumber(one.reward), styled(yuanNumber(reward), 'strong')],
    ],
    rows: ranked,
    footer: [
      ['“—”为本季没有数据的内容，不计分，其余内容的权重按比例放大。'],
      ...(sharesInSpite(ranking) ? [] : [[`同分时依次比较：${ties.map(tieRuleText).join('、')}。`]]),
      signatures(prepared),
    ],
    frozenColumns: 3,
    rowHeight: 22,
  });
}

type IneligibleRecord = RankingRecord['ineligible'][number];

const ineligibleSheet = ({ quarter, ineligible }: RankingRecord): SheetModel =>
  tableSheet<IneligibleRecord>({
    name: '未参加排名',
    title: `${quarterTitle(quarter)} 未参加星级排名人员`,
    columns: [...PERSON_COLUMNS, ['reason', textColumn('原因', 16, 40), (one) => INELIGIBLE_REASONS[one.reason]]],
    rows: ineligible,
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
  return tableSheet<RankedRecord>({
    name: '后备干部候选名单',
    title: `${quarterTitle(quarter)} 后备干部候选名单`,
    subtitle: [[`单位：${officeOf(record)}`]],
    columns: [
      ...PERSON_COLUMNS,
      ['rank', countColumn('名次'), ({ rank }) => rank],
      ['composite', scoreColumn('综合得分'), ({ composite }) => scoreCell(scoreNumber(composite))],
      ['stars', wordColumn('星级', 6, 6), ({ stars }) => '★'.repeat(stars)],
      ['opinion', textColumn('街道意见', 12, 30), () => null],
    ],
    rows: candidates,
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
