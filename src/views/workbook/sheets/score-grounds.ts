// 得分依据: each person's sums of the quarter, of which 星级排名 calculates the scores.
import { parseFraction } from '../../../model/fraction.ts';
import type { RankingRecord, SchemeRecord } from '../../../model/record.ts';
import { figureTitle } from '../../figures.ts';
import { countColumn, detailSheet, PERSON_COLUMNS } from '../columns.ts';
import { figuresBehind, GROUNDS_SHEET, RANKING_SHEET, sumsOf } from '../live/ranking.ts';
import type { Cell, SheetModel } from '../model.ts';
import { quarterTitle } from '../prepared.ts';

const sumCell = (exact: string | undefined): Cell => {
  const value = exact === undefined ? null : parseFraction(exact);
  return value === null ? null : Number(value.n) / Number(value.d);
};

export function scoreGroundsSheet(ranking: RankingRecord, scheme: SchemeRecord): SheetModel {
  const figures = figuresBehind(ranking);
  return detailSheet({
    name: GROUNDS_SHEET,
    title: `${quarterTitle(ranking.quarter)} 星级排名得分依据`,
    subtitle: [['本季各月合计，星级排名的各项得分由此计算。']],
    columns: [
      countColumn('名次'),
      ...PERSON_COLUMNS.slice(1),
      ...figures.map((key) => ({ ...countColumn(figureTitle(scheme, key)), kind: 'number' as const })),
    ],
    rows: ranking.ranked.map((ranked, row) => {
      const sums = sumsOf(ranking, ranked);
      const { rank, id, name } = ranked;
      return [
        rank,
        { value: id, link: { sheet: RANKING_SHEET, row } },
        name,
        ...figures.map((key) => sumCell(sums.get(key))),
      ];
    }),
    frozenColumns: 3,
  });
}
