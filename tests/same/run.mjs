// What two checkouts make of the sample quarter, side by side: node tests/same/run.mjs <other checkout>
// Both must be built. Every document, text and output file is compared; workbooks entry by entry, with the version, the
// 结果校验码 and the record's number taken out, which change with what the program or the record is called.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const other = process.argv[2];
if (other === undefined) throw new Error('node tests/same/run.mjs <other checkout>');
const base = mkdtempSync(join(tmpdir(), 'wangge-same-'));
process.once('exit', () => rmSync(base, { recursive: true, force: true }));

const word = (...codes) => codes.flatMap((code) => ['--accept', `${code}=已核实`]);
const signed = ['--by', '李强', '--date', '2021-10-08'];
const MONTHS = ['2021-07', '2021-08', '2021-09'];
const RUNS = [
  ['status'],
  ...MONTHS.flatMap((month) => [
    ['check', month, '--verbose'],
    ['check', month, '--json'],
    ['check', month, '--annotate'],
    ['pay', month],
    ['pay', month, '--json'],
    ['warn', month],
    ['warn', month, '--json'],
    ['alert', month, '--as-of', `${month}-20`],
    ['alert', month, '--as-of', `${month}-20`, '--json'],
    ...['W001', 'W010'].flatMap((person) => [
      ['explain', month, person],
      ['explain', month, person, '--json'],
    ]),
  ]),
  ['rank', '2021-Q3'],
  ['rank', '2021-Q3', '--json'],
  ['explain', '2021-Q3', 'W001', '--quarter'],
  ['simulate', '2021-07', '--set', '未达标日扣减=30'],
  ['simulate', '2021-07', '--set', '未达标日扣减=30', '--json'],
  ['scheme'],
  ['scheme', '--json'],
  ...['check', 'pay', 'rank', 'warn', 'explain', 'alert', 'status', 'audit', 'close', 'simulate', 'scheme'].map(
    (name) => ['schema', name],
  ),
  ['close', '2021-07', '--first-month', '此前手工核算', ...word('redCardCheckIncomplete'), ...signed],
  ['close', '2021-08', ...word('outsideEmployment', 'reportPending', 'absentFromMeetingList'), ...signed],
  [
    'close',
    '2021-09',
    ...word('dispatchBelowMinimum', 'noTasksAssigned', 'dimensionLeftOut', 'redCardUnknown'),
    ...signed,
  ],
  ['audit', '归档/2021-09.zip'],
  ['audit', '归档/2021-09.zip', '--json'],
  ['status'],
  ['status', '--json'],
];

const hidden = (text) =>
  text
    .replaceAll(/\b\d+\.\d+\.\d+\b/g, 'VERSION')
    .replaceAll(/record\/\d+/g, 'record/N')
    .replaceAll(/\b[0-9A-HJ-NP-TV-Z]{4}(-[0-9A-HJ-NP-TV-Z]{4})+\b/g, 'CODE')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'SHA-256');

function* told(path, bytes) {
  if (!/\.(xlsx|zip)$/.test(path)) {
    yield [path, hidden(new TextDecoder().decode(bytes))];
    return;
  }
  for (const [entry, content] of Object.entries(unzipSync(bytes))) yield* told(`${path} › ${entry}`, content);
}

function everythingOf(checkout) {
  const folder = join(base, 'office');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, 'fixtures/sample'), folder, { recursive: true });
  const found = new Map();
  for (const [index, args] of RUNS.entries()) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(checkout, 'bin/wangge.js'), ...args, ...(args[0] === 'schema' ? [] : ['-C', folder])],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    found.set(`${index + 1} wangge ${args.join(' ')}`, hidden(`${status}\n${stdout}\n${stderr}`));
  }
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (statSync(join(folder, path)).isFile())
      for (const [name, text] of told(path, readFileSync(join(folder, path)))) found.set(name, text);
  return found;
}

/** Where two texts part, with what stands around it. */
function parting(left, right) {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `\n    ${around(left)}\n    ${around(right)}`;
}

const [before, now] = [everythingOf(other), everythingOf(ROOT)];
const differing = [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name));
for (const name of differing) {
  const [left, right] = [before.get(name), now.get(name)];
  const how = left === undefined ? 'new' : right === undefined ? 'gone' : parting(left, right);
  console.log(`${name}: ${how}`);
}
console.log(`${now.size} texts and entries, ${differing.length} differing`);
process.exitCode = differing.length === 0 ? 0 : 1;
