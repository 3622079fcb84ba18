// The styles part: which number format each cell style has.

import type { NumberFormat } from '../sheet.ts';
import { builtInFormat, classifyFormat, type FormatClass } from './formats.ts';
import { readXml } from './xml.ts';
import type { Part, Zip } from './zip.ts';

/** The formats by style index, as `s` of a cell gives it. */
export async function readStyles(zip: Zip, part: Part, date1904: boolean): Promise<NumberFormat[]> {
  const custom = new Map<number, FormatClass>();
  const ids: number[] = [];
  // Differential formats further on hold <numFmt> too, and <xf> stands in <cellStyleXfs> as well.
  let list = '';
  await readXml(zip, part, {
    open(name, attributes) {
      if (name === 'numFmts' || name === 'cellXfs') list = name;
      else if (name === 'numFmt' && list === 'numFmts') {
        custom.set(Number(attributes.get('numFmtId')), classifyFormat(attributes.get('formatCode') ?? ''));
      } else if (name === 'xf' && list === 'cellXfs') ids.push(Number(attributes.get('numFmtId') ?? 0));
    },
    close(name) {
      if (name === list) list = '';
    },
    text() {},
  });
  return ids.map((id) => {
    const format = custom.get(id) ?? builtInFormat(id);
    return date1904 && format === 'date' ? 'date1904' : format;
  });
}
