// The Node binary of each portable folder: a package of the registry, untouched, and only the one that is pinned here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const NODE_VERSION = '20.20.2';

/** `integrity` is that of the package `node-<name>`. */
export const PLATFORMS = [
  {
    name: 'win-x64',
    system: 'windows',
    binary: 'node.exe',
    integrity: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
  },
  {
    name: 'linux-x64',
    system: 'linux',
    binary: 'node',
    integrity: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  },
  {
    name: 'linux-arm64',
    system: 'linux',
    binary: 'node',
    integrity: 'sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==',
  },
];

/** The folder, below `base`, of a platform's unpacked package. Throws when the package is not the pinned one. */
export function unpackedNode({ name, integrity }, base) {
  const folder = join(base, name);
  mkdirSync(folder);
  run('npm', ['pack', `node-${name}@${NODE_VERSION}`, '--silent', '--pack-destination', folder]);
  const tarball = join(folder, `node-${name}-${NODE_VERSION}.tgz`);
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (found !== integrity) throw new Error(`node-${name}@${NODE_VERSION} is ${found}, pinned is ${integrity}`);
  run('tar', ['-xzf', tarball, '-C', folder]);
  return join(folder, 'package');
}

function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
