// HTML as a stream of tags and text. Lenient like browsers, except that it must not break off within a tag.
import { MAX_TAG_CHARS } from '../../limits.ts';
import { UnreadableFile } from '../../sheet.ts';

/** Character references by name. Those that office programs do not write stay as they stand. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  middot: '·',
  bull: '•',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  divide: '÷',
  radic: '√',
  yen: '¥',
  deg: '°',
  plusmn: '±',
  permil: '‰',
  copy: '©',
  reg: '®',
};

function numeric(digits: string): string | null {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}

const decoded = (text: string): string =>
  text.replace(/&(?:#(x[0-9a-f]{1,6}|[0-9]{1,7})|([a-z]{2,8}));?/gi, (whole, digits?: string, name?: string) => {
    if (digits !== undefined) return numeric(digits) ?? whole;
    return (Object.hasOwn(NAMED, name ?? '') ? NAMED[name ?? ''] : undefined) ?? whole;
  });

/** By lower-case name. */
export type HtmlAttributes = ReadonlyMap<string, string>;

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: HtmlAttributes }
  | { readonly kind: 'close'; readonly name: string };

/** Elements whose content is not shown. */
const UNSEEN = new Set(['script', 'style', 'xml', 'title', 'template']);

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const brokenOff = (): UnreadableFile => new UnreadableFile('damaged', 'HTML that breaks off');

/** Where the tag that begins at `start` ends; a `>` between quotes is none. */
function tagEnd(html: string, start: number): number {
  let quote = '';
  for (let at = start; at < html.length && at - start <= MAX_TAG_CHARS; at++) {
    const char = html[at] as string;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') return at;
    else if ((char === '"' || char === "'") && html[at - 1] === '=') quote = char;
  }
  throw brokenOff();
}

function attributesOf(text: string): HtmlAttributes {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes.set((name as string).toLowerCase(), decoded(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

function after(html: string, mark: string, start: number): number {
  const at = html.indexOf(mark, start);
  if (at < 0) throw brokenOff();
  return at + mark.length;
}

/** Passes over what an element contains, up to behind its end tag. */
function afterElement(html: string, name: string, start: number): number {
  const end = new RegExp(`</${name}\\s*>`, 'gi');
  end.lastIndex = start;
  if (end.exec(html) === null) throw brokenOff();
  return end.lastIndex;
}

function textToken(text: string): Token {
  if (text.length > MAX_TAG_CHARS) throw new UnreadableFile('tooLarge', `${text.length} characters in one cell`);
  return { kind: 'text', text: decoded(text) };
}

export function* tokensOf(html: string): Generator<Token> {
  const markup = /<(?=[a-z/!?])/gi;
  let at = 0;
  for (let found = markup.exec(html); found !== null; markup.lastIndex = at, found = markup.exec(html)) {
    const start = found.index;
    if (start > at) yield textToken(html.slice(at, start));
    if (html.startsWith('<!--', start)) {
      at = after(html, '-->', start + 4);
      continue;
    }
    const end = tagEnd(html, start + 1);
    const tag = html.slice(start + 1, end);
    at = end + 1;
    const [, slash, name = ''] = /^(\/?)([a-z][^\s/>]*)/i.exec(tag) ?? [];
    if (name === '') continue; // a declaration
    const lower = name.toLowerCase();
    if (slash === '/') yield { kind: 'close', name: lower };
    else if (UNSEEN.has(lower)) at = tag.endsWith('/') ? at : afterElement(html, lower, at);
    else yield { kind: 'open', name: lower, attributes: attributesOf(tag.slice(name.length)) };
  }
  if (at < html.length) yield textToken(html.slice(at));
}
