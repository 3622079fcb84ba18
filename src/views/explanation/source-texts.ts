// Sources in words: `来源 花名册.xlsx!花名册!G15（2021-07-12）`.
import type { NamedSource } from '../sources.ts';

type RowSource = Extract<NamedSource, { type: 'rows' }>;

/** Up to so many cells are all shown with their texts; of more, or of cells that read alike, the first few. */
const OWN_SHOWN = 8;
const FEW_SHOWN = 4;
/** More texts than these are told cell by cell, not counted. */
const COUNTED_TEXTS = 3;

const placeOf = (file: string, sheet: string | null): string => (sheet === null ? file : `${file}!${sheet}`);
const shown = (value: string | null): string => value ?? '空';
const quoted = (value: string | null): string => (value === null ? '空' : `“${value}”`);

/** `G93（有效）`; many cells by what they read: `G93、G220 … 等 19 行（均为“有效”）`. */
function cellsText({ column, rows, values }: RowSource): string {
  const address = (row: number): string => (column === null ? `第 ${row} 行` : `${column}${row}`);
  const counts = new Map<string, number>();
  for (const value of values) counts.set(quoted(value), (counts.get(quoted(value)) ?? 0) + 1);
  const isCounted = rows.length > 1 && counts.size <= Math.min(COUNTED_TEXTS, rows.length - 1);
  const shownRows = rows.slice(0, isCounted || rows.length > OWN_SHOWN ? FEW_SHOWN : OWN_SHOWN);
  const cells = shownRows.map((row, index) =>
    isCounted || values.length === 0 ? address(row) : `${address(row)}（${shown(values[index] ?? null)}）`,
  );
  const rest = rows.length > shownRows.length ? ` … 等 ${rows.length} 行` : '';
  const [only] = counts.size === 1 ? counts.keys() : [];
  const tally = only === undefined ? [...counts].map(([value, count]) => `${value}${count}`).join('、') : `均为${only}`;
  return `${cells.join('、')}${rest}${isCounted ? `（${tally}）` : ''}`;
}

const isSameRow = (a: NamedSource | undefined, b: NamedSource): boolean =>
  a?.type === 'rows' &&
  b.type === 'rows' &&
  a.file === b.file &&
  a.sheet === b.sheet &&
  a.rows.length === 1 &&
  b.rows.length === 1 &&
  a.rows[0] === b.rows[0];

const isSameItem = (a: NamedSource | undefined, b: NamedSource): boolean =>
  a?.type === 'record' && b.type === 'record' && a.item === b.item;

/** Cells of one row stand together, and so do the months of one item. */
function groups(sources: readonly NamedSource[]): readonly (readonly NamedSource[])[] {
  const found: NamedSource[][] = [];
  for (const source of sources) {
    const last = found.at(-1);
    if (isSameRow(last?.[0], source) || isSameItem(last?.[0], source)) last?.push(source);
    else found.push([source]);
  }
  return found;
}

const all = <T extends NamedSource['type']>(sources: readonly NamedSource[], type: T) =>
  sources.filter((source): source is Extract<NamedSource, { type: T }> => source.type === type);

function groupText(group: readonly NamedSource[]): string {
  const [first] = group as [NamedSource];
  switch (first.type) {
    case 'rows':
      return `来源 ${placeOf(first.file, first.sheet)}!${all(group, 'rows').map(cellsText).join('、')}`;
    case 'cell':
      return `来源 ${placeOf(first.file, first.sheet)}!${first.column}${first.row}（${shown(first.value)}）`;
    case 'absence': {
      const searched = first.searched.map(({ file, sheet, rows }) => `${placeOf(file, sheet)}（${rows} 行）`);
      return `没有${first.what}；${searched.length > 0 ? `已查 ${searched.join('、')}` : '本月没有这种表'}`;
    }
    case 'record':
      return `来源 ${all(group, 'record')
        .map(({ period }) => period)
        .join('、')} 月度记录的“${first.title}”`;
    case 'setting': {
      const { title, value, unit, cell } = first;
      const place = cell && `${placeOf(cell.file, cell.sheet)}!${cell.column}${cell.row}（${shown(cell.value)}）`;
      return `来源 参数“${title}”取 ${value}${unit}：${place ?? '方案自带的取值'}`;
    }
    default:
      return `来源 账目 ${first.entry}`;
  }
}

export const sourceTexts = (sources: readonly NamedSource[]): readonly string[] => groups(sources).map(groupText);
