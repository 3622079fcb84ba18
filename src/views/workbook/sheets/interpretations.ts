// 解释口径: what the published text leaves open, the reading taken and who confirmed it, and the others the program computes.
import type { InterpretationRecord, MonthRecord } from '../../../model/record.ts';
import { confirmedText } from '../../readings.ts';
import { tableSheet, textColumn, wordColumn } from '../columns.ts';
import type { SheetModel } from '../model.ts';
import { SHEETS } from '../sheet-names.ts';

export const interpretationsSheet = ({ scheme }: MonthRecord): SheetModel =>
  tableSheet<InterpretationRecord>({
    name: SHEETS.interpretations,
    title: '解释口径',
    subtitle: [['文件未写明或可作不同理解之处，本次计算采用下列口径；其他读法可在“口径确认”表中选定。']],
    columns: [
      ['number', wordColumn('编号', 4, 6), (one) => one.number],
      ['clause', wordColumn('条款', 8, 14), (one) => one.clause],
      ['question', textColumn('问题', 20, 34), (one) => one.question],
      ['reading', textColumn('采用的口径', 20, 46), (one) => `${one.taken ?? '自定'}：${one.reading}`],
      [
        'others',
        textColumn('其他可选读法', 14, 44),
        ({ others }) => others.map(({ label, reading }) => `${label}：${reading}`).join('；') || null,
      ],
      ['confirmed', textColumn('确认情况', 8, 20), (one) => confirmedText(one)],
    ],
    rows: scheme.interpretations,
  });
