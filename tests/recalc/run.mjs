// npm run prove recalc: has LibreOffice calculate every formula of every workbook of the sample quarter without its cached value, and
// compares; then changes an input cell and shows that the amount follows and the workbook says so.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparison } from './compare.mjs';
import { canRecalculate, recalculated } from './recalculate.mjs';
import { cellsOf, withNumber, withoutCache } from './workbook.mjs';

const ROOT = join(import.meta.dirname, '../..');

if (!canRecalculate()) {
  console.error('LibreOffice is not installed: apt-get install libreoffice-calc-nogui');
  process.exit(1);
}

const folder = join(mkdtempSync(join(tmpdir(), 'wangge-')), '样例街道');
cpSync(join(ROOT, 'fixtures/sample'), folder, { recursive: true });
const months = ['2021-07', '2021-08', '2021-09'];
const runs = [
  ...months.flatMap((month) => [
    ['pay', month],
    ['warn', month],
  ]),
  ['rank', '2021-Q3'],
  ['explain', '2021-07', 'W002', '--xlsx'],
];
for (const run of runs) {
  const { status, stderr } = spawnSync(process.execPath, [
    join(ROOT, 'bin/wangge.js'),
    ...run,
    '-C',
    folder,
    '--quiet',
  ]);
  if (status !== 0) throw new Error(`${run.join(' ')}: ${stderr}`);
}

const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /输出.*\.xlsx$/.test(path))
  .sort();
const workbooks = paths.map((path) => new Uint8Array(readFileSync(join(folder, path))));

/** One day of the first person, an hour online: one more unmet day. */
const july = workbooks[paths.findIndex((path) => path.endsWith('2021-07-工资发放表.xlsx'))];
const changed = withNumber(july, '巡查明细', 'F5', String(1 / 24));

const after = recalculated([...workbooks.map(withoutCache), withoutCache(changed)]);
rmSync(join(folder, '..'), { recursive: true });

let [formulas, differing] = [0, 0];
workbooks.forEach((bytes, index) => {
  const found = comparison(bytes, after[index]);
  formulas += found.formulas;
  differing += found.differing.length;
  console.log(`${paths[index]}: formulas ${found.formulas}, differing ${found.differing.length}`);
  for (const { cell, formula, cached, recalculated: now } of found.differing.slice(0, 10))
    console.log(`  ${cell} =${formula}: cached ${cached}, recalculated ${now}`);
});
console.log(`all workbooks: formulas ${formulas}, differing ${differing}`);

const now = cellsOf(after.at(-1));
const before = cellsOf(july);
const shown = ['发放表!O4', '发放表!U4', '发放表!A1'].map((cell) => [
  cell,
  before.get(cell).value,
  now.get(cell).value,
]);
console.log('\n巡查明细!F5 changed to 1 hour:');
for (const [cell, was, is] of shown) console.log(`  ${cell}: ${was} -> ${is}`);
const disagreeing = [...now].filter(
  ([cell, { value }]) => /^核对!G/.test(cell) && (value === false || value === 0),
).length;
console.log(`  核对: ${disagreeing} rows FALSE`);

const told = shown[0][2] === shown[0][1] - 25 && shown[2][2].includes('已改动，非系统结果') && disagreeing > 0;
if (differing > 0 || !told) process.exit(1);
