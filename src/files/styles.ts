// The styles part: which number format each cell style has.

import { builtInFormat, classifyFormat, type FormatClass, paddingFormat } from './formats.ts';
import type { NumberFormat } from './sheet.ts';
import { readXml } from './xml.ts';
import type { Zip, ZipPart } from './zip.ts';

/** What the styles say, by style index, as `s` of a cell gives it. */
export interface CellFormats {
  readonly formats: readonly NumberFormat[];
  /** Formats that pad numbers; null for most. */
  readonly pads: readonly (string | null)[];
}

export const NO_FORMATS: CellFormats = { formats: [], pads: [] };

export async function readStyles(zip: Zip, part: ZipPart, date1904: boolean): Promise<CellFormats> {
  const custom = new Map<number, FormatClass>();
  const pads = new Map<number, string | null>();
  const ids: number[] = [];
  // Differential formats further on hold <numFmt> too, and <xf> stands in <cellStyleXfs> as well.
  let list = '';
  await readXml(zip, part, {
    open(name, attributes) {
      if (name === 'numFmts' || name === 'cellXfs') list = name;
      else if (name === 'numFmt' && list === 'numFmts') {
        const code = attributes.get('formatCode') ?? '';
        custom.set(Number(attributes.get('numFmtId')), classifyFormat(code));
        pads.set(Number(attributes.get('numFmtId')), paddingFormat(code));
      } else if (name === 'xf' && list === 'cellXfs') ids.push(Number(attributes.get('numFmtId') ?? 0));
    },
    close(name) {
      if (name === list) list = '';
    },
    text() {},
  });
  const formats = ids.map((id) => {
    const format = custom.get(id) ?? builtInFormat(id);
    return date1904 && format === 'date' ? 'date1904' : format;
  });
  return { formats, pads: ids.map((id) => pads.get(id) ?? null) };
}
