// OpenDocument spreadsheets: packed (.ods) or as one XML file (.fods).
import { MAX_FOREIGN_BYTES, MAX_PART_BYTES } from '../../limits.ts';
import { UnreadableFile } from '../../sheet.ts';
import { readXml } from '../../xml.ts';
import type { Zip } from '../../zip.ts';
import type { HeldSheet } from '../held.ts';
import { readXmlBytes } from '../xml-bytes.ts';
import { heldSheets, OdsContent } from './content.ts';
import { OdsStyles } from './styles.ts';

/** The list of the package says which parts are encrypted; their content is no XML then. */
async function checkManifest(zip: Zip): Promise<void> {
  const manifest = zip.find('META-INF/manifest.xml');
  if (manifest === undefined) return;
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.chunks(manifest, MAX_PART_BYTES, null)) chunks.push(chunk.slice());
  if (Buffer.concat(chunks).includes('encryption-data')) throw new UnreadableFile('encrypted', 'encryption-data');
}

export async function readOds(zip: Zip): Promise<readonly HeldSheet[]> {
  await checkManifest(zip);
  const styles = new OdsStyles();
  const common = zip.find('styles.xml');
  if (common !== undefined) await readXml(zip, common, styles.handlers);
  const part = zip.find('content.xml');
  if (part === undefined) throw new UnreadableFile('damaged', 'no content.xml');
  const content = new OdsContent(styles);
  await readXml(zip, part, content, MAX_FOREIGN_BYTES);
  return heldSheets(content);
}

export function readFlatOds(bytes: Uint8Array, name: string): readonly HeldSheet[] {
  const content = new OdsContent(new OdsStyles());
  readXmlBytes(bytes, name, content);
  return heldSheets(content);
}
