// The words of an office's own copy of a published text: .docx or plain text (UTF-8, UTF-16, GB18030), by its bytes.
import { type Code, type Problem, problem } from '../problems/problem.ts';
import { encodingOf, utf8Chunks } from './encoding.ts';
import { kindOf } from './kinds.ts';
import { UnreadableFile, type UnreadableReason } from './sheet.ts';
import { readXml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** Moved away, deleted, the second form of a drawing, and the reading above a character. */
const UNSEEN = new Set(['moveFrom', 'del', 'Fallback', 'rt']);
const BREAKS: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '-' };

interface DocxText {
  readonly text: string;
  /** Paragraphs numbered by Word, whose numbers are not in `text`. */
  readonly autoNumbered: number;
}

/**
 * The words of a .docx: one line a paragraph, as a reader sees them. Numbers that Word counts itself are no words. Throws
 * UnreadableFile; `notATable` where the zip file holds no word processor's document.
 */
async function readDocx(zip: Zip, name: string): Promise<DocxText> {
  const part = zip.find('word/document.xml');
  if (part === undefined) throw new UnreadableFile('notATable', `${name}: no word/document.xml`);
  const pieces: string[] = [];
  const path: string[] = [];
  let unseen = 0;
  let autoNumbered = 0;
  await readXml(zip, part, {
    open(element) {
      if (UNSEEN.has(element)) unseen++;
      if (unseen === 0 && path.at(-1) === 'r') pieces.push(BREAKS[element] ?? '');
      if (unseen === 0 && element === 'numPr' && path.at(-1) === 'pPr') autoNumbered++;
      path.push(element);
    },
    close(element) {
      path.pop();
      if (UNSEEN.has(element)) unseen--;
      if (element === 'p') pieces.push('\n');
    },
    text(text) {
      if (unseen === 0 && path.at(-1) === 't') pieces.push(text);
    },
  });
  return { text: pieces.join(''), autoNumbered };
}

const CODES = {
  empty: 'documentEmpty',
  damaged: 'documentDamaged',
  tooLarge: 'documentTooLarge',
  tooSlow: 'documentTooLarge',
  encrypted: 'documentEncrypted',
  legacyFormat: 'documentFormat',
  notATable: 'documentFormat',
  encoding: 'documentEncoding',
} as const satisfies Record<UnreadableReason, Code>;

function plainText(bytes: Uint8Array): string {
  const { encoding, start } = encodingOf(bytes);
  return Buffer.concat([...utf8Chunks(bytes.subarray(start), encoding)]).toString('utf8');
}

/** Password-protected .docx files stand in the same container as .doc and .wps. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));

async function read(bytes: Uint8Array, name: string): Promise<DocxText> {
  switch (kindOf(bytes)) {
    case 'empty':
      throw new UnreadableFile('empty', name);
    case 'zip':
      return readDocx(await openZip(bytes), name);
    case 'compound':
      throw new UnreadableFile(isEncrypted(bytes) ? 'encrypted' : 'legacyFormat', `${name}: a compound file`);
    case 'text':
      return { text: plainText(bytes), autoNumbered: 0 };
    default:
      throw new UnreadableFile('legacyFormat', `${name}: neither .docx nor text`);
  }
}

/** `notes` say what of the document is not in the text. `name` is the file's, for problems. */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly text: string; readonly notes: readonly Problem[] } | { readonly problem: Problem }> {
  const place = { file: name, sheet: null, row: null, column: null };
  try {
    const { text, autoNumbered } = await read(bytes, name);
    if (text.trim() === '') throw new UnreadableFile('empty', `${name}: no text`);
    const notes = autoNumbered > 0 ? [problem('documentAutoNumbered', { paragraphs: autoNumbered }, place)] : [];
    return { text, notes };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { problem: problem(CODES[error.reason], { detail: error.detail }, place) };
  }
}
