// The tree a worker can read: amount, formula with its numbers, the clause quoted, the readings it rests on, the days that
// failed and the cells they were read from.
import type { Basis, Decision, Line } from '../model/decision.ts';
import { formulaText } from '../model/expression.ts';
import { yuanText } from '../model/money.ts';
import type { MonthRecord, SubjectRecord } from '../model/record.ts';
import { type NamedSource, namedSources } from './sources.ts';
import { reasonsOf } from './workbook/sheets/patrol.ts';

/** A node of the tree: one line of text and what stands below it. */
export interface Branch {
  readonly text: string;
  readonly below: readonly Branch[];
}

const leaf = (text: string): Branch => ({ text, below: [] });

function basisText(basis: Basis): string {
  if ('quote' in basis) return `依据 ${basis.clause}：“${basis.quote}”`;
  if ('interpretation' in basis)
    return `依据解释口径 ${basis.interpretation}${basis.clause ? `（${basis.clause}）` : ''}`;
  return `依据 ${basis.approver} 批准：${basis.reason}`;
}

const ROWS_SHOWN = 8;

const cellsText = (rows: readonly number[], column: string | null): string => {
  const shown = rows.slice(0, ROWS_SHOWN).map((row) => (column === null ? `第 ${row} 行` : `${column}${row}`));
  return `${shown.join('、')}${rows.length > ROWS_SHOWN ? ` 等 ${rows.length} 行` : ''}`;
};

const placeOf = (file: string, sheet: string | null): string => (sheet === null ? file : `${file}!${sheet}`);

function sourceText(source: NamedSource): string {
  switch (source.type) {
    case 'rows':
      return `来源 ${placeOf(source.file, source.sheet)}!${cellsText(source.rows, source.column)}`;
    case 'cell':
      return `来源 ${placeOf(source.file, source.sheet)}!${source.column}${source.row}`;
    case 'absence': {
      const searched = source.searched.map(({ file, sheet, rows }) => `${placeOf(file, sheet)}（${rows} 行）`);
      return `没有${source.what}；已查 ${searched.length > 0 ? searched.join('、') : '（没有这种表）'}`;
    }
    case 'record':
      return `来源 ${source.period} 的月度记录`;
    case 'setting':
      return `来源 设置“${source.parameter}”`;
    default:
      return `来源 账目 ${source.entry}`;
  }
}

/** A line that takes nothing away is left out of the tree unless it is all there is. */
const isTold = (line: Line, index: number): boolean =>
  index === 0 || line.amount !== 0 || (line.quantity ?? '0') !== '0';

function lineBranch(record: MonthRecord, line: Line): Branch {
  const readings = line.interpretations.flatMap((number) => {
    const found = record.scheme.interpretations.find((one) => one.number === number);
    return found ? [leaf(`口径 ${number}：${found.reading}`)] : [];
  });
  return {
    text: `${line.label} ${yuanText(line.amount)} 元 ＝ ${formulaText(line.expression)}`,
    below: [
      leaf(basisText(line.basis)),
      ...readings,
      ...namedSources(record, line.sources).map((source) => leaf(sourceText(source))),
    ],
  };
}

/** The days behind an item that is judged by days. */
function dayBranches(record: MonthRecord, { evidence }: SubjectRecord): readonly Branch[] {
  return evidence.days
    .filter(({ unmet }) => unmet)
    .map((day) => ({
      text: `${day.date} 未达标：${reasonsOf(day)}`,
      below: namedSources(record, day.sources).map((source) => leaf(sourceText(source))),
    }));
}

export function explanation(record: MonthRecord, subject: SubjectRecord, item: string | null): readonly Branch[] {
  const firstItem = record.scheme.items.find(({ shows }) => shows.includes('unmetDays'))?.item;
  const branch = (decision: Decision): Branch => ({
    text: `${decision.title} ${yuanText(decision.amount)} 元`,
    below: [
      ...decision.lines.filter(isTold).map((line) => lineBranch(record, line)),
      ...(decision.item === firstItem ? dayBranches(record, subject) : []),
    ],
  });
  return subject.decisions
    .filter((decision) => (item === null ? decision.lines.length > 0 : decision.item === item))
    .map(branch);
}
