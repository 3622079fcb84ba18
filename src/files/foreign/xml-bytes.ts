// A whole XML file as events.
import { MAX_FOREIGN_BYTES } from '../limits.ts';
import { UnreadableFile } from '../sheet.ts';
import { type Attributes, type XmlHandlers, xmlReader } from '../xml.ts';

const CHUNK = 64 * 1024;
export function readXmlBytes(bytes: Uint8Array, path: string, handlers: XmlHandlers): void {
  if (bytes.length > MAX_FOREIGN_BYTES) throw new UnreadableFile('tooLarge', `${bytes.length} bytes`);
  const reader = xmlReader({ path }, handlers, null);
  for (let at = 0; at < bytes.length; at += CHUNK) reader.write(bytes.subarray(at, at + CHUNK));
  reader.end();
}

/** An attribute whatever its prefix is. */
export const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes.prefixed(name) ?? attributes.get(name);

/** A count as an attribute gives it; `least` where there is none, or no count. */
export function countOf(text: string | undefined, least: 0 | 1): number {
  const count = Number(text ?? least);
  return Number.isInteger(count) && count >= least ? count : least;
}
