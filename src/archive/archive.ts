// An archive (归档, spec 11): entries, manifest.json over them, SHA256SUMS over all of them, in one zip of which no byte can
// change unseen.
import * as z from 'zod';
import { ARCHIVE_SCHEMA, type EntryRecord, type Manifest } from '../model/archive.ts';
import { sha256 } from '../store/workspace.ts';
import {
  type ArchiveEntry,
  bytesIn,
  type Container,
  containerIn,
  containerOf,
  type Damage,
  type PackedEntry,
  packed,
} from './container.ts';

export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1);

/** As `sha256sum` writes and reads them. */
function sumsText(entries: readonly { readonly path: string; readonly sha256: string }[]): string {
  return [...entries]
    .sort(byPath)
    .map(({ path, sha256: sum }) =>
      /[\\\n]/.test(path)
        ? `\\${sum}  ${path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`
        : `${sum}  ${path}\n`,
    )
    .join('');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const jsonBytes = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 1)}\n`);

const recordOf = (entry: ArchiveEntry, { data }: PackedEntry): EntryRecord => ({
  path: entry.path,
  bytes: entry.bytes.length,
  sha256: sha256(entry.bytes),
  packed: sha256(data),
});

/** Equal entries and manifest give equal bytes. */
export function archiveBytes(
  contents: readonly ArchiveEntry[],
  manifest: Omit<Manifest, 'schema' | 'entries'>,
): Uint8Array {
  const entries = [...contents].sort(byPath);
  const zipped = entries.map((entry) => packed(entry, true));
  const records = entries.map((entry, index) => recordOf(entry, zipped[index] as PackedEntry));
  const whole: Manifest = { schema: ARCHIVE_SCHEMA, ...manifest, entries: records };
  const manifestBytes = jsonBytes(whole);
  const sums = utf8(sumsText([...records, { path: MANIFEST, sha256: sha256(manifestBytes) }]));
  return containerOf([
    ...zipped,
    packed({ path: MANIFEST, bytes: manifestBytes }, false),
    packed({ path: SUMS, bytes: sums }, false),
  ]);
}

const text = z.string();
const statement = { reason: text, by: text, date: text };
const voidedShape = z.looseObject({ ...statement, manifest: text });
const manifestShape = z.looseObject({
  schema: z.literal(ARCHIVE_SCHEMA),
  program: text,
  period: z.string().regex(/^\d{4}-\d{2}$/),
  revision: z.int().min(1),
  seal: text,
  code: text,
  previous: z.nullable(z.looseObject({ period: text, manifest: text })),
  opening: z.nullable(z.looseObject(statement)),
  replaces: z.nullable(voidedShape),
  options: z.looseObject({
    preparedBy: z.nullable(text),
    preparedOn: z.nullable(text),
    objections: z.nullable(z.looseObject({ from: text, to: text })),
    bank: z.nullable(z.enum(['utf8', 'gb18030'])),
  }),
  holds: z.array(z.looseObject({ id: text, ...statement })),
  accepted: z.array(z.looseObject({ code: text, message: text, ...statement })),
  editions: z.array(z.looseObject({ entry: text, file: z.nullable(text) })),
  history: z.looseObject({ whole: z.array(text), figures: z.array(text) }),
  entries: z.array(z.looseObject({ path: text, bytes: z.int(), sha256: text, packed: text })),
  cells: z.record(text, z.record(text, z.record(text, z.tuple([text, text])))),
});

export interface Archive {
  readonly manifest: Manifest;
  /** SHA-256 of manifest.json: what the next month's archive names. */
  readonly manifestHash: string;
  /** Null where the entry is not there or does not hold. */
  readonly bytesOf: (path: string) => Uint8Array | null;
  readonly paths: readonly string[];
}

export interface OpenedArchive {
  /** Null where there is no manifest to go by. */
  readonly archive: Archive | null;
  readonly damage: readonly Damage[];
}

function documentIn<T>(bytes: Uint8Array, shape: z.ZodType): T | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return shape.safeParse(value).success ? (value as T) : null;
  } catch {
    return null;
  }
}

const manifestIn = (bytes: Uint8Array | null): Manifest | null => bytes && documentIn(bytes, manifestShape);

/** What is said of a voided close; null for bytes that do not. */
export const readVoided = (bytes: Uint8Array): NonNullable<Manifest['replaces']> | null =>
  documentIn(bytes, voidedShape);

/** What the manifest says of the entries against what is there, without unpacking. */
function entryDamage({ entries, isRepacked }: Container, manifest: Manifest): readonly Damage[] {
  const found = new Map(entries.map((entry) => [entry.path, entry]));
  const named = new Set([...manifest.entries.map(({ path }) => path), MANIFEST, SUMS]);
  const met = new Set<string>();
  const twice = entries.filter(({ path }) => met.size === met.add(path).size);
  return [
    ...manifest.entries.flatMap(({ path, packed: sum, bytes }): Damage[] => {
      const entry = found.get(path);
      if (entry === undefined) return [{ path, what: '缺少这一项' }];
      if (entry.size !== bytes || (!isRepacked && sha256(entry.data) !== sum))
        return [{ path, what: '内容与清单的校验值不符' }];
      return [];
    }),
    ...entries.filter(({ path }) => !named.has(path)).map(({ path }) => ({ path, what: '清单中没有这一项' })),
    ...twice.map(({ path }) => ({ path, what: '同名的项有两个' })),
  ];
}

/** Every entry unpacked against its SHA-256: what `openArchive` leaves to an audit. */
export const contentDamage = ({ manifest, paths, bytesOf }: Archive): readonly Damage[] =>
  manifest.entries.flatMap(({ path, sha256: sum }) => {
    const bytes = bytesOf(path);
    if (bytes === null) return paths.includes(path) ? [{ path, what: '不能解压' }] : [];
    return sha256(bytes) === sum ? [] : [{ path, what: '内容与清单的 SHA-256 不符' }];
  });

/** Reads and checks an archive; nothing is unpacked until it is asked for. Never throws. */
export function openArchive(zip: Uint8Array): OpenedArchive {
  const container = containerIn(zip);
  const { entries, damage } = container;
  const named = new Map([...entries].reverse().map((entry) => [entry.path, entry]));
  const at = (path: string): PackedEntry | undefined => named.get(path);
  const read = (path: string): Uint8Array | null => {
    const entry = at(path);
    return entry === undefined ? null : bytesIn(entry);
  };
  const manifestBytes = read(MANIFEST);
  const manifest = manifestIn(manifestBytes);
  if (manifestBytes === null || manifest === null) {
    const what = at(MANIFEST) === undefined ? '缺少这一项' : '损坏，或不是本程序的归档清单';
    return { archive: null, damage: [...damage, { path: MANIFEST, what }] };
  }
  const manifestHash = sha256(manifestBytes);
  const expected = sumsText([...manifest.entries, { path: MANIFEST, sha256: manifestHash }]);
  const sums = read(SUMS);
  const sumsHold = sums !== null && sha256(sums) === sha256(utf8(expected));
  return {
    archive: { manifest, manifestHash, bytesOf: read, paths: entries.map(({ path }) => path) },
    damage: [
      ...damage,
      ...(sumsHold ? [] : [{ path: sums === null ? SUMS : sumsCulprit(sums, expected), what: '与 SHA256SUMS 不符' }]),
      ...entryDamage(container, manifest),
    ],
  };
}

/** The entry of the first line that differs: the manifest where its own sum does, else the sums themselves. */
function sumsCulprit(sums: Uint8Array, expected: string): string {
  const lineOf = (lines: string): string | undefined =>
    lines.split('\n').find((line) => line.endsWith(`  ${MANIFEST}`));
  return lineOf(new TextDecoder().decode(sums)) === lineOf(expected) ? SUMS : MANIFEST;
}
