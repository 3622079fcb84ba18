// 问题清单: every problem of the run, as all outputs list it.
import type { IssueRecord, MonthRecord } from '../../../model/record.ts';
import { stakeWords } from '../../problem-groups.ts';
import { countColumn, detailSheet, textColumn, wordColumn } from '../columns.ts';
import { type Cell, type SheetModel, styled } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';

export const SEVERITIES: Record<IssueRecord['severity'], Cell> = {
  error: styled('错误', 'bad'),
  warning: styled('警告', 'warn'),
  notice: '提示',
};

export const issuesSheet = ({ period, issues }: MonthRecord): SheetModel =>
  detailSheet({
    name: SHEETS.issues,
    title: `${monthTitle(period)} 问题清单`,
    columns: [
      countColumn('序号'),
      wordColumn('级别', 4, 4),
      textColumn('问题', 20, 46),
      textColumn('处理办法', 16, 36),
      textColumn('最多影响', 8, 13),
      textColumn('文件', 8, 26),
      textColumn('工作表', 6, 14),
      countColumn('行'),
      wordColumn('列', 2, 4),
    ],
    rows: issues.map((issue, index) => [
      index + 1,
      SEVERITIES[issue.severity],
      issue.message,
      issue.remedy,
      stakeWords(issue),
      issue.file,
      issue.sheet,
      issue.row,
      issue.column,
    ]),
    footer: issues.length === 0 ? [['本月没有问题。']] : [],
  });
