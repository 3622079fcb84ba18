// What somebody forgets or mistypes in the house is told by the compiler or by a test of the fast lane: node tests/house-proof/run.mjs
// Each slip is made in a copy of src; first `tsc`, then the tests that are named look at it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const SLIPS = [
  ['an option is mistyped', 'src/commands/index.ts', 'month, options.asOf)', 'month, options.asof)'],
  [
    'an option gives another type',
    'src/commands/index.ts',
    "annotate: flag('--annotate',",
    "annotate: text('--annotate <a>',",
  ],
  [
    'a table kind without its titles and reasons',
    'src/model/terms.ts',
    "  survey: '测评',",
    "  survey: '测评',\n  other: '另表',",
  ],
  ['a table kind is left out of the list', 'src/intake/kinds/index.ts', '  survey,', '', 'tests/intake'],
  ['a sheet without a name', 'src/views/workbook/sheet-names.ts', "  clues: '异常线索',", ''],
  [
    'a sheet is left out of the workbook',
    'src/views/workbook/pay.ts',
    '    cluesSheet(record, prepared),',
    '',
    'tests/views/workbook/pay.test.ts',
  ],
  [
    'a column has another key',
    'src/views/workbook/sheets/given.ts',
    "['amount', moneyColumn",
    "['amounts', moneyColumn",
    'tests/views/workbook/formulas.test.ts',
  ],
  [
    'a formula asks for another column',
    'src/views/workbook/live/book.ts',
    "column: 'recomputed'",
    "column: 'decided'",
    'tests/views/workbook/formulas.test.ts',
  ],
  [
    'a field of the record is renamed',
    'src/model/record.ts',
    'readonly carriedOut: Fen;',
    'readonly carriedOver: Fen;',
  ],
  ['a field of a document is renamed', 'src/views/documents/status.ts', 'next: adviceOn', 'following: adviceOn'],
  [
    'a rule kind is renamed in the edition',
    'src/scheme/editions/yanhu-2021.yaml',
    'kind: cardLadder',
    'kind: cardLader',
    'tests/rules',
  ],
  ['a problem without its words', 'src/problems/intake/tables.ts', '  columnRival: define', '  columnRivalry: define'],
];

const copy = mkdtempSync(join(tmpdir(), 'wangge-house-'));
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const name of ['src', 'tests', 'fixtures', 'docs', 'dist', 'tsconfig.json', 'vitest.config.ts', 'package.json'])
  cpSync(join(ROOT, name), join(copy, name), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

const passes = (program, ...args) =>
  spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], { cwd: copy }).status === 0;

let missed = 0;
for (const [title, path, before, after, tests] of SLIPS) {
  const file = join(copy, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${title}: ${path} has no “${before}”`);
  writeFileSync(file, text.replace(before, after));
  const by = !passes('typescript/bin/tsc', '--noEmit')
    ? 'tsc'
    : tests !== undefined && !passes('vitest/vitest.mjs', 'run', tests)
      ? tests
      : null;
  writeFileSync(file, text);
  if (by === null) missed += 1;
  console.log(`${by === null ? 'MISSED' : 'told'}\t${title}${by === null ? '' : ` (${by})`}`);
}
console.log(`${SLIPS.length} slips, ${missed} missed`);
process.exitCode = missed === 0 ? 0 : 1;
