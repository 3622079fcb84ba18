// Holds the folders of portable/ to what they say, and on Linux x64 uses that machine's as an office without Node would.
// node tests/portable/run.mjs, after node packaging/portable.mjs
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_VERSION, PLATFORMS } from '../../packaging/node.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const folderOf = (platform) => join(ROOT, 'portable', `wangge-${version}-${platform}`);
const say = (text) => process.stdout.write(`${text}\n`);

const base = mkdtempSync(join(tmpdir(), 'wangge-portable-'));
process.once('exit', () => rmSync(base, { recursive: true, force: true }));

for (const platform of PLATFORMS) {
  const folder = folderOf(platform.name);
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
  const found = Object.entries(hashes(folder)).filter(([path]) => path !== 'SHA256SUMS');
  assert.equal(sums, found.map(([path, hash]) => `${hash}  ${path}\n`).join(''));
  assert.equal(machineOf(readFileSync(join(folder, platform.binary))), platform.name);
  const bundled = found.filter(([path]) => path.startsWith('dist/')).length;
  say(`${platform.name}: SHA256SUMS holds; the binary is of that machine; dist/ has ${bundled} files, and beside it`);
  for (const [path, hash] of found) if (!path.startsWith('dist/')) say(`  ${hash}  ${path}`);
}

if (process.platform === 'linux' && process.arch === 'x64') {
  // Node refuses a program below a folder with a backslash in its name.
  const portable = join(base, `网格 便携版 $HOME "%k" 'a'&(=)!\``);
  cpSync(folderOf('linux-x64'), portable, { recursive: true });
  asDeveloped(join(portable, 'wangge'));
  byDesktopEntry(portable);
} else say('linux-x64 was not run: this is another machine.');

/** The platform that an executable is for, by its own header. */
function machineOf(bytes) {
  if (bytes.toString('latin1', 0, 2) === 'MZ') {
    const header = bytes.readUInt32LE(0x3c);
    assert.equal(bytes.toString('latin1', header, header + 4), 'PE\0\0');
    return bytes.readUInt16LE(header + 4) === 0x8664 ? 'win-x64' : null;
  }
  assert.equal(bytes.toString('latin1', 0, 4), '\x7fELF');
  return { 62: 'linux-x64', 183: 'linux-arm64' }[bytes.readUInt16LE(18)];
}

/** Every command tells and writes what the development build does. */
function asDeveloped(wangge) {
  const developed = [process.execPath, [join(ROOT, 'bin/wangge.js')], { ...process.env }];
  const carried = [wangge, [], { PATH: '/usr/bin/nowhere' }];
  const [first, second] = [developed, carried].map(([command, before, env], index) => {
    const office = officeIn(`街道 ${index}`);
    const runs = [['--version'], ['check', '2021-07', '-C', '.'], ['pay', '2021-07', '-C', '.']].map((args) =>
      run(command, [...before, ...args], { env, cwd: office }),
    );
    return { runs, files: hashes(office) };
  });
  assert.deepEqual(second, first);
  assert.deepEqual(
    second.runs.map(({ status }) => status),
    [0, 0, 0],
  );
  const node = run(join(wangge, '../node'), ['--version'], { env: {} });
  assert.equal(node.out, `v${NODE_VERSION}\n`);
  say(
    `linux-x64: --version, check and pay without Node on PATH are as developed, ${Object.keys(second.files).length} files alike`,
  );
}

/** The entry that install-desktop.sh writes, its command line taken apart as the desktop does, with a folder dragged. */
function byDesktopEntry(portable) {
  const home = join(base, '家 目录');
  mkdirSync(join(home, 'Desktop'), { recursive: true });
  const env = { HOME: home, PATH: '/usr/bin:/bin' };
  assert.equal(run('sh', [join(portable, 'install-desktop.sh')], { env }).status, 0);
  const entries = ['.local/share/applications', 'Desktop'].map((folder) =>
    readFileSync(join(home, folder, 'wangge.desktop'), 'utf8'),
  );
  assert.equal(entries[0], entries[1]);
  const month = join(officeIn('拖 来&的 $(街道)'), '2021-07');
  const words = commandLine(/^Exec=(.*)$/m.exec(entries[0])[1], month);
  const { status, out } = run(words[0], words.slice(1), { env: { PATH: '/bin' }, input: 'y\n\n' });
  assert.match(out, /已生成 2021-07\/输出\/2021-07-工资发放表\.xlsx\n.*按回车键关闭窗口。$/s);
  assert.equal(status, 0);
  say(`linux-x64: the desktop entry's command line (${words.join(' ')}) checks and pays a dragged month`);
}

function commandLine(value, dragged) {
  const unescaped = value.replaceAll('\\\\', '\\');
  return [...unescaped.matchAll(/"((?:\\.|[^"\\])*)"|\S+/g)].map(([word, quoted]) => {
    if (word === '%f') return dragged;
    return quoted === undefined ? word : quoted.replace(/\\(.)/g, '$1').replaceAll('%%', '%');
  });
}

/** The sample's workspace with its first month, under this name. */
function officeIn(name) {
  const office = join(base, name);
  cpSync(join(ROOT, 'fixtures/sample'), office, { recursive: true });
  for (const month of ['2021-08', '2021-09']) rmSync(join(office, month), { recursive: true });
  return office;
}

function run(command, args, options) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (error) throw error;
  return { status, out: stdout, err: stderr };
}

/** Path below the folder → SHA-256, of every file, by path. */
function hashes(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [
      path.replaceAll('\\', '/'),
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}
