// No figure of the scheme stands in code: every amount and count of the shipped edition from 5 up, searched as a number in
// the rules, the runs and the views. Smaller ones are everywhere (halves of a day, months of a quarter) and say nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { shippedEditions } from '../../src/scheme/shipped.ts';

const SRC = join(import.meta.dirname, '../../src');
const values = new Set(
  shippedEditions().flatMap(({ edition }) =>
    Object.entries(edition.parameters)
      // Hours of the day say nothing either.
      .filter(([key]) => !key.startsWith('leave.'))
      .map(([, { value }]) => Number(value))
      .filter((value) => value >= 5),
  ),
);

/** Widths and heights of a sheet are looks. */
const LOOKS = /\b\w+Column\((?:[^()]|\([^()]*\))*\)|\browHeight: \d+|\btextEntry\([^()]*\)|\bwidth: \[[\d, ]*\]/g;
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*/g;
const TEXTS = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`/g;

/** File and number → why it is no figure of the scheme. */
const ALLOWED: Readonly<Record<string, string>> = {
  'rules/checks/incidents.ts 30': 'days that a look back goes (spec 5.2)',
  'rules/checks/coverage.ts 5': 'people, and days, from which on an absence is asked about (spec 3.0)',
  'rules/checks/patrol.ts 10': 'days that are there twice from which on a table is one pasted below another',
  'rules/checks/meetings.ts 5': 'the hour and the minute of a time',
  'rules/clues/thresholds.ts 30': 'per cent of a total, and characters of a content, for a list that moves no money',
  'rules/clues/thresholds.ts 5': 'reports of a burst, for the same list',
  'rules/targets.ts 5': 'where the month begins in 2021-07-01',
  'run/foreign.ts 15': 'seconds a foreign file may take',
  'views/coverage.ts 5': 'where the month begins in 2021-07-01',
  'views/explanation/neighbours.ts 100': 'a full score',
  'views/start/templates/marks.ts 100': 'the highest mark that the reader takes',
  'views/workbook/live/day.ts 100': 'per cent of a rate of 1',
  'views/workbook/capital.ts 10': 'decimal digits of an amount in words',
  'views/workbook/marked-copy.ts 10': 'problems told in one note',
  'views/workbook/marked-copy.ts 20': 'rows that may be frozen',
  'views/workbook/notice.ts 15': 'the width of a column',
  'views/workbook/patrol-cell.ts 10': 'decimals, and metres shown to two decimals of a kilometre',
  'views/workbook/prepared.ts 5': 'where the month begins in 2021-07',
  'views/workbook/ranking.ts 100': 'a full score',
  'views/workbook/sheets/card-notices.ts 5': 'columns of a form',
  'views/workbook/sheets/card-notices.ts 10': 'the width of a column',
  'views/workbook/sheets/card-notices.ts 20': 'the height of a row',
  'views/workbook/sheets/card-notices.ts 30': 'the height of a row',
  'views/workbook/sheets/slips.ts 10': 'the width of a column',
  'views/workbook/words.ts 10': 'metres shown to two decimals of a kilometre',
};

const files = ['rules', 'run', 'views'].flatMap((folder) =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path)),
);

const numbersIn = (path: string): readonly string[] => {
  const code = readFileSync(join(SRC, path), 'utf8').replace(COMMENTS, '').replace(LOOKS, '').replace(TEXTS, '');
  return [...code.matchAll(/(?<![\w.])\d[\d_]*(?:\.\d+)?n?(?![\w.])/g)].map(([text]) => text.replace(/_|n$/g, ''));
};

test('the shipped edition has figures to look for', () => {
  for (const value of [800, 200, 500, 300, 25, 50, 20, 10, 5]) expect(values, String(value)).toContain(value);
});

test('no amount or count of the scheme is a number in code', () => {
  const found = files.flatMap((path) =>
    [...new Set(numbersIn(path))]
      .filter((text) => values.has(Number(text)))
      .map((text) => `${path.split(sep).join('/')} ${text}`),
  );
  expect(found.filter((one) => !(one in ALLOWED))).toEqual([]);
  expect(Object.keys(ALLOWED).filter((one) => !found.includes(one))).toEqual([]);
});
