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
const CODE = [...below('src', /\.(?:ts|yaml)$/), ...below('tests', /\.(?:ts|mjs)$/), ...below('bench', /\.mjs$/)];

const sections = new Set(
  [...textOf('docs/spec.md').matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => number),
);

/** `spec 3.0`, `spec 5.6, 9`, `spec 4 and 6`. */
const CITED = /\bspec (\d+(?:\.\d+)?(?:(?:, | and )\d+(?:\.\d+)?)*)/gi;

function* lostCitations(path: string): Iterable<string> {
  for (const [index, line] of textOf(path).split('\n').entries())
    for (const [, numbers = ''] of line.matchAll(CITED))
      for (const number of numbers.split(/, | and /))
        if (!sections.has(number)) yield `${path}:${index + 1} spec ${number}`;
}

test('sections of the contract', () => {
  expect(sections.size).toBeGreaterThan(20);
  const cited = CODE.flatMap((path) => [...textOf(path).matchAll(CITED)]);
  expect(cited.length).toBeGreaterThan(80);
  expect([...CODE, ...DOCUMENTS].flatMap((path) => [...lostCitations(path)])).toEqual([]);
});

test('files by relative links', () => {
  const lost = DOCUMENTS.flatMap((path) =>
    [...textOf(path).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target]) => join(dirname(path), decodeURI(target as string)))
      .filter((target) => !existsSync(join(ROOT, target)))
      .map((target) => `${path} → ${target}`),
  );
  expect(lost).toEqual([]);
});
