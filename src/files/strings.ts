// The shared strings part: texts that cells refer to by index.

import { MAX_CELL_CHARS, MAX_SHARED_STRINGS, MAX_STRINGS_BYTES } from './limits.ts';
import { UnreadableFile } from './sheet.ts';
import { cellText } from './text.ts';
import { readXml } from './xml.ts';
import type { Zip, ZipPart } from './zip.ts';

export async function readStrings(zip: Zip, part: ZipPart): Promise<string[]> {
  const strings: string[] = [];
  let value = '';
  let capture = false;
  // Phonetic runs hold <t> as well; they are readings, not text.
  let phonetic = false;
  await readXml(
    zip,
    part,
    {
      open(name) {
        if (name === 'si') value = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 't') capture = !phonetic;
      },
      close(name) {
        if (name === 't') capture = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'si') {
          if (strings.length >= MAX_SHARED_STRINGS) throw new UnreadableFile('tooLarge', 'too many shared strings');
          strings.push(cellText(value, null));
        }
      },
      text(text) {
        if (capture && value.length <= MAX_CELL_CHARS) value += text;
      },
    },
    MAX_STRINGS_BYTES,
  );
  return strings;
}
