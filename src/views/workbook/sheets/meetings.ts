// 例会明细: every entry of full-time members in the attendance lists, and whether it counts as missed; what that costs is
// the edition's to say.
import type { MeetingEvidence, MonthRecord } from '../../../model/record.ts';
import { ATTENDANCE } from '../../../model/terms.ts';
import { detailSheet, PERSON_COLUMNS, textColumn, wordColumn } from '../columns.ts';
import { type Cell, type SheetModel, styled } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { originText, weekdayText } from '../words.ts';

function verdictCell({ attendance, deducted }: MeetingEvidence): Cell {
  if (deducted) return styled('无故缺席', 'bad');
  if (attendance === 'absent') return styled('当日已请假，不计缺席', 'muted');
  return attendance === 'late' ? styled('迟到', 'warn') : '未缺席';
}

export const meetingsSheet = (record: MonthRecord): SheetModel =>
  detailSheet({
    name: '例会明细',
    title: `${monthTitle(record.period)} 例会明细`,
    columns: [
      ...PERSON_COLUMNS.slice(1),
      wordColumn('日期', 10, 10),
      wordColumn('星期', 4, 4),
      textColumn('会议', 10, 30),
      wordColumn('签到', 6, 8),
      wordColumn('结论', 8, 20),
      textColumn('来源（文件!工作表!行）', 12, 56),
    ],
    rows: record.subjects
      .filter(({ role }) => role === 'fullTime')
      .flatMap(({ id, name, evidence }) =>
        evidence.meetings.map((entry) => [
          id,
          name,
          entry.date,
          weekdayText(entry.date),
          entry.meeting,
          ATTENDANCE[entry.attendance],
          verdictCell(entry),
          originText(record, entry.origin),
        ]),
      ),
    frozenColumns: 2,
  });
