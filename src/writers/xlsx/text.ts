// Text as XML can hold it: characters illegal in XML are dropped, text that looks like an escape such as _x0041_ is kept
// from being read as one, and nothing is longer than a cell holds.

const LONGEST = 32_767;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\p{Surrogate}]/gu;

export function cellText(text: string): string {
  const legal = text
    .replace(/\r\n?/g, '\n')
    .replace(ILLEGAL, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return legal.length <= LONGEST ? legal : `${legal.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
