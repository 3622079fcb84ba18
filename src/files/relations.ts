// Relationships of a package: which part plays which role. Parts may have any name; only these links are reliable.
import { readXml } from './xml.ts';
import { plainPath, type Zip, type ZipPart } from './zip.ts';

export interface Relation {
  readonly id: string;
  /** The last step of the type, which is the same in transitional and strict workbooks: `worksheet`, `styles` … */
  readonly role: string;
  readonly part: ZipPart | undefined;
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  if (path.startsWith('/')) return plainPath(path);
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Targets are URIs: `sheet%201.xml` may name `sheet 1.xml`. */
function unescapedPart(zip: Zip, folder: string, target: string): ZipPart | undefined {
  const path = target.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return path === target ? undefined : zip.find(resolve(folder, path));
}

/** The relationships of the part at `source`, of the package itself for ''; none if they are not written down. */
export async function readRelations(zip: Zip, source: string): Promise<Relation[]> {
  const folder = folderOf(source);
  const part = zip.find(`${folder}_rels/${source.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (part === undefined) return relations;
  await readXml(zip, part, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const [id, type, target] = [attributes.get('Id'), attributes.get('Type'), attributes.get('Target')];
      if (id === undefined || type === undefined || target === undefined) return;
      if (attributes.get('TargetMode') === 'External') return;
      // Some programs write targets from the root without the slash.
      const found =
        zip.find(resolve(folder, target)) ?? zip.find(resolve('', target)) ?? unescapedPart(zip, folder, target);
      relations.push({ id, role: type.slice(type.lastIndexOf('/') + 1), part: found });
    },
    close() {},
    text() {},
  });
  return relations;
}
