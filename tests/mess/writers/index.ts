/** Every writer a style may draw. */
import {
  barePage,
  csvBom,
  csvGb18030,
  csvUtf8,
  csvUtf16,
  gbkPage,
  semicolons,
  tsvGb18030,
  tsvUtf16,
} from './delimited.ts';
import { exceljs1904Writer, exceljsWriter } from './exceljs.ts';
import { prefixedWriter } from './prefixed.ts';
import { sheetjsHtml, sheetjsOds, sheetjsXls, sheetjsXlsb, sheetjsXlsx, sheetjsXml } from './sheetjs.ts';
import type { Writer } from './writer.ts';

export const WRITERS: readonly Writer[] = [
  exceljsWriter,
  csvUtf8,
  sheetjsXls,
  csvGb18030,
  prefixedWriter,
  sheetjsHtml,
  sheetjsXlsx,
  csvBom,
  sheetjsOds,
  tsvGb18030,
  exceljs1904Writer,
  gbkPage,
  csvUtf16,
  sheetjsXlsb,
  semicolons,
  sheetjsXml,
  barePage,
  tsvUtf16,
];
