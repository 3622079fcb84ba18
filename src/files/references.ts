// What stands for other characters in markup: references such as &amp; and &#20013;, and line ends.

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** The longest reference that is one: `&#x10FFFF;` */
export const REFERENCE_CHARS = 10;

function characterOf(reference: string): string {
  const named = ENTITIES[reference];
  if (named !== undefined) return named;
  const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(reference);
  const code = digits ? Number.parseInt(digits[1] ?? (digits[2] as string), digits[1] ? 16 : 10) : Number.NaN;
  if (!(code <= 0x10ffff)) throw new Error(`unknown entity &${reference};`);
  return String.fromCodePoint(code);
}

/** Line ends and references resolved; an ampersand that begins no reference stands for itself. */
export function plainText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('&') ? lines.replace(/&([#\w]+);/g, (_, reference: string) => characterOf(reference)) : lines;
}
