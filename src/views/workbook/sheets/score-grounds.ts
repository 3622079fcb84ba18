// 得分依据: each person's sums of the quarter, of which 星级排名 calculates the scores.
import { parseFraction } from '../../../model/fraction.ts';
import type { RankedRecord, RankingRecord, SchemeRecord } from '../../../model/record.ts';
import { figureTitle } from '../../figures.ts';
import { countColumn, namedColumns, type TableColumn, tableSheet } from '../columns.ts';
import { figureKey } from '../live/payroll-plan.ts';
import { figuresBehind, GROUNDS_SHEET, RANKING_SHEET, sumsOf } from '../live/ranking.ts';
import type { Cell, SheetModel } from '../model.ts';
import { quarterTitle } from '../prepared.ts';

const sumCell = (exact: string | undefined): Cell => {
  const value = exact === undefined ? null : parseFraction(exact);
  return value === null ? null : Number(value.n) / Number(value.d);
};

export function scoreGroundsSheet(ranking: RankingRecord, scheme: SchemeRecord): SheetModel {
  const figures = figuresBehind(ranking);
  return tableSheet<RankedRecord>({
    name: GROUNDS_SHEET,
    title: `${quarterTitle(ranking.quarter)} 星级排名得分依据`,
    subtitle: [['本季各月合计，星级排名的各项得分由此计算。']],
    columns: [
      ['rank', countColumn('名次'), ({ rank }) => rank],
      ...namedColumns<RankedRecord>(
        (ranked) => ranked,
        ({ id }, row) => ({ value: id, link: { sheet: RANKING_SHEET, row } }),
      ),
      ...figures.map(
        (figure): TableColumn<RankedRecord> => [
          figureKey(figure),
          { ...countColumn(figureTitle(scheme, figure)), kind: 'number' },
          (ranked) => sumCell(sumsOf(ranking, ranked).get(figure)),
        ],
      ),
    ],
    rows: ranking.ranked,
    frozenColumns: 3,
  });
}
