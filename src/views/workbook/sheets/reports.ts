// 信息明细: every report of the month with its verdict; 网格长 and 兼职 too, their 以奖代补 rests on them.
import { momentText } from '../../../model/civil.ts';
import type { MonthRecord, ReportEvidence } from '../../../model/record.ts';
import { ROLES } from '../../../model/terms.ts';
import { detailSheet, PERSON_COLUMNS, textColumn, wordColumn } from '../columns.ts';
import { type BackLink, type Detail, idCell, rowsInSpans } from '../live/details.ts';
import { EFFECTIVE, VERDICT } from '../live/tally.ts';
import { type Cell, styled } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { originText } from '../words.ts';

const VERDICTS: Record<ReportEvidence['status'], Cell> = {
  effective: EFFECTIVE,
  pending: styled('待审核', 'warn'),
  ineffective: styled('无效', 'muted'),
};

export function reportsSheet(record: MonthRecord, back: BackLink): Detail {
  const { rows, spans } = rowsInSpans(record.subjects, (subject) =>
    subject.evidence.reports.map((report) => [
      idCell(subject, back),
      subject.name,
      ROLES[subject.role],
      report.id,
      momentText(report.at),
      report.category,
      report.grid,
      VERDICTS[report.status],
      originText(record, report.origin),
    ]),
  );
  const sheet = detailSheet({
    name: SHEETS.reports,
    title: `${monthTitle(record.period)} 信息明细`,
    subtitle: [['发放表的有效信息按“结论”计数。改动其他列，金额不变。']],
    columns: [
      ...PERSON_COLUMNS.slice(1),
      wordColumn('角色', 6, 12),
      textColumn('信息编号', 10, 24),
      wordColumn('上报时间', 10, 20),
      textColumn('类别', 8, 20),
      textColumn('网格', 8, 16),
      wordColumn(VERDICT, 6, 6),
      textColumn('来源（文件!工作表!行）', 12, 56),
    ],
    rows,
    frozenColumns: 2,
  });
  return { sheet, spans };
}
