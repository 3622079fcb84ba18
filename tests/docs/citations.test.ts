// What is cited is there: sections of docs/spec.md by number, files by relative links.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const below = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path));

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'DECISIONS.md', 'CHANGELOG.md', ...below('docs', /\.md$/)];
/** All but this test, whose examples are no citations. */
const CODE = [
  ...below('src', /\.(?:ts|yaml)$/),
  ...below('tests', /\.(?:ts|mjs)$/).filter((path) => path !== 'tests/docs/citations.test.ts'),
  ...['bench', 'fixtures', 'packaging'].flatMap((folder) => below(folder, /\.mjs$/)),
  'build.mjs',
];

const sections = new Set(
  [...textOf('docs/spec.md').matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => number),
);

const NUMBER = String.raw`\d+(?:\.\d+)?[a-z]?\b`;
/** What stands between two words of a comment, also where it goes on in the next line. */
const GAP = String.raw`\s(?:\s|//|\*|#)*`;
/** `spec 3.0`, `Spec §5.6, 9`, `spec section 4 and 6`. */
const CITED = new RegExp(String.raw`\bspec${GAP}(?:sections? )?§? ?(${NUMBER}(?:(?:,| and)${GAP}§?${NUMBER})*)`, 'gi');
/** The contract without a section. */
const VAGUE = new RegExp(String.raw`\b(?:the|by|in|of) spec(?:ification)?\b(?!${GAP}(?:sections? )?§? ?\d)`, 'gi');

function* lostCitations(path: string): Iterable<string> {
  const text = textOf(path);
  const lineAt = (index: number): number => text.slice(0, index).split('\n').length;
  for (const { 0: found, 1: numbers = '', index } of text.matchAll(CITED))
    for (const [number] of numbers.matchAll(new RegExp(NUMBER, 'g')))
      if (!sections.has(number)) yield `${path}:${lineAt(index + found.length)} spec ${number}`;
  for (const { 0: found, index } of text.matchAll(VAGUE)) yield `${path}:${lineAt(index)} ${found}: which section?`;
}

test('forms of a citation', () => {
  const numbersIn = (text: string) => [...text.matchAll(CITED)].map(([, numbers]) => numbers);
  expect(numbersIn('(spec 3.0), Spec §5.6, 9 and (spec\n// 3.0a) * spec section 4 and 6')).toEqual([
    '3.0',
    '5.6, 9',
    '3.0a',
    '4 and 6',
  ]);
  expect('the spec says; the spec 4 says; by the specification'.match(VAGUE)).toEqual([
    'the spec',
    'the specification',
  ]);
});

test('sections of the contract', () => {
  expect(sections.size).toBeGreaterThan(20);
  const cited = CODE.flatMap((path) => [...textOf(path).matchAll(CITED)]);
  expect(cited.length).toBeGreaterThan(80);
  expect([...CODE, ...DOCUMENTS].flatMap((path) => [...lostCitations(path)])).toEqual([]);
});

/** Targets of relative links, from the root. */
const linksIn = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, target]) =>
    join(dirname(path), decodeURI(target as string)),
  );

test('files by relative links', () => {
  const lost = DOCUMENTS.flatMap((path) =>
    linksIn(path)
      .filter((target) => !existsSync(join(ROOT, target)))
      .map((target) => `${path} → ${target}`),
  );
  expect(lost).toEqual([]);
});

test('manuals lead to nothing that the portable folder lacks', () => {
  const manuals = DOCUMENTS.filter((path) => /^docs\/\p{Script=Han}+\.md$/u.test(path));
  const packed = [
    ...(/MANUALS = \[([^\]]*)\]/.exec(textOf('packaging/portable.mjs'))?.[1] ?? '').matchAll(/'([^']+)'/g),
  ];
  expect(packed.map(([, name]) => join('docs', name as string)).sort()).toEqual([...manuals].sort());
  const shipped = [...manuals, 'CHANGELOG.md'];
  expect(shipped.flatMap(linksIn).filter((target) => !shipped.includes(target))).toEqual([]);
});
