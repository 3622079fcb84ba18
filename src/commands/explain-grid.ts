// wangge explain <month> --grid <grid>: the grid's team and score, down to clause and cell.
import type { YearMonth } from '../model/civil.ts';
import type { GridRecord, MonthRecord } from '../model/record.ts';
import { withCellTexts } from '../run/cells.ts';
import { findingText, scoreOf } from '../views/assessed.ts';
import { EXPLAIN_SCHEMA, explainGridDocument } from '../views/documents/explain.ts';
import { toldAssessment, toldTeam } from '../views/explanation/assessed.ts';
import { monthTitle } from '../views/workbook/prepared.ts';
import { type Context, type ExitCode, type Signature, UsageError } from './context.ts';
import { withMonth } from './decided.ts';
import { reportExplanation } from './explanation-report.ts';

/** By 网格编号, else by a name that one grid bears. */
function gridIn({ grids, period }: MonthRecord, text: string): GridRecord {
  const byId = grids.find(({ id }) => id === text);
  if (byId) return byId;
  const byName = grids.filter(({ name }) => name === text);
  const [only] = byName;
  if (only && byName.length === 1) return only;
  if (only) throw new UsageError(`${period} 有 ${byName.length} 个网格叫“${text}”，请写网格编号`);
  throw new UsageError(
    grids.length === 0 ? `${period} 的方案没有网格考核的项目` : `${period} 没有网格“${text}”，请写网格编号或名称`,
  );
}

function itemOf({ assessments }: GridRecord, text: string | null): string | null {
  if (text === null) return null;
  const found = assessments.find(({ item, title }) => item === text || title === text);
  if (found) return found.item;
  throw new UsageError(`网格没有“${text}”这个项目，可选：${assessments.map(({ title }) => title).join('、')}`);
}

function standingText(grid: GridRecord, { grids }: MonthRecord): string {
  const score = scoreOf(grid)?.score;
  if (!score) return '';
  return ` 得分 ${findingText(score.value, '分')}${score.rank === null ? '' : `，第 ${score.rank} 名（共 ${grids.length} 个网格）`}`;
}

export function explainGrid(
  context: Context,
  period: YearMonth,
  signature: Signature,
  options: { readonly grid: string; readonly item: string | null; readonly xlsx: boolean },
): Promise<ExitCode> {
  const asked = { schema: EXPLAIN_SCHEMA, period };
  return withMonth(context, asked, async ({ workspace, evidence, record, issues }) => {
    const grid = gridIn(record, options.grid);
    const item = itemOf(grid, options.item);
    const { told, body } = await withCellTexts(evidence, (textAt) => ({
      told: [
        ...(item === null ? [toldTeam(grid, period)] : []),
        ...grid.assessments
          .filter((one) => item === null || one.item === item)
          .map((one) => toldAssessment(record, one, true, textAt)),
      ],
      body: explainGridDocument(record, grid, item, textAt),
    }));
    const name = grid.name ?? grid.id;
    const standing = standingText(grid, record);
    return reportExplanation(context, {
      ...asked,
      workspace,
      record,
      id: grid.id,
      name,
      body,
      issues,
      told,
      headline: `网格 ${grid.id}${grid.name === null ? '' : `（${grid.name}）`} ${period}${standing}`,
      sheet: options.xlsx
        ? {
            title: `${monthTitle(period)} 网格 ${grid.id} 考核说明`,
            head: [[`网格编号：${grid.id}`, `网格名称：${grid.name ?? ''}`, standing.trim()]],
            total: null,
          }
        : null,
      signature,
    });
  });
}
