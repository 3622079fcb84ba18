// An output that somebody has open is not replaced; what a killed run left is made good by the next start, reading or writing.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, OWN_FOLDER } from '../../src/store/change.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { recoverWorkspace, writeChanges } from '../../src/store/write.ts';
import { temporaryFolder } from '../commands/office.ts';
import { faultyDisk } from './faulty-disk.ts';

const PATH = '2021-07/输出/发放表.xlsx';
const bytes = new TextEncoder().encode('新');

function workspaceWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test.each(['~$发放表.xlsx', '.~lock.发放表.xlsx#'])(
  'open in an office program (%s): nothing is written',
  async (mark) => {
    const root = workspaceWith({ [PATH]: '旧', [`2021-07/输出/${mark}`]: '' });
    const writing = writeChanges(await openWorkspace(root), [
      { path: '2021-07/输出/results.json', bytes },
      { path: PATH, bytes },
    ]);
    await expect(writing).rejects.toThrow('请先关闭');
    expect(readFileSync(join(root, PATH), 'utf8')).toBe('旧');
    expect(existsSync(join(root, '2021-07/输出/results.json'))).toBe(false);
    expect(existsSync(join(root, OWN_FOLDER))).toBe(false);
  },
);

describe('what a killed run left', () => {
  const killedAt = async (at: number): Promise<string> => {
    const root = workspaceWith({ [PATH]: '旧' });
    await change(faultyDisk('killed', at).disk, root, [{ path: PATH, bytes }], async () => {}).catch(() => {});
    return root;
  };
  test('is gone after a run that only reads', async () => {
    for (let at = 0; at < 30; at++) {
      const root = await killedAt(at);
      await recoverWorkspace(root);
      expect(['旧', '新']).toContain(readFileSync(join(root, PATH), 'utf8'));
      expect(existsSync(join(root, OWN_FOLDER))).toBe(false);
    }
  });
  test('a workspace without anything left is not touched', async () => {
    const root = workspaceWith({ [PATH]: '旧' });
    await recoverWorkspace(root);
    expect(existsSync(join(root, OWN_FOLDER))).toBe(false);
    rmSync(root, { recursive: true });
  });
});
