// The workspace looked for upwards from a folder, as git does: the first folder on the way that looks like one.
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseYearMonth } from '../model/civil.ts';

const SETTINGS = '设置.xlsx';
const ARCHIVES = '归档';
const TEMPLATES = '模板';
/** Every workspace's templates have it; a desktop may have a folder 模板 of its own. */
const TEMPLATE = '花名册.xlsx';

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

/** A folder named like a month, 归档, 设置.xlsx or the templates stand in it. */
async function looksLikeOne(folder: string): Promise<boolean> {
  const names = await namesIn(folder);
  if (names.some((name) => name === SETTINGS || name === ARCHIVES || parseYearMonth(name) !== null)) return true;
  return names.includes(TEMPLATES) && (await namesIn(join(folder, TEMPLATES))).includes(TEMPLATE);
}

/** `.`, `..`, `../..` …; null where none of the folders up to the root is one. */
export async function workspaceUpwards(from: string): Promise<string | null> {
  let folder = from;
  for (let way = '.'; ; way = way === '.' ? '..' : join(way, '..')) {
    if (await looksLikeOne(folder)) return way;
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}
