// 任务明细: every dispatched task of full-time members with its verdict.
import { type Moment, momentText } from '../../../model/civil.ts';
import type { MonthRecord, TaskEvidence } from '../../../model/record.ts';
import { TASK_TYPES } from '../../../model/terms.ts';
import { detailSheet, PERSON_COLUMNS, textColumn, wordColumn } from '../columns.ts';
import { type BackLink, type Detail, idCell, rowsInSpans } from '../live/details.ts';
import { DONE, DONE_LATE, TASK_TYPE, VERDICT, WITHDRAWN } from '../live/tally.ts';
import { type Cell, styled } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { originText } from '../words.ts';

const VERDICTS: Record<TaskEvidence['result'], Cell> = {
  done: DONE,
  late: styled(DONE_LATE, 'bad'),
  open: styled('未办结', 'bad'),
  withdrawn: styled(WITHDRAWN, 'muted'),
};

const timeCell = (moment: Moment | null): Cell => (moment === null ? null : momentText(moment));

export function tasksSheet(record: MonthRecord, back: BackLink): Detail {
  const members = record.subjects.filter(({ role }) => role === 'fullTime');
  const { rows, spans } = rowsInSpans(members, (subject) =>
    subject.evidence.tasks.map((task) => [
      idCell(subject, back),
      subject.name,
      task.id,
      TASK_TYPES[task.type],
      timeCell(task.dispatched),
      timeCell(task.due),
      timeCell(task.done),
      VERDICTS[task.result],
      originText(record, task.origin),
    ]),
  );
  const sheet = detailSheet({
    name: SHEETS.tasks,
    title: `${monthTitle(record.period)} 任务明细`,
    subtitle: [['发放表的派单按“结论”计数。改动其他列，金额不变。']],
    columns: [
      ...PERSON_COLUMNS.slice(1),
      textColumn('任务编号', 10, 24),
      wordColumn(TASK_TYPE, 6, 8),
      wordColumn('派单时间', 10, 20),
      wordColumn('截止时间', 10, 20),
      wordColumn('办结时间', 10, 20),
      wordColumn(VERDICT, 8, 26),
      textColumn('来源（文件!工作表!行）', 12, 56),
    ],
    rows,
    frozenColumns: 2,
  });
  return { sheet, spans };
}
