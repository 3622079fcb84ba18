// npm run templates: fills every template by openpyxl, sends it through LibreOffice as well, and checks the month that they make;
// counts the drop-downs and checks that LibreOffice knows of each.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { EXPECTED, MONTH, PERIOD } from './month.mjs';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'wangge-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const runs = (program, args, options = {}) =>
  spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });

function need(what, { status, stderr, error }) {
  if (status === 0) return;
  console.error(`skipped: ${what} (${(error?.message ?? stderr).trim().split('\n').at(-1)})`);
  process.exit(0);
}

need('needs openpyxl: pip install openpyxl', runs('python3', ['-c', 'import openpyxl']));
need('needs LibreOffice: apt-get install libreoffice-calc-nogui', runs('soffice', ['--version']));

const wangge = (...args) => runs(process.execPath, [join(ROOT, 'bin/wangge.js'), ...args]);

function done({ status, stdout, stderr }) {
  if (status !== 0) throw new Error(stderr || stdout);
  return stdout;
}

/** A new office and the folder of its month. */
function office(name) {
  const path = join(folder, name);
  done(wangge('init', path));
  mkdirSync(join(path, PERIOD));
  return path;
}

function converted(paths, format, target) {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  done(runs('soffice', ['--headless', profile, '--convert-to', format, '--outdir', target, ...paths]));
}

let failed = false;
function expectAll(what, found, expected) {
  const isAsExpected = JSON.stringify(found) === JSON.stringify(expected);
  console.log(`${isAsExpected ? 'ok  ' : 'FAIL'} ${what}: ${JSON.stringify(found)}`);
  if (!isAsExpected) console.error(`     expected ${JSON.stringify(expected)}`);
  failed ||= !isAsExpected;
}

/** Rows used and examples left out of every table, and what is told beyond what the month is expected to have. */
function checkMonth(what, path) {
  const { tables = [], issues } = JSON.parse(wangge('check', PERIOD, '--json', '-C', path).stdout);
  const sum = (of) => tables.reduce((total, table) => total + of(table), 0);
  const told = issues.filter(({ code }) => !EXPECTED.includes(code));
  for (const { message, file } of told) console.error(`     ${file}: ${message}`);
  expectAll(
    what,
    {
      tables: tables.length,
      used: sum(({ used }) => used),
      examples: sum(({ leftOut }) => leftOut.示例行 ?? 0),
      errors: told.filter(({ severity }) => severity === 'error').length,
      warnings: told.filter(({ severity }) => severity === 'warning').length,
      notices: told.filter(({ severity }) => severity === 'notice').length,
    },
    {
      tables: names.length,
      used: Object.values(MONTH).flat().length,
      examples: names.length,
      errors: 0,
      warnings: 0,
      notices: 0,
    },
  );
}

const names = Object.keys(MONTH);
const filled = office('openpyxl');
const templates = names.map((name) => join(filled, '模板', `${name}.xlsx`));
expectAll(
  'templates',
  readdirSync(join(filled, '模板')).filter((name) => name !== '使用说明.xlsx').length,
  names.length,
);

const jobs = names.map((name, index) => ({
  template: templates[index],
  target: join(filled, PERIOD, `${name}.xlsx`),
  rows: MONTH[name],
}));
done(runs('python3', [join(import.meta.dirname, 'fill.py')], { input: JSON.stringify(jobs) }));
checkMonth('filled by openpyxl', filled);

const saved = office('libreoffice');
converted(
  jobs.map(({ target }) => target),
  'xlsx',
  join(saved, PERIOD),
);
converted([join(filled, '设置.xlsx')], 'xlsx', join(folder, 'settings'));
copyFileSync(join(folder, 'settings/设置.xlsx'), join(saved, '设置.xlsx'));
checkMonth('saved by LibreOffice, with 设置.xlsx', saved);

/** Type and first formula of every validation of a workbook. */
function inXlsx(path) {
  const script = [
    'import json, sys',
    'from openpyxl import load_workbook',
    'book = load_workbook(sys.argv[1])',
    'print(json.dumps([[one.type, one.formula1] for sheet in book for one in sheet.data_validations.dataValidation]))',
  ];
  return JSON.parse(done(runs('python3', ['-c', script.join('\n'), path])));
}

/** What LibreOffice makes of them: a condition each, and the words of its lists. */
function inOpenDocument(path) {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/<table:content-validation [^>]*table:condition="([^"]*)"/g)].map(
    ([, condition]) => condition,
  );
}

const plain = (text) => text.replaceAll('&quot;', '"').replaceAll('&apos;', "'");
const wordsOf = (text) => [...plain(text).matchAll(/"([^"]*)"/g)].map(([, word]) => word);

const all = [...templates, join(filled, '设置.xlsx')];
const opened = join(folder, 'opened');
converted(all, 'fods', opened);
for (const path of all) {
  const name = basename(path, '.xlsx');
  const own = inXlsx(path);
  const seen = inOpenDocument(join(opened, `${name}.fods`));
  const lists = (found) => [...new Set(found)].sort();
  expectAll(
    `${name}: drop-downs ${own.filter(([type]) => type === 'list').length}, other checks ${own.filter(([type]) => type !== 'list').length}, lists LibreOffice shows`,
    lists(seen.filter((one) => one.includes('cell-content-is-in-list')).map((one) => wordsOf(one).join())),
    lists(own.filter(([type]) => type === 'list').map(([, formula]) => formula.slice(1, -1))),
  );
}
process.exit(failed ? 1 : 0);
