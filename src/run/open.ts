// Opens the bytes of an input; the worker for foreign formats is loaded where one is needed.
import { openBook } from '../files/open.ts';
import type { Book } from '../files/sheet.ts';

export const openFile = (bytes: Uint8Array, path: string): Promise<Book> =>
  openBook(bytes, path, async (file, format) => (await import('./foreign.ts')).readInWorker(file, format));
