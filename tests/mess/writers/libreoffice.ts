/** Workbooks converted by LibreOffice: written by exceljs first, then all of one format in one call. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MessFile } from '../model.ts';
import { exceljsWriter } from './exceljs.ts';
import { sheetjsOds, sheetjsXls, sheetjsXlsx } from './sheetjs.ts';
import type { Writer } from './writer.ts';

const FORMATS = ['xlsx', 'xls', 'ods'] as const;
type ConvertedFormat = (typeof FORMATS)[number];

const INSTEAD = { xlsx: sheetjsXlsx, xls: sheetjsXls, ods: sheetjsOds } as const;

/** Null where LibreOffice runs, else why it does not. */
function whyNot(): string | null {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

export const withoutLibreOffice = whyNot();

const byLibreOffice = (format: ConvertedFormat): Writer => ({
  ...exceljsWriter,
  name: `LibreOffice .${format}`,
  extension: format,
  convertTo: format,
});

/** Its three formats; where it is not installed, SheetJS writes them. */
export const libreOfficeWriters: readonly Writer[] = FORMATS.map((format) =>
  withoutLibreOffice === null ? byLibreOffice(format) : INSTEAD[format],
);

/** The files with those that LibreOffice writes converted. */
export function converted(files: readonly MessFile[]): MessFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'mess-'));
  try {
    const result = new Map<MessFile, Uint8Array>();
    for (const format of FORMATS) {
      const waiting = files.filter((file) => file.convertTo === format);
      convertAll(waiting, format, folder).forEach((bytes, index) => {
        result.set(waiting[index] as MessFile, bytes);
      });
    }
    return files.map((file) => ({ path: file.path, bytes: result.get(file) ?? file.bytes }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convertAll(files: readonly MessFile[], format: ConvertedFormat, folder: string): Uint8Array[] {
  if (files.length === 0) return [];
  const [source, target] = [join(folder, `${format}-in`), join(folder, `${format}-out`)];
  mkdirSync(source);
  const paths = files.map((_, index) => join(source, `${index}.xlsx`));
  for (const [index, { bytes }] of files.entries()) writeFileSync(paths[index] as string, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', target, ...paths], {
    stdio: 'ignore',
  });
  return files.map((_, index) => new Uint8Array(readFileSync(join(target, `${index}.${format}`))));
}
