// 异常线索: what controllers and auditors should look at, with room to write down what they found.
import type { ClueRecord, MonthRecord } from '../../../model/record.ts';
import { CLUES } from '../../../model/terms.ts';
import { numberColumn, tableSheet, textColumn } from '../columns.ts';
import type { SheetModel } from '../model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { cellsText } from '../words.ts';

/** A row of a printed sheet holds no more. */
const PEOPLE_SHOWN = 12;

const joined = (people: ClueRecord['people'], of: 'id' | 'name'): string => {
  const shown = people.slice(0, PEOPLE_SHOWN).map((person) => person[of]);
  return `${shown.join('、')}${people.length > PEOPLE_SHOWN ? ` … 等 ${people.length} 人` : ''}`;
};

export const cluesSheet = (record: MonthRecord, prepared: Prepared): SheetModel =>
  tableSheet<ClueRecord>({
    name: SHEETS.clues,
    title: `${monthTitle(record.period)} 异常线索`,
    subtitle: [[`单位：${officeOf(record)}`, '只供核查，不影响发放金额']],
    columns: [
      numberColumn,
      ['clue', textColumn('线索', 8, 14), ({ clue }) => CLUES[clue]],
      ['ids', textColumn('工号', 4, 14), ({ people }) => joined(people, 'id')],
      ['names', textColumn('姓名', 6, 14), ({ people }) => joined(people, 'name')],
      ['text', textColumn('情况', 20, 56), ({ text }) => text],
      ['sources', textColumn('来源（文件!工作表!单元格）', 16, 36), ({ sources }) => cellsText(record, sources)],
      ['finding', textColumn('核实情况', 18, 18), () => null],
    ],
    rows: record.clues,
    footer: [...(record.clues.length === 0 ? [['本月没有异常线索。']] : []), signatures(prepared)],
  });
