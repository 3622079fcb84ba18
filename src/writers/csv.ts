// Rows into the bytes of a CSV file (RFC 4180): lines end with CRLF, a field is quoted where it must be.

/** `utf8` has a mark in front: without it Excel takes the file for the system's own encoding. */
export type CsvEncoding = 'utf8' | 'gb18030';

const BYTE_ORDER_MARK = '\ufeff';

const quoted = (field: string): string => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('');

/** Characters that GB18030 has and GBK, as banks' systems read it (code page 936), has not. */
export async function outsideGbk(text: string): Promise<string> {
  const { default: iconv } = await import('iconv-lite');
  const isOutside = (character: string): boolean =>
    iconv.decode(iconv.encode(character, 'cp936'), 'cp936') !== character;
  return [...new Set(text)].filter(isOutside).join('');
}

/** iconv-lite is loaded when it is needed. */
export async function csvBytes(rows: readonly (readonly string[])[], encoding: CsvEncoding): Promise<Uint8Array> {
  const text = csvText(rows);
  if (encoding === 'utf8') return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}`);
  const { default: iconv } = await import('iconv-lite');
  return iconv.encode(text, encoding);
}
