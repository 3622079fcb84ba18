// The house: a folder imports only from those before it, and the pure folders know no disk, clock or console.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const ORDER = [
  'model',
  'problems',
  'files',
  'intake',
  'scheme',
  'rules',
  'record',
  'views',
  'writers',
  'store',
  'archive',
  'run',
  'closing',
  'commands',
  'cli.ts',
];
const PURE = ['model', 'problems', 'intake', 'track', 'scheme', 'rules', 'record', 'views'];
/** Allowed by name: the record's own numbers of columns come from sheet.ts's mark; the version is read everywhere. */
const EVERYWHERE = new Set(['version.ts', 'yaml.d.ts']);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const folderOf = (path: string): string => path.split(sep)[0] as string;

const imports = files.flatMap((path) => {
  const text = readFileSync(join(SRC, path), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map(([, target]) => ({
    path,
    target: target as string,
  }));
});

test('imports run one way', () => {
  const upward = imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ path, target }) => ({ path, target: relative(SRC, join(SRC, dirname(path), target)) }))
    .filter(({ target }) => !EVERYWHERE.has(target) && !target.startsWith('..'))
    .filter(({ path, target }) => ORDER.indexOf(folderOf(target)) > ORDER.indexOf(folderOf(path)));
  expect(upward).toEqual([]);
});

test('every folder has its place in the order', () => {
  expect(
    [...new Set(files.map(folderOf))].filter((folder) => !ORDER.includes(folder) && !EVERYWHERE.has(folder)),
  ).toEqual([]);
});

test('only the workbook writer imports exceljs', () => {
  const importers = imports.filter(({ target }) => target.startsWith('exceljs')).map(({ path }) => path);
  expect(importers.filter((path) => !path.startsWith(join('writers', 'xlsx')))).toEqual([]);
});

test('pure folders know no disk, clock, locale, console or process', () => {
  const forbidden =
    /node:(fs|os|child_process|worker_threads)|\bconsole\.|\bprocess\.|Date\.now|new Date\(\)|localeCompare|toLocale|Intl\./;
  const guilty = files
    .filter((path) => PURE.includes(folderOf(path)))
    .filter((path) => forbidden.test(readFileSync(join(SRC, path), 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')));
  expect(guilty).toEqual([]);
});
