// 审计底稿: what was checked of each archive and how much of it, every difference, a sample of people with all that explains
// their amounts, and room for the auditor's own findings.
import type { Manifest } from '../../model/archive.ts';
import type { Fen } from '../../model/money.ts';
import { yuanNumber } from '../../model/money.ts';
import type { ExplanationNode } from '../explanation/node.ts';
import { countColumn, moneyColumn, numberColumn, tableSheet, textColumn, wordColumn } from './columns.ts';
import { type ExplanationRow, explanationRows } from './explanation.ts';
import { type Cell, type SheetModel, styled, type WorkbookModel } from './model.ts';
import { dayTitle, type Prepared } from './prepared.ts';

export interface AuditedArchive {
  readonly path: string;
  readonly manifest: Pick<Manifest, 'period' | 'office' | 'program' | 'code' | 'revision'> | null;
  readonly checks: readonly {
    readonly title: string;
    readonly count: number | null;
    readonly ok: boolean | null;
    readonly note: string;
  }[];
  readonly differences: readonly AuditDifference[];
}

interface AuditDifference {
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly archived: string | number | boolean | null;
  readonly recomputed: string | number | boolean | null;
  /** Chinese. */
  readonly cause: string;
}

/** A person drawn for a check in the field. */
export interface Drawn {
  readonly period: string;
  readonly id: string;
  readonly name: string;
  readonly total: Fen;
  readonly told: readonly ExplanationNode[];
}

export interface Sample {
  readonly size: number;
  readonly seed: string;
  /** How many there were to draw from. */
  readonly outOf: number;
  readonly drawn: readonly Drawn[];
}

/** More than anybody reads, and as many as a sheet is made of in reasonable time. */
const MOST = 10_000;

const verdict = (ok: boolean | null): Cell => (ok === null ? '—' : ok ? '相符' : styled('不符', 'bad'));

interface CheckRow {
  readonly period: string;
  readonly path: string;
  readonly title: string;
  readonly count: number | null;
  readonly ok: boolean | null;
  readonly note: string | null;
}

function checksSheet(
  audited: readonly AuditedArchive[],
  sample: Sample | null,
  { preparedBy, preparedOn }: Prepared,
): SheetModel {
  const found = audited.reduce((sum, { differences }) => sum + differences.length, 0);
  return tableSheet<CheckRow>({
    name: '底稿',
    title: '网格员补贴归档审计底稿',
    subtitle: [
      [`归档 ${audited.length} 个，不符 ${found} 处${found > 0 ? '，见“不符”表' : ''}`],
      ...(sample === null
        ? []
        : [[`抽样 ${sample.drawn.length} 人（共 ${sample.outOf} 人，种子 ${sample.seed}），见“抽样”表`]]),
    ],
    columns: [
      ['period', wordColumn('月份', 8, 9), ({ period }) => period],
      ['archive', textColumn('归档', 12, 24), ({ path }) => path],
      ['check', textColumn('核对内容', 12, 18), ({ title }) => title],
      ['count', countColumn('数量'), ({ count }) => count],
      ['verdict', wordColumn('结果', 6, 6), ({ ok }) => verdict(ok)],
      ['note', textColumn('说明', 20, 46), ({ note }) => note],
    ],
    rows: audited.flatMap(({ path, manifest, checks, differences }): CheckRow[] =>
      manifest === null
        ? [{ period: '—', path, title: '压缩包和清单', count: null, ok: false, note: differences[0]?.file ?? null }]
        : checks.map((check) => ({ period: manifest.period, path, ...check })),
    ),
    footer: [
      ['审计发现：'],
      [''],
      [''],
      ['审计结论：'],
      [''],
      [''],
      [
        `审计人：${preparedBy ?? ''}`,
        '复核：',
        `日期：${preparedOn === null ? '　　　年　　月　　日' : dayTitle(preparedOn)}`,
      ],
    ],
  });
}

function differencesSheet(audited: readonly AuditedArchive[]): SheetModel | null {
  const all = audited.flatMap(({ path, differences }) => differences.map((one) => ({ path, ...one })));
  if (all.length === 0) return null;
  return tableSheet<AuditDifference & { readonly path: string }>({
    name: '不符',
    title: '不符之处',
    subtitle: [[`共 ${all.length} 处${all.length > MOST ? `，这里列前 ${MOST} 处` : ''}`]],
    columns: [
      numberColumn,
      ['archive', textColumn('归档', 10, 22), ({ path }) => path],
      ['file', textColumn('文件', 10, 26), ({ file }) => file],
      ['sheet', textColumn('工作表', 6, 12), ({ sheet }) => sheet],
      ['cell', textColumn('单元格或值', 6, 34), ({ cell }) => cell],
      ['archived', textColumn('归档中', 8, 24), ({ archived }) => (archived === null ? null : String(archived))],
      [
        'recomputed',
        textColumn('重新核算', 8, 24),
        ({ recomputed }) => (recomputed === null ? null : String(recomputed)),
      ],
      ['cause', textColumn('原因', 8, 16), ({ cause }) => cause],
    ],
    rows: all.slice(0, MOST),
  });
}

interface SampleRow extends ExplanationRow {
  readonly period: string | null;
}

function sampleSheet({ drawn, outOf, size, seed }: Sample): SheetModel {
  return tableSheet<SampleRow>({
    name: '抽样',
    title: '抽样人员的全部依据',
    subtitle: [
      [`从 ${outOf} 人中抽取 ${drawn.length} 人（--sample ${size} --seed ${seed}，可重复抽得同样的人），供实地核对`],
    ],
    columns: [
      ['period', wordColumn('月份', 8, 9), ({ period }) => period],
      ['said', textColumn('人员、项目、说明', 24, 40), ({ said }) => said],
      ['amount', moneyColumn('金额'), ({ amount }) => amount],
      ['grounds', textColumn('依据', 12, 36), ({ grounds }) => grounds],
      ['sources', textColumn('来源（文件!工作表!单元格）', 12, 34), ({ sources }) => sources],
      ['finding', textColumn('实地核对', 10, 10), () => null],
    ],
    rows: drawn.flatMap(({ period, id, name, total, told }): SampleRow[] => [
      {
        period,
        said: styled(`${name}（${id}）应发合计`, 'strong'),
        amount: styled(yuanNumber(total), 'strong'),
        grounds: null,
        sources: null,
      },
      ...explanationRows(told).map((row) => ({ period: null, ...row })),
    ]),
  });
}

export function auditWorkbook(
  audited: readonly AuditedArchive[],
  sample: Sample | null,
  prepared: Prepared,
): WorkbookModel {
  const sheets = [
    checksSheet(audited, sample, prepared),
    differencesSheet(audited),
    sample === null ? null : sampleSheet(sample),
  ];
  return { title: '网格员补贴归档审计底稿', sheets: sheets.filter((sheet) => sheet !== null) };
}
