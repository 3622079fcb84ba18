// 问题清单: every problem of the run, as all outputs list it.
import type { IssueRecord, MonthRecord } from '../../../model/record.ts';
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
      textColumn('问题', 20, 52),
      textColumn('处理办法', 16, 40),
      textColumn('文件', 8, 26),
      textColumn('工作表', 6, 14),
      countColumn('行'),
      wordColumn('列', 2, 4),
    ],
    rows: issues.map(({ severity, message, remedy, file, sheet, row, column }, index) => [
      index + 1,
      SEVERITIES[severity],
      message,
      remedy,
      file,
      sheet,
      row,
      column,
    ]),
    footer: issues.length === 0 ? [['本月没有问题。']] : [],
  });
