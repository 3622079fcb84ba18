// The formats that SheetJS reads, apart from the rest of the program: what is asked and what is answered.
import { type Book, UnreadableFile, type UnreadableReason } from '../sheet.ts';
import { bookOf, type HeldSheet } from './held.ts';

export type ForeignFormat =
  | 'compound' // the container of .xls and .et
  | 'biff' // .xls without the container
  | 'xlsb';

export type ForeignAnswer =
  | { readonly sheets: readonly HeldSheet[] }
  | { readonly reason: UnreadableReason; readonly detail: string };

/** Reads a whole file, within bounds of time and memory. */
export type ForeignReader = (bytes: Uint8Array, format: ForeignFormat) => Promise<ForeignAnswer>;

export async function openForeign(bytes: Uint8Array, format: ForeignFormat, read: ForeignReader): Promise<Book> {
  const answer = await read(bytes, format);
  if ('reason' in answer) throw new UnreadableFile(answer.reason, answer.detail);
  return bookOf(answer.sheets);
}
