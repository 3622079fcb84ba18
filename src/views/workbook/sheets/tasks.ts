// 任务明细: every dispatched task of full-time members with its verdict.
import { type Moment, momentText } from '../../../model/civil.ts';
import type { MonthRecord, TaskEvidence } from '../../../model/record.ts';
import { TASK_TYPES } from '../../../model/terms.ts';
import { detailSheet, PERSON_COLUMNS, textColumn, wordColumn } from '../columns.ts';
import { type Cell, type SheetModel, styled } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { originText } from '../words.ts';

const VERDICTS: Record<TaskEvidence['result'], Cell> = {
  done: '按时办结',
  late: styled('逾期办结', 'bad'),
  open: styled('未办结', 'bad'),
  withdrawn: styled('不计（退回、撤销或转派）', 'muted'),
};

const timeCell = (moment: Moment | null): Cell => (moment === null ? null : momentText(moment));

export const tasksSheet = (record: MonthRecord): SheetModel =>
  detailSheet({
    name: '任务明细',
    title: `${monthTitle(record.period)} 任务明细`,
    columns: [
      ...PERSON_COLUMNS.slice(1),
      textColumn('任务编号', 10, 24),
      wordColumn('类型', 6, 8),
      wordColumn('派单时间', 10, 20),
      wordColumn('截止时间', 10, 20),
      wordColumn('办结时间', 10, 20),
      wordColumn('结论', 8, 26),
      textColumn('来源（文件!工作表!行）', 12, 56),
    ],
    rows: record.subjects
      .filter(({ role }) => role === 'fullTime')
      .flatMap(({ id, name, evidence }) =>
        evidence.tasks.map((task) => [
          id,
          name,
          task.id,
          TASK_TYPES[task.type],
          timeCell(task.dispatched),
          timeCell(task.due),
          timeCell(task.done),
          VERDICTS[task.result],
          originText(record, task.origin),
        ]),
      ),
    frozenColumns: 2,
  });
