// The launchers as Windows and Linux take them: cmd wants CRLF and loses its place in a file that is not ASCII.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const BIN = join(import.meta.dirname, '../../bin');

test('wangge.cmd has CRLF alone and is ASCII; its remarks have nothing that cmd acts on', () => {
  const text = readFileSync(join(BIN, 'wangge.cmd'), 'latin1');
  expect(text.replaceAll('\r\n', '')).toMatch(/^[\x20-\x7e]+$/);
  expect(text.split('\r\n').filter((line) => /^rem .*[&|<>^%!]/.test(line))).toEqual([]);
});

test.each(['wangge', 'wangge-drop', 'install-desktop.sh'])('%s may be run, and has no CR', (name) => {
  expect(statSync(join(BIN, name)).mode & 0o111).not.toBe(0);
  expect(readFileSync(join(BIN, name), 'utf8')).not.toContain('\r');
});
