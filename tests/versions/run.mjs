// The sample quarter closed on each Node version: the same bytes. node tests/versions/run.mjs [version ...]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24'];
const base = mkdtempSync(join(tmpdir(), 'wangge-versions-'));
process.once('exit', () => rmSync(base, { recursive: true, force: true }));

const CLOSES = [
  ['2021-07', '--first-month', '此前手工核算', ...accept('redCardCheckIncomplete')],
  ['2021-08', ...accept('outsideEmployment', 'reportPending', 'absentFromMeetingList')],
  ['2021-09', ...accept('dispatchBelowMinimum', 'noTasksAssigned', 'dimensionLeftOut', 'redCardUnknown')],
];

function accept(...codes) {
  return codes.flatMap((code) => ['--accept', `${code}=已核实`]);
}

function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The binary of the registry's package for this machine. */
function nodeOf(version) {
  const folder = join(base, `node-${version}`);
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, `node@${version}`]);
  return join(folder, 'node_modules/node/bin/node');
}

function closed(node, version) {
  const folder = join(base, `office-${version}`);
  cpSync(join(ROOT, 'fixtures/sample'), folder, { recursive: true });
  for (const args of CLOSES)
    run(node, [
      join(ROOT, 'bin/wangge.js'),
      'close',
      ...args,
      '--by',
      '李强',
      '--date',
      '2021-10-08',
      '--quiet',
      '-C',
      folder,
    ]);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const sums = paths
    .filter((path) => statSync(join(folder, path)).isFile())
    .map(
      (path) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex')}  ${path}`,
    );
  return { files: sums.length, sum: createHash('sha256').update(sums.join('\n')).digest('hex') };
}

const results = versions.map((version) => {
  const node = nodeOf(version);
  return { node: run(node, ['--version']).trim(), ...closed(node, version) };
});
process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
process.exitCode = new Set(results.map(({ sum }) => sum)).size === 1 ? 0 : 1;
