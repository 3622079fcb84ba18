// Paths that stay below the folder they are taken from, on any system.
import { posix, win32 } from 'node:path';

export const isBelow = (path: string): boolean =>
  !posix.isAbsolute(path) &&
  !win32.isAbsolute(path) &&
  path.split('/').every((part) => part !== '' && part !== '.') &&
  !path.split(/[/\\]/).includes('..');
