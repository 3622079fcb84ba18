// 例会明细: every entry of full-time members in the attendance lists, and whether it counts as missed; what that costs is
// the edition's to say.
import type { MeetingEvidence, MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { ATTENDANCE } from '../../../model/terms.ts';
import { namedColumns, tableSheet, textColumn, wordColumn } from '../columns.ts';
import { type BackLink, type Detail, idCell, rowsInSpans } from '../live/details.ts';
import { ABSENT, LATE_FOR_MEETING } from '../live/tally.ts';
import { type Cell, styled } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { originText, weekdayText } from '../words.ts';

function verdictCell({ attendance, deducted }: MeetingEvidence): Cell {
  if (deducted) return styled(ABSENT, 'bad');
  if (attendance === 'absent') return styled('当日已请假，不计缺席', 'muted');
  return attendance === 'late' ? styled(LATE_FOR_MEETING, 'warn') : '未缺席';
}

interface MeetingRow {
  readonly subject: SubjectRecord;
  readonly meeting: MeetingEvidence;
}

export function meetingsSheet(record: MonthRecord, back: BackLink): Detail {
  const members = record.subjects.filter(({ role }) => role === 'fullTime');
  const { rows, spans } = rowsInSpans(members, (subject) =>
    subject.evidence.meetings.map((meeting): MeetingRow => ({ subject, meeting })),
  );
  const sheet = tableSheet<MeetingRow>({
    name: SHEETS.meetings,
    title: `${monthTitle(record.period)} 例会明细`,
    subtitle: [['发放表的缺席、迟到按“结论”计数。改动其他列，金额不变。']],
    columns: [
      ...namedColumns<MeetingRow>(
        ({ subject }) => subject,
        ({ subject }) => idCell(subject, back),
      ),
      ['date', wordColumn('日期', 10, 10), ({ meeting }) => meeting.date],
      ['weekday', wordColumn('星期', 4, 4), ({ meeting }) => weekdayText(meeting.date)],
      ['meeting', textColumn('会议', 10, 30), ({ meeting }) => meeting.meeting],
      ['attendance', wordColumn('签到', 6, 8), ({ meeting }) => ATTENDANCE[meeting.attendance]],
      ['verdict', wordColumn('结论', 8, 20), ({ meeting }) => verdictCell(meeting)],
      ['source', textColumn('来源（文件!工作表!行）', 12, 56), ({ meeting }) => originText(record, meeting.origin)],
    ],
    rows,
    frozenColumns: 2,
  });
  return { sheet, spans };
}
