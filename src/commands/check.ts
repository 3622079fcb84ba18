// wangge check <month>: reads and checks everything. Nothing is written unless marked copies are asked for.
import type { YearMonth } from '../model/civil.ts';
import type { TableInfo } from '../model/source.ts';
import { issuesOf } from '../problems/issues.ts';
import { copiesFolder } from '../run/paths.ts';
import { BALANCE_HEADINGS, balanceRows, isUsedWhole } from '../views/balance.ts';
import { CHECK_SCHEMA, checkDocument } from '../views/documents/check.ts';
import { readingBranches } from '../views/reading.ts';
import { countText, tableText, treeText } from '../writers/terminal.ts';
import { type Context, EXIT, type ExitCode } from './context.ts';
import { coverageText } from './coverage.ts';
import { runFor } from './decided.ts';
import { monthOrOpen } from './open-month.ts';
import { report } from './report.ts';

export interface CheckOptions {
  readonly annotate: boolean;
}

export async function check(context: Context, monthText: string, options: CheckOptions): Promise<ExitCode> {
  const period = await monthOrOpen(context, monthText);
  const found = await runFor(context, { schema: CHECK_SCHEMA, period });
  if (found === null) return EXIT.dataErrors;
  const { workspace, run } = found;
  const issues = issuesOf(run.problems, context.strict);
  const outputs = options.annotate
    ? await (await import('../run/annotate.ts')).annotate(workspace, period, issues, run.sheets)
    : [];
  const sums = needsSums(run.tables) ? tableText(BALANCE_HEADINGS, balanceRows(run.tables), [2, 3, 4, 5]) : '';
  const isRead = run.tables.length > 0;
  return report(context, {
    schema: CHECK_SCHEMA,
    period,
    body: checkDocument(run.tables, run.sheets, run.coverage),
    issues,
    findings: true,
    whenFailed: '请改正错误后再检查一次，有的检查要在没有错误以后进行',
    summary: [`${period} 检查完毕：${countText(issues)}`],
    regardless: {
      body: { ...(isRead && { coverage: run.coverage }), ...(options.annotate && { outputs }) },
      answer: `${context.verbose ? treeText(readingBranches(run.sheets)) : ''}${context.quiet || !isRead ? '' : `${sums}${coverageText(run.coverage)}`}`,
      written: outputs.length === 0 ? [] : writtenLines(period, outputs),
    },
  });
}

/** Rows that were not used are told by file where the kind has several; of one file its line of the coverage tells the same. */
const needsSums = (tables: readonly TableInfo[]): boolean =>
  tables.some((table) => !isUsedWhole(table) && tables.some((one) => one !== table && one.kind === table.kind));

/** The list, and where the copies are. */
function writtenLines(period: YearMonth, [list = '', ...copies]: readonly string[]): readonly string[] {
  const marked = copies.length > 0 ? [`标注副本 ${copies.length} 个，在 ${copiesFolder(period)}`] : [];
  return [`已生成 ${list}`, ...marked];
}
