// How an explanation ends: one JSON document or the tree, and the sheet for the worker where it was asked for.
import type { Quarter, YearMonth } from '../model/civil.ts';
import type { IssueRecord, MonthRecord } from '../model/record.ts';
import { explanationPath } from '../run/paths.ts';
import type { Workspace } from '../store/workspace.ts';
import { writeChanges } from '../store/write.ts';
import { branchOf, type ExplanationNode } from '../views/explanation/node.ts';
import { type ExplanationSheet, explanationWorkbook } from '../views/workbook/explanation.ts';
import { paragraphText, treeText } from '../writers/terminal.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import type { Context, ExitCode, Signature } from './context.ts';
import { report } from './report.ts';

export interface ExplanationReport {
  readonly schema: string;
  readonly period: YearMonth | Quarter;
  readonly workspace: Workspace;
  readonly record: MonthRecord;
  readonly id: string;
  readonly name: string;
  readonly body: object;
  readonly issues: readonly IssueRecord[];
  readonly headline: string;
  readonly told: readonly ExplanationNode[];
  /** Null: no sheet is written. */
  readonly sheet: Omit<ExplanationSheet, 'told'> | null;
  readonly signature: Signature;
}

export async function reportExplanation(context: Context, telling: ExplanationReport): Promise<ExitCode> {
  const { schema, period, workspace, record, id, name, body, issues, headline, told, sheet, signature } = telling;
  const path = sheet && explanationPath(period, id, name);
  if (path !== null && sheet !== null) {
    const model = explanationWorkbook(record, { ...sheet, told }, signature);
    await writeChanges(workspace, [{ path, bytes: await workbookBytes(model) }]);
  }
  return report(context, {
    schema,
    period,
    body,
    issues: context.json ? issues : [],
    summary: path === null ? [] : [`已生成 ${path}`],
    answer: `${paragraphText(headline)}${treeText(told.map(branchOf))}`,
  });
}
