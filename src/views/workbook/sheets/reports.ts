// 信息明细: every report of the month with its verdict; 网格长 and 兼职 too, their 以奖代补 rests on them.
import { momentText } from '../../../model/civil.ts';
import type { MonthRecord, ReportEvidence, SubjectRecord } from '../../../model/record.ts';
import { ROLES } from '../../../model/terms.ts';
import { namedColumns, tableSheet, textColumn, wordColumn } from '../columns.ts';
import { type BackLink, type Detail, idCell, rowsInSpans } from '../live/details.ts';
import { EFFECTIVE } from '../live/tally.ts';
import { type Cell, styled } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { originText } from '../words.ts';

const VERDICTS: Record<ReportEvidence['status'], Cell> = {
  effective: EFFECTIVE,
  pending: styled('待审核', 'warn'),
  ineffective: styled('无效', 'muted'),
};

interface ReportRow {
  readonly subject: SubjectRecord;
  readonly report: ReportEvidence;
}

export function reportsSheet(record: MonthRecord, back: BackLink): Detail {
  const { rows, spans } = rowsInSpans(record.subjects, (subject) =>
    subject.evidence.reports.map((report): ReportRow => ({ subject, report })),
  );
  const sheet = tableSheet<ReportRow>({
    name: SHEETS.reports,
    title: `${monthTitle(record.period)} 信息明细`,
    subtitle: [['发放表的有效信息按“结论”计数。改动其他列，金额不变。']],
    columns: [
      ...namedColumns<ReportRow>(
        ({ subject }) => subject,
        ({ subject }) => idCell(subject, back),
      ),
      ['role', wordColumn('角色', 6, 12), ({ subject }) => ROLES[subject.role]],
      ['report', textColumn('信息编号', 10, 24), ({ report }) => report.id],
      ['at', wordColumn('上报时间', 10, 20), ({ report }) => momentText(report.at)],
      ['category', textColumn('类别', 8, 20), ({ report }) => report.category],
      ['grid', textColumn('网格', 8, 16), ({ report }) => report.grid],
      ['verdict', wordColumn('结论', 6, 6), ({ report }) => VERDICTS[report.status]],
      ['source', textColumn('来源（文件!工作表!行）', 12, 56), ({ report }) => originText(record, report.origin)],
    ],
    rows,
    frozenColumns: 2,
  });
  return { sheet, spans };
}
