// Makes portable/wangge-<version>-<platform>: the bundle, a Node binary and launchers, to be used without an installation.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { thirdPartyLicences } from './licences.mjs';
import { NODE_VERSION, PLATFORMS, unpackedNode } from './node.mjs';

/** What each system starts the program with; `shown` stands at the top, where people find it. */
const SYSTEMS = {
  windows: { shown: ['wangge.cmd'], hidden: [], guide: forOldEditors },
  linux: { shown: ['wangge', 'wangge-drop', 'install-desktop.sh'], hidden: ['wangge.desktop'], guide: (text) => text },
};

/** What its users read; README.md and docs/spec.md are for those who have the source. */
const MANUALS = ['手册.md', '程序的提问.md', '脚本.md', '审计.md'];

const { name, version, type, license } = JSON.parse(readFileSync('package.json', 'utf8'));
const base = mkdtempSync(join(tmpdir(), 'wangge-portable-'));
process.once('exit', () => rmSync(base, { recursive: true, force: true }));

const unpacked = PLATFORMS.map((platform) => ({ platform, node: unpackedNode(platform, base) }));
// The Windows package comes without Node's licence, which is the same for every platform.
const nodeLicence = unpacked.map(({ node }) => join(node, 'LICENSE')).find((path) => existsSync(path));
const licences = thirdPartyLicences();

rmSync('portable', { recursive: true, force: true });
for (const { platform, node } of unpacked) {
  const folder = join('portable', `${name}-${version}-${platform.name}`);
  assemble(folder, platform, node);
  process.stdout.write(`${summary(folder, platform)}\n`);
}

function assemble(folder, { system, binary }, node) {
  const { shown, hidden, guide } = SYSTEMS[system];
  mkdirSync(join(folder, 'bin'), { recursive: true });
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  for (const file of ['wangge.js', ...hidden]) copyFileSync(join('bin', file), join(folder, 'bin', file));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, type, license }, null, 2)}\n`);
  for (const file of ['CHANGELOG.md', 'LICENSE']) copyFileSync(file, join(folder, file));
  mkdirSync(join(folder, 'docs'));
  for (const file of MANUALS) copyFileSync(join('docs', file), join(folder, 'docs', file));
  copyFileSync(nodeLicence, join(folder, 'NODE-LICENSE.txt'));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licences);
  writeFileSync(join(folder, '使用说明.txt'), guide(readFileSync(`packaging/${system}.txt`, 'utf8')));
  for (const file of shown) copyFileSync(join('bin', file), join(folder, file));
  copyFileSync(join(node, 'bin', binary), join(folder, binary));
  for (const file of [...shown, binary]) chmodSync(join(folder, file), 0o755);
  const sums = filesOf(folder).map((path) => `${sha256(join(folder, path))}  ${path}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
}

/** Those of Windows need the mark and CRLF. */
function forOldEditors(text) {
  return `\uFEFF${text.replaceAll('\n', '\r\n')}`;
}

function summary(folder, { binary }) {
  const files = filesOf(folder);
  const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  const hash = sha256(join(folder, binary));
  return `${folder}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, Node ${NODE_VERSION}, ${binary} SHA-256 ${hash}`;
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}

function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
