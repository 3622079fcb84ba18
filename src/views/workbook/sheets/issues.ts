// 问题清单: every problem of the run, as all outputs list it.
import type { IssueRecord, MonthRecord } from '../../../model/record.ts';
import { stakeWords } from '../../problem-groups.ts';
import { countColumn, numberColumn, tableSheet, textColumn, wordColumn } from '../columns.ts';
import { type Cell, type SheetModel, styled } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';

export const SEVERITIES: Record<IssueRecord['severity'], Cell> = {
  error: styled('错误', 'bad'),
  warning: styled('警告', 'warn'),
  notice: '提示',
};

export const issuesSheet = ({ period, issues }: MonthRecord): SheetModel =>
  tableSheet<IssueRecord>({
    name: SHEETS.issues,
    title: `${monthTitle(period)} 问题清单`,
    columns: [
      numberColumn,
      ['severity', wordColumn('级别', 4, 4), ({ severity }) => SEVERITIES[severity]],
      ['message', textColumn('问题', 20, 46), ({ message }) => message],
      ['remedy', textColumn('处理办法', 16, 36), ({ remedy }) => remedy],
      ['stake', textColumn('最多影响', 8, 13), (issue) => stakeWords(issue)],
      ['file', textColumn('文件', 8, 26), ({ file }) => file],
      ['sheet', textColumn('工作表', 6, 14), ({ sheet }) => sheet],
      ['row', countColumn('行'), ({ row }) => row],
      ['column', wordColumn('列', 2, 4), ({ column }) => column],
    ],
    rows: issues,
    footer: issues.length === 0 ? [['本月没有问题。']] : [],
  });
