// wangge explain <month> <person>: the tree behind each figure, down to clause and cell.
import { yuanText } from '../model/money.ts';
import type { MonthRecord, SubjectRecord } from '../model/record.ts';
import { EXPLAIN_SCHEMA, explainDocument } from '../views/documents/explain.ts';
import { explanation } from '../views/explanation.ts';
import { treeText } from '../writers/terminal.ts';
import { monthArgument } from './arguments.ts';
import { type Context, type ExitCode, UsageError } from './context.ts';
import { withMonth } from './decided.ts';
import { report } from './report.ts';

/** By 工号, else by a name that one person of the month bears. */
function subjectOf({ subjects, period }: MonthRecord, text: string): SubjectRecord {
  const byId = subjects.find(({ id }) => id === text);
  const byName = subjects.filter(({ name }) => name === text);
  const [only] = byName;
  if (byId) return byId;
  if (only && byName.every(({ id }) => id === only.id)) return only;
  if (only)
    throw new UsageError(`${period} 有 ${byName.length} 个${text}：${byName.map(({ id }) => id).join('、')}，请写工号`);
  throw new UsageError(`${period} 的发放对象中没有“${text}”，请写工号或姓名`);
}

/** Items by their identifier or Chinese title. */
function itemOf({ decisions, name }: SubjectRecord, text: string | null): string | null {
  if (text === null) return null;
  const found = decisions.find(({ item, title }) => item === text || title === text);
  if (found) return found.item;
  throw new UsageError(`${name}没有“${text}”这个项目，可选：${decisions.map(({ title }) => title).join('、')}`);
}

export async function explain(
  context: Context,
  monthText: string,
  personText: string,
  itemText: string | null,
): Promise<ExitCode> {
  const asked = { schema: EXPLAIN_SCHEMA, period: monthArgument(monthText) };
  return withMonth(context, asked, ({ record, issues }) => {
    const subject = subjectOf(record, personText);
    const item = itemOf(subject, itemText);
    const head = `${subject.name}（${subject.id}）${asked.period} 应发 ${yuanText(subject.total)} 元`;
    return report(context, {
      ...asked,
      body: explainDocument(record, subject, item),
      issues: context.json ? issues : [],
      summary: [],
      answer: `${head}\n${treeText(explanation(record, subject, item))}`,
    });
  });
}
