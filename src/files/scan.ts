// Markup as events. Written for sheets of millions of cells: attributes are cut out only when asked for, text is handed
// on in pieces, nothing is kept but the names of the open elements.
import { plainText, REFERENCE_CHARS } from './references.ts';

/** The attributes of the element being opened, by full name, prefix and all. Valid only during the call. */
export interface Attributes {
  get(name: string): string | undefined;
  /** Where the value stands, for a look at it without cutting it out; false where there is no such attribute. */
  find(name: string, span: ByteRange): boolean;
  /** The value of the first attribute with this name behind a prefix. */
  prefixed(local: string): string | undefined;
}

/** Characters of a text, from the first to before the last. */
export interface ByteRange {
  text: string;
  from: number;
  to: number;
}

export interface XmlHandlers {
  /**
   * Asked at each element named `c`, which only a sheet has by the million: reads it at one go and tells where it ends, or
   * -1 to have it told by the other handlers.
   */
  shortcut?(source: string, at: number): number;
  /** Names come without prefix. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** May come in several pieces for one text. */
  text(text: string): void;
}

export interface Scanner {
  /**
   * Takes a piece of the document and tells how many characters of a tag that is not complete it keeps; throws an Error
   * where the document is not well-formed.
   */
  write(piece: string): number;
  /** How many characters have come since the last tag. */
  readonly silent: number;
  /** After the last piece; throws where the document is not complete. */
  end(): void;
}

const NEAR = 24;
const CELL = 99; // c

const [LESS, GREATER, SLASH, BANG, QUESTION, EQUALS, DOUBLE, SINGLE] = [60, 62, 47, 33, 63, 61, 34, 39] as const;

function withoutPrefix(name: string): string {
  const colon = name.length < 3 ? -1 : name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** `maxDepth` bounds the nesting; `tooDeep` is called beyond it and must throw. */
export function xmlScanner(handlers: XmlHandlers, maxDepth: number, tooDeep: () => never): Scanner {
  let source = '';
  /** Whether `source` holds anything that must not be handed on as it stands. */
  let special = false;
  let silent = 0;
  /** Names of the open elements, in full and without prefix. */
  const path: string[] = [];
  const locals: string[] = [];
  let rootSeen = false;
  // Where name and value of each attribute of the current tag begin and end in `source`.
  let count = 0;
  const spans: number[] = [];

  const cut = (from: number, to: number): string =>
    special ? plainText(source.slice(from, to)) : source.slice(from, to);

  /** Where an attribute's numbers begin in `spans`, or -1. */
  function indexOf(name: string): number {
    const { length } = name;
    const first = name.charCodeAt(0);
    for (let at = 0; at < count * 4; at += 4) {
      const start = spans[at] as number;
      if ((spans[at + 1] as number) - start !== length || source.charCodeAt(start) !== first) continue;
      if (length === 1 || source.startsWith(name, start)) return at;
    }
    return -1;
  }

  const attributes: Attributes = {
    get(name) {
      const at = indexOf(name);
      return at < 0 ? undefined : cut(spans[at + 2] as number, spans[at + 3] as number);
    },
    find(name, span) {
      const at = indexOf(name);
      if (at < 0) return false;
      span.text = source;
      span.from = spans[at + 2] as number;
      span.to = spans[at + 3] as number;
      return true;
    },
    prefixed(local) {
      for (let at = 0; at < count * 4; at += 4) {
        const name = source.slice(spans[at], spans[at + 1]);
        if (name.endsWith(`:${local}`)) return cut(spans[at + 2] as number, spans[at + 3] as number);
      }
      return undefined;
    },
  };

  function text(from: number, to: number): void {
    if (path.length > 0) handlers.text(cut(from, to));
    else if (source.slice(from, to).trim() !== '') throw new Error('text outside the root element');
  }

  function opened(name: string, empty: boolean): void {
    if (path.length === 0 && rootSeen) throw new Error(`a second root element ${name}`);
    rootSeen = true;
    if (path.length >= maxDepth) tooDeep();
    const local = withoutPrefix(name);
    handlers.open(local, attributes);
    if (empty) {
      handlers.close(local);
      return;
    }
    path.push(name);
    locals.push(local);
  }

  /** Where the next such character stands, or -1. Most are near, and a loop finds those sooner than a search does. */
  function next(code: number, from: number): number {
    const near = Math.min(from + NEAR, source.length);
    for (let at = from; at < near; at++) if (source.charCodeAt(at) === code) return at;
    return source.indexOf(String.fromCharCode(code), near);
  }

  /** Reads the tag at `from`; where it ends, or -1 if it is not all there. */
  function openTag(from: number): number {
    const { length } = source;
    let at = from + 1;
    let code = 0;
    while (at < length) {
      code = source.charCodeAt(at);
      if (code <= 32 || code === SLASH || code === GREATER || code === EQUALS) break;
      at++;
    }
    const name = source.slice(from + 1, at);
    count = 0;
    for (;;) {
      while (at < length && isSpace(source.charCodeAt(at))) at++;
      if (at >= length) return -1;
      code = source.charCodeAt(at);
      if (code === GREATER || code === SLASH) {
        const empty = code === SLASH;
        if (empty && at + 1 >= length) return -1;
        if (name === '' || (empty && source.charCodeAt(at + 1) !== GREATER)) throw new Error(`a broken tag <${name}`);
        opened(name, empty);
        return empty ? at + 2 : at + 1;
      }
      const begin = at;
      while (at < length) {
        code = source.charCodeAt(at);
        if (code === EQUALS || code <= 32 || code === GREATER || code === SLASH) break;
        at++;
      }
      const end = at;
      while (at < length && isSpace(source.charCodeAt(at))) at++;
      if (at >= length) return -1;
      if (source.charCodeAt(at) !== EQUALS) throw new Error(`an attribute without a value in <${name}`);
      at++;
      while (at < length && isSpace(source.charCodeAt(at))) at++;
      if (at >= length) return -1;
      code = source.charCodeAt(at);
      if (code !== DOUBLE && code !== SINGLE) throw new Error(`a value without quotes in <${name}`);
      const close = next(code, at + 1);
      if (close < 0) return -1;
      const span = count++ * 4;
      spans[span] = begin;
      spans[span + 1] = end;
      spans[span + 2] = at + 1;
      spans[span + 3] = close;
      at = close + 1;
    }
  }

  function closeTag(from: number): number {
    const due = path[path.length - 1] ?? '';
    let end = from + 2 + due.length;
    const isDue =
      source.charCodeAt(end) === GREATER &&
      source.charCodeAt(from + 2) === due.charCodeAt(0) &&
      (due.length === 1 || source.startsWith(due, from + 2));
    if (!isDue) {
      end = source.indexOf('>', from);
      if (end < 0) return -1;
      const name = source.slice(from + 2, end).trimEnd();
      if (name !== due) throw new Error(`</${name}> where </${due}> is due`);
    }
    if (path.length === 0) throw new Error('an end tag outside the root element');
    path.pop();
    handlers.close(locals.pop() as string);
    return end + 1;
  }

  /** Behind the next `mark`, or -1. */
  const behind = (mark: string, from: number): number => {
    const found = source.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };

  /** Comments, CDATA and the DOCTYPE; one that defines something is refused: it can define entities without end. */
  function declaration(from: number): number {
    if (source.startsWith('<!--', from)) return behind('-->', from + 4);
    if (source.startsWith('<![CDATA[', from)) {
      const end = source.indexOf(']]>', from + 9);
      if (end >= 0 && path.length > 0) handlers.text(source.slice(from + 9, end).replace(/\r\n?/g, '\n'));
      return end < 0 ? -1 : end + 3;
    }
    if (source.length - from < 9) return -1;
    const end = behind('>', from);
    if (!source.startsWith('<!DOCTYPE', from) || source.slice(from, end < 0 ? source.length : end).includes('[')) {
      throw new Error('DOCTYPE');
    }
    return end;
  }

  /** How much of the text from `at` to the end can be handed on: no half reference, no half line end. */
  function settledText(at: number): number {
    const ampersand = source.lastIndexOf('&');
    const open = ampersand >= at && source.length - ampersand < REFERENCE_CHARS && !source.includes(';', ampersand);
    const end = open ? ampersand : source.length;
    return end > at && source.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }

  function run(): void {
    let at = 0;
    for (;;) {
      const tag = next(LESS, at);
      const end = tag < 0 ? settledText(at) : tag;
      if (end > at) text(at, end);
      at = end;
      if (tag < 0 || tag + 1 >= source.length) break;
      const code = source.charCodeAt(tag + 1);
      if (code === CELL && source.charCodeAt(tag + 2) === 32 && handlers.shortcut) {
        const behindCell = handlers.shortcut(source, tag);
        if (behindCell >= 0) {
          at = behindCell;
          silent = source.length - at;
          continue;
        }
      }
      const behindTag =
        code === SLASH
          ? closeTag(tag)
          : code === BANG
            ? declaration(tag)
            : code === QUESTION
              ? behind('?>', tag + 2)
              : openTag(tag);
      if (behindTag < 0) break;
      at = behindTag;
      if (code !== BANG && code !== QUESTION) silent = source.length - at;
    }
    source = source.slice(at);
  }

  return {
    write(piece) {
      // Joined, not added: a sum of strings is read more slowly, character by character.
      source = source === '' ? piece : [source, piece].join('');
      special = source.includes('&') || source.includes('\r');
      silent += piece.length;
      run();
      return source.length;
    },
    get silent() {
      return silent;
    },
    end() {
      if (source.charCodeAt(0) === LESS) throw new Error('a tag is cut off');
      if (source !== '') text(0, source.length);
      if (path.length > 0) throw new Error(`<${path.at(-1)}> is not closed`);
      if (!rootSeen) throw new Error('no element');
    },
  };
}
