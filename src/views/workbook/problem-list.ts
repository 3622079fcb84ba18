// 问题清单 on its own: every problem of a check, with links to the cells of the marked copies.
import type { YearMonth } from '../../model/civil.ts';
import type { IssueRecord } from '../../model/record.ts';
import { stakeWords } from '../problem-groups.ts';
import { countColumn, numberColumn, tableSheet, textColumn, wordColumn } from './columns.ts';
import type { MarkedPlace } from './marked-copy.ts';
import type { Cell, WorkbookModel } from './model.ts';
import { monthTitle } from './prepared.ts';
import { SEVERITIES } from './sheets/issues.ts';

/** A marked cell of a copy; `path` is relative to the list. */
export interface ListedPlace extends MarkedPlace {
  readonly path: string;
}

export const PROBLEM_LIST = '问题清单';

/** By which an opinion is read back. */
export const OPINION_COLUMNS = {
  file: '文件',
  sheet: '工作表',
  row: '行',
  column: '列',
  message: '问题',
  opinion: '处理意见',
} as const;

/** More rows than anybody reads, and as many as a workbook is made of in reasonable time. */
const MOST = 10_000;

const linked = (text: string | null, place: ListedPlace | undefined): Cell =>
  text === null || place === undefined ? text : { value: text, style: 'link', href: place };

export function problemListWorkbook(
  period: YearMonth,
  issues: readonly IssueRecord[],
  places: ReadonlyMap<IssueRecord, ListedPlace>,
  opinionOf: (issue: IssueRecord) => string | null,
): WorkbookModel {
  const title = `${monthTitle(period)} ${PROBLEM_LIST}`;
  const count = (severity: IssueRecord['severity']) => issues.filter((issue) => issue.severity === severity).length;
  const sheet = tableSheet<IssueRecord>({
    name: PROBLEM_LIST,
    title,
    subtitle: [
      [`错误 ${count('error')}，警告 ${count('warning')}，提示 ${count('notice')}`],
      ['点“文件”打开标注副本中的单元格；请在原文件中改正，再重新检查。副本只供查看，从不作为输入。'],
      ['警告核实后无需改正的，在“处理意见”列写明理由并保存，关账时读取。'],
    ],
    columns: [
      numberColumn,
      ['severity', wordColumn('级别', 4, 4), ({ severity }) => SEVERITIES[severity]],
      ['file', textColumn(OPINION_COLUMNS.file, 8, 24), (issue) => linked(issue.file, places.get(issue))],
      ['sheet', textColumn(OPINION_COLUMNS.sheet, 6, 14), (issue) => issue.sheet],
      ['row', countColumn(OPINION_COLUMNS.row), ({ row }) => row],
      ['column', wordColumn(OPINION_COLUMNS.column, 2, 4), ({ column }) => column],
      ['message', textColumn(OPINION_COLUMNS.message, 20, 42), ({ message }) => message],
      ['remedy', textColumn('处理办法', 16, 36), ({ remedy }) => remedy],
      ['stake', textColumn('最多影响', 8, 13), (issue) => stakeWords(issue)],
      ['opinion', textColumn(OPINION_COLUMNS.opinion, 20, 24), opinionOf],
    ],
    rows: issues.slice(0, MOST),
    footer: footerOf(issues),
  });
  return { title, sheets: [sheet] };
}

function footerOf(issues: readonly IssueRecord[]): readonly (readonly string[])[] {
  if (issues.length === 0) return [['本月没有问题。']];
  return issues.length > MOST ? [[`共 ${issues.length} 处，这里只列前 ${MOST} 处；改正后请重新检查。`]] : [];
}
