// 解释口径: what the published text leaves open, and the reading taken.
import type { MonthRecord } from '../../../model/record.ts';
import { detailSheet, textColumn, wordColumn } from '../columns.ts';
import type { SheetModel } from '../model.ts';

export const INTERPRETATIONS_SHEET = '解释口径';

export const interpretationsSheet = ({ scheme }: MonthRecord): SheetModel =>
  detailSheet({
    name: INTERPRETATIONS_SHEET,
    title: '解释口径',
    subtitle: [['文件未写明或可作不同理解之处，本次计算采用下列口径。']],
    columns: [
      wordColumn('编号', 4, 6),
      wordColumn('条款', 8, 16),
      textColumn('问题', 20, 50),
      textColumn('采用的口径', 20, 64),
    ],
    rows: scheme.interpretations.map(({ number, clause, question, reading }) => [number, clause, question, reading]),
  });
