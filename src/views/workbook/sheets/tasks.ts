// 任务明细: every dispatched task of full-time members with its verdict.
import { type Moment, momentText } from '../../../model/civil.ts';
import type { MonthRecord, SubjectRecord, TaskEvidence } from '../../../model/record.ts';
import { TASK_TYPES } from '../../../model/terms.ts';
import { namedColumns, tableSheet, textColumn, wordColumn } from '../columns.ts';
import { type BackLink, type Detail, idCell, rowsInSpans } from '../live/details.ts';
import { DONE, DONE_LATE, WITHDRAWN } from '../live/tally.ts';
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

interface TaskRow {
  readonly subject: SubjectRecord;
  readonly task: TaskEvidence;
}

export function tasksSheet(record: MonthRecord, back: BackLink): Detail {
  const members = record.subjects.filter(({ role }) => role === 'fullTime');
  const { rows, spans } = rowsInSpans(members, (subject) =>
    subject.evidence.tasks.map((task): TaskRow => ({ subject, task })),
  );
  const sheet = tableSheet<TaskRow>({
    name: SHEETS.tasks,
    title: `${monthTitle(record.period)} 任务明细`,
    subtitle: [['发放表的派单按“结论”计数。改动其他列，金额不变。']],
    columns: [
      ...namedColumns<TaskRow>(
        ({ subject }) => subject,
        ({ subject }) => idCell(subject, back),
      ),
      ['task', textColumn('任务编号', 10, 24), ({ task }) => task.id],
      ['type', wordColumn('类型', 6, 8), ({ task }) => TASK_TYPES[task.type]],
      ['dispatched', wordColumn('派单时间', 10, 20), ({ task }) => timeCell(task.dispatched)],
      ['due', wordColumn('截止时间', 10, 20), ({ task }) => timeCell(task.due)],
      ['done', wordColumn('办结时间', 10, 20), ({ task }) => timeCell(task.done)],
      ['verdict', wordColumn('结论', 8, 26), ({ task }) => VERDICTS[task.result]],
      ['source', textColumn('来源（文件!工作表!行）', 12, 56), ({ task }) => originText(record, task.origin)],
    ],
    rows,
    frozenColumns: 2,
  });
  return { sheet, spans };
}
