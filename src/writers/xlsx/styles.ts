// The looks of a sheet. Style objects are shared: exceljs keeps one format for each object.
import type { Alignment, Borders, Fill, Style } from 'exceljs';
import type { FormBorder, FormCell, FormLook } from '../../views/workbook/form.ts';
import type { CellStyle, Column, NumberKind } from '../../views/workbook/model.ts';

export const BODY = { name: '宋体', size: 10 } as const;
const HEADING = { name: '黑体', size: 10 } as const;
const TITLE = { name: '黑体', size: 18 } as const;
export const TITLE_SCALE = TITLE.size / BODY.size;

const EDGE = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const BORDER: Partial<Borders> = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };

export const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const withDecimals = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);

const FORMATS: Record<NumberKind, (decimals: number) => string> = {
  text: () => '@',
  integer: () => '0',
  count: () => '0;-0;',
  money: () => '#,##0.00',
  score: () => '0.00',
  number: () => 'General',
  share: () => '[=1]0;[=0]0;###/###',
  duration: () => '[h]:mm:ss',
  rate: (decimals) => `${withDecimals(decimals)}%`,
  // LibreOffice shows a truth in a general format as 1 or 0.
  truth: () => '[=1]"TRUE";[=0]"FALSE";General',
  kilometres: (decimals) => `${withDecimals(decimals)}" km"`,
  date: () => 'yyyy-mm-dd',
  moment: () => 'yyyy-mm-dd hh:mm',
};

const LOOKS: Record<CellStyle, Partial<Style>> = {
  strong: { font: { ...BODY, bold: true } },
  muted: { font: { ...BODY, color: { argb: 'FF7F7F7F' } } },
  warn: { font: BODY, fill: solid('FFFFF2CC') },
  link: { font: { ...BODY, underline: true, color: { argb: 'FF0563C1' } } },
  bad: { font: { ...BODY, color: { argb: 'FFC00000' } }, fill: solid('FFFDE9E7') },
  example: { font: { ...BODY, italic: true, color: { argb: 'FF7F7F7F' } } },
};

/** In place of a cell's own; a fill of a condition is its background. */
export const FALSE_STYLE: Partial<Style> = {
  font: { bold: true, color: { argb: 'FFC00000' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFDE9E7' } },
};

const placed = (horizontal: Alignment['horizontal']): Partial<Alignment> => ({
  horizontal,
  vertical: 'middle',
  wrapText: true,
});

export const TITLE_STYLE: Partial<Style> = { font: TITLE, alignment: placed('center') };

export const HEADER_STYLE: Partial<Style> = {
  font: HEADING,
  fill: solid('FFD9E2F3'),
  border: BORDER,
  alignment: placed('center'),
};

/** Of a column that must be filled in. */
export const REQUIRED_HEADER_STYLE: Partial<Style> = { ...HEADER_STYLE, fill: solid('FFFCE4D6') };

const LINE_STYLES = {
  left: { font: BODY, alignment: placed('left') },
  center: { font: BODY, alignment: placed('center') },
  right: { font: BODY, alignment: placed('right') },
} satisfies Record<string, Partial<Style>>;

export const lineStyle = (align: keyof typeof LINE_STYLES): Partial<Style> => LINE_STYLES[align];

const known = new Map<string, Partial<Style>>();

/** Text is of the kind text whatever its column holds, so that editing it does not turn it into a number. */
export function cellStyle(
  align: Column['align'],
  kind: NumberKind,
  decimals: number | undefined,
  look: CellStyle | undefined,
): Partial<Style> {
  const format = FORMATS[kind](decimals ?? 0);
  const key = `${align} ${format} ${look ?? ''}`;
  const found = known.get(key);
  if (found) return found;
  const style: Partial<Style> = {
    font: BODY,
    ...(look && LOOKS[look]),
    border: BORDER,
    alignment: placed(align),
    numFmt: format,
  };
  known.set(key, style);
  return style;
}

/** Of a column's cells that are still empty. */
export const entryStyle = ({ align, kind, decimals }: Column): Partial<Style> => ({
  font: BODY,
  alignment: placed(align),
  numFmt: FORMATS[kind](decimals ?? 0),
});

const FORM_BORDERS: Record<FormBorder, Partial<Borders>> = {
  none: {},
  box: BORDER,
  line: { bottom: EDGE },
  cut: { bottom: { ...EDGE, style: 'dashed' } },
};

const FORM_LOOKS: Record<FormLook, Partial<Style>> = {
  text: { font: BODY },
  heading: { font: HEADING },
  title: { font: TITLE },
};

/** Headings in a box look like those of a table. */
export function formStyle({ value, kind, decimals, align, look, style, border }: FormCell): Partial<Style> {
  const format = FORMATS[typeof value === 'string' ? 'text' : kind](decimals ?? 0);
  const key = `form ${align} ${format} ${look} ${style ?? ''} ${border}`;
  const found = known.get(key);
  if (found) return found;
  const made: Partial<Style> = {
    ...FORM_LOOKS[look],
    ...(style && LOOKS[style]),
    ...(look === 'heading' && border === 'box' && { fill: HEADER_STYLE.fill }),
    border: FORM_BORDERS[border],
    alignment: placed(align),
    numFmt: format,
  };
  known.set(key, made);
  return made;
}
