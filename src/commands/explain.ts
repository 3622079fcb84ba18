// wangge explain <month> <person>: the tree behind each figure, down to clause and cell; of a quarter, behind the rank; of a
// grid, behind its score.
import { parseQuarter, quarterOf } from '../model/civil.ts';
import { addFen, yuanText } from '../model/money.ts';
import type { MonthRecord, SubjectRecord } from '../model/record.ts';
import { withCellTexts } from '../run/cells.ts';
import { EXPLAIN_SCHEMA, explainDocument } from '../views/documents/explain.ts';
import { explanation } from '../views/explanation/month.ts';
import { monthTitle } from '../views/workbook/prepared.ts';
import { isMonthLike, quarterArgument } from './arguments.ts';
import { type Context, type ExitCode, type Signature, UsageError } from './context.ts';
import { withMonth } from './decided.ts';
import { explainGrid } from './explain-grid.ts';
import { explainQuarter } from './explain-quarter.ts';
import { reportExplanation } from './explanation-report.ts';
import { monthOrOpen } from './open-month.ts';
import { meantText } from './spelling.ts';

export interface ExplainOptions {
  /** Null where a grid is explained. */
  readonly person: string | null;
  readonly grid: string | null;
  readonly item: string | null;
  readonly quarter: boolean;
  /** Whether the sheet to hand to the worker is written. */
  readonly xlsx: boolean;
}

/** By 工号, else by a name that one person of the month bears; in each role of the month. */
function subjectsOf({ subjects, period }: MonthRecord, text: string): readonly SubjectRecord[] {
  const byId = subjects.filter(({ id }) => id === text);
  if (byId.length > 0) return byId;
  const byName = subjects.filter(({ name }) => name === text);
  const ids = [...new Set(byName.map(({ id }) => id))];
  if (ids.length === 1) return byName;
  if (ids.length > 1) throw new UsageError(`${period} 有 ${ids.length} 个${text}：${ids.join('、')}，请写工号`);
  const known = [...new Set(subjects.flatMap(({ id, name }) => [id as string, name]))];
  throw new UsageError(`${period} 的发放对象中没有“${text}”${meantText(text, known) || '，请写工号或姓名'}`);
}

/** `explain W002` is about the open month: what is no month and stands alone is a person. */
const monthAndPerson = (first: string, second: string | null): readonly [month: string, person: string | null] =>
  second === null && first !== '' && !isMonthLike(first) && parseQuarter(first) === null
    ? ['', first]
    : [first, second];

/** Items by their identifier or Chinese title. */
function itemOf({ scheme }: MonthRecord, subjects: readonly SubjectRecord[], text: string | null): string | null {
  if (text === null) return null;
  const measured = scheme.items.filter(
    (item) => item.shows.length > 0 && subjects.some(({ role }) => !item.pays && item.for.includes(role)),
  );
  const decided = subjects.flatMap(({ decisions, notes, assessments }) => [...decisions, ...notes, ...assessments]);
  const known = [...decided, ...measured];
  const found = known.find(({ item, title }) => item === text || title === text);
  if (found) return found.item;
  const titles = [...new Set(known.map(({ title }) => title))];
  throw new UsageError(`${subjects[0]?.name}没有“${text}”这个项目，可选：${titles.join('、')}`);
}

/** 应发 400.00 元, and what is carried over where the items sum up to less than nothing. */
function totalText(subjects: readonly SubjectRecord[]): string {
  const carried = addFen(...subjects.map(({ carriedOut }) => carriedOut));
  const total = `应发 ${yuanText(addFen(...subjects.map((one) => one.total)))} 元`;
  return carried === 0 ? total : `${total}（各项合计为负，${yuanText(carried)} 元结转下月）`;
}

const itemTexts = (subjects: readonly SubjectRecord[]): string =>
  subjects
    .flatMap(({ decisions }) => decisions)
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, amount }) => `${title} ${yuanText(amount)}`)
    .join('，');

export async function explain(
  context: Context,
  monthText: string,
  signature: Signature,
  options: ExplainOptions,
): Promise<ExitCode> {
  const { grid } = options;
  const [first, person] = grid === null ? monthAndPerson(monthText, options.person) : [monthText, options.person];
  if (grid !== null) {
    if (person !== null || options.quarter) throw new UsageError('--grid 说明一个网格，请去掉工号和 --quarter');
    return explainGrid(context, await monthOrOpen(context, first), signature, { ...options, grid });
  }
  if (person === null) throw new UsageError('请写工号或姓名，或用 --grid 写网格编号');
  const named = options.quarter && first.includes('Q') ? quarterArgument(first) : parseQuarter(first);
  if (named !== null || options.quarter) {
    if (options.item !== null) throw new UsageError('--item 只用于月份，说明季度排名时请去掉');
    return explainQuarter(context, named ?? quarterOf(await monthOrOpen(context, first)), signature, {
      ...options,
      person,
    });
  }
  const period = await monthOrOpen(context, first);
  const asked = { schema: EXPLAIN_SCHEMA, period };
  return withMonth(context, asked, async ({ workspace, evidence, record, history, issues }) => {
    const subjects = subjectsOf(record, person);
    const item = itemOf(record, subjects, options.item);
    const { told, body } = await withCellTexts(evidence, (textAt) => ({
      told: subjects.flatMap((subject) => explanation(record, subject, item, history, textAt)),
      body: explainDocument(record, subjects, item, history, textAt),
    }));
    const [{ id, name, grids }] = subjects as [SubjectRecord];
    return reportExplanation(context, {
      ...asked,
      workspace,
      record,
      id,
      name,
      body,
      issues,
      told,
      headline: `${name}（${id}）${period} ${totalText(subjects)}`,
      sheet: options.xlsx
        ? {
            title: `${monthTitle(period)} ${name}（${id}）发放说明`,
            head: [
              [`工号：${id}`, `姓名：${name}`, `网格：${grids.join('、')}`],
              [totalText(subjects)],
              [itemTexts(subjects)],
            ],
            total: item === null ? addFen(...subjects.map(({ total }) => total)) : null,
          }
        : null,
      signature,
    });
  });
}
