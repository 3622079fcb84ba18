// The code pages that old workbooks write their texts in, for SheetJS, by what Node.js decodes.

const LABELS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  65001: 'utf-8',
};

const decoders = new Map<number, InstanceType<typeof TextDecoder>>();

function decoderOf(codepage: number) {
  const windows = codepage >= 1250 && codepage <= 1258 ? `windows-${codepage}` : 'windows-1252';
  const decoder = decoders.get(codepage) ?? new TextDecoder(LABELS[codepage] ?? windows, { ignoreBOM: true });
  decoders.set(codepage, decoder);
  return decoder;
}

/** The part of SheetJS's table of code pages that reading needs. */
export const codepages = {
  utils: {
    decode: (codepage: number, bytes: ArrayLike<number>): string => decoderOf(codepage).decode(Uint8Array.from(bytes)),
  },
};
