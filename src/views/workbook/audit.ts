// 审计底稿: what was checked of each archive and how much of it, every difference, a sample of people with all that explains
// their amounts, and room for the auditor's own findings.
import type { Manifest } from '../../model/archive.ts';
import type { Fen } from '../../model/money.ts';
import { yuanNumber } from '../../model/money.ts';
import type { ExplanationNode } from '../explanation/node.ts';
import { countColumn, detailSheet, moneyColumn, textColumn, wordColumn } from './columns.ts';
import { toldRows } from './explanation.ts';
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

export interface AuditDifference {
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

function checksSheet(
  audited: readonly AuditedArchive[],
  sample: Sample | null,
  { preparedBy, preparedOn }: Prepared,
): SheetModel {
  const found = audited.reduce((sum, { differences }) => sum + differences.length, 0);
  return detailSheet({
    name: '底稿',
    title: '网格员补贴归档审计底稿',
    subtitle: [
      [`归档 ${audited.length} 个，不符 ${found} 处${found > 0 ? '，见“不符”表' : ''}`],
      ...(sample === null
        ? []
        : [[`抽样 ${sample.drawn.length} 人（共 ${sample.outOf} 人，种子 ${sample.seed}），见“抽样”表`]]),
    ],
    columns: [
      wordColumn('月份', 8, 9),
      textColumn('归档', 12, 24),
      textColumn('核对内容', 12, 18),
      countColumn('数量'),
      wordColumn('结果', 6, 6),
      textColumn('说明', 20, 46),
    ],
    rows: audited.flatMap(({ path, manifest, checks, differences }): Cell[][] =>
      manifest === null
        ? [['—', path, '压缩包和清单', null, verdict(false), differences[0]?.file ?? null]]
        : checks.map(({ title, count, ok, note }) => [manifest.period, path, title, count, verdict(ok), note]),
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
    landscape: true,
  });
}

function differencesSheet(audited: readonly AuditedArchive[]): SheetModel | null {
  const all = audited.flatMap(({ path, differences }) => differences.map((one) => ({ path, ...one })));
  if (all.length === 0) return null;
  return detailSheet({
    name: '不符',
    title: '不符之处',
    subtitle: [[`共 ${all.length} 处${all.length > MOST ? `，这里列前 ${MOST} 处` : ''}`]],
    columns: [
      countColumn('序号'),
      textColumn('归档', 10, 22),
      textColumn('文件', 10, 26),
      textColumn('工作表', 6, 12),
      textColumn('单元格或值', 6, 34),
      textColumn('归档中', 8, 24),
      textColumn('重新核算', 8, 24),
      textColumn('原因', 8, 16),
    ],
    rows: all
      .slice(0, MOST)
      .map(({ path, file, sheet, cell, archived, recomputed, cause }, index): Cell[] => [
        index + 1,
        path,
        file,
        sheet,
        cell,
        archived === null ? null : String(archived),
        recomputed === null ? null : String(recomputed),
        cause,
      ]),
    landscape: true,
  });
}

function sampleSheet({ drawn, outOf, size, seed }: Sample): SheetModel {
  return detailSheet({
    name: '抽样',
    title: '抽样人员的全部依据',
    subtitle: [
      [`从 ${outOf} 人中抽取 ${drawn.length} 人（--sample ${size} --seed ${seed}，可重复抽得同样的人），供实地核对`],
    ],
    columns: [
      wordColumn('月份', 8, 9),
      textColumn('人员、项目、说明', 24, 40),
      moneyColumn('金额'),
      textColumn('依据', 12, 36),
      textColumn('来源（文件!工作表!单元格）', 12, 34),
      textColumn('实地核对', 10, 10),
    ],
    rows: drawn.flatMap(({ period, id, name, total, told }): Cell[][] => [
      [period, styled(`${name}（${id}）应发合计`, 'strong'), styled(yuanNumber(total), 'strong'), null, null, null],
      ...toldRows(told).map((cells): Cell[] => [null, ...cells, null]),
    ]),
    landscape: true,
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
