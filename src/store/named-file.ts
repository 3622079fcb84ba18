// A file named on the command line: relative to where the program was started.
import { readFile } from 'node:fs/promises';
import { onDisk, StoreFailure } from './failure.ts';

export const namedBytes = (path: string): Promise<Uint8Array> => onDisk('读取', path, () => readFile(path));

/** Throws a StoreFailure when the file cannot be read or is no UTF-8 text. */
export async function namedText(path: string): Promise<string> {
  const bytes = await namedBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new StoreFailure(`读取 ${path} 失败：不是 UTF-8 文本`, { cause });
  }
}
