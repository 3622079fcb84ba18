// The dispatched tasks behind a line that lacks some: 截止时间 against 完成时间, each with its cell.
import { momentText } from '../../model/civil.ts';
import type { Line } from '../../model/decision.ts';
import type { MonthRecord, SubjectRecord, TaskEvidence } from '../../model/record.ts';
import type { Source, TableInfo } from '../../model/source.ts';
import { TASK_TYPES } from '../../model/terms.ts';
import { type NamedSource, namedSources, type TextAt } from '../sources.ts';
import { type ExplanationNode, explanationNode } from './node.ts';
import { sourceTexts } from './source-texts.ts';

export interface UndoneTask {
  readonly id: string;
  readonly type: string;
  readonly due: string | null;
  readonly done: string | null;
  readonly result: TaskEvidence['result'];
  readonly sources: readonly NamedSource[];
}

const RESULTS: Record<TaskEvidence['result'], string> = {
  done: '按时办结',
  late: '逾期办结',
  open: '未办结',
  withdrawn: '不计',
};

const namesTask = (sources: readonly Source[], { origin }: TaskEvidence): boolean =>
  sources.some((source) => source.type === 'rows' && source.table === origin.table && source.rows.includes(origin.row));

function cellsOf({ tables }: MonthRecord, { origin: { table, row } }: TaskEvidence): readonly Source[] {
  const { columns } = tables[table] as TableInfo;
  return ['id', 'due', 'done']
    .filter((field) => columns[field] !== undefined)
    .map((field) => ({ type: 'rows', table, rows: [row], field }));
}

/** The tasks among a line's sources, where the line lacks something. */
export function undoneTasks(
  record: MonthRecord,
  { evidence }: SubjectRecord,
  { missing, sources }: Line,
  textAt: TextAt,
): readonly UndoneTask[] {
  if (missing === null) return [];
  return evidence.tasks
    .filter((task) => namesTask(sources, task))
    .map((task) => ({
      id: task.id,
      type: TASK_TYPES[task.type],
      due: task.due && momentText(task.due),
      done: task.done && momentText(task.done),
      result: task.result,
      sources: namedSources(record, cellsOf(record, task), textAt),
    }));
}

export const toldTasks = (tasks: readonly UndoneTask[]): readonly ExplanationNode[] =>
  tasks.map(({ id, type, due, done, result, sources }) =>
    explanationNode(`${type} ${id} ${RESULTS[result]}：截止 ${due ?? '未写，按月末'}，完成 ${done ?? '无'}`, {
      sources: sourceTexts(sources),
    }),
  );
