// Number formats: which numbers are dates, times, per cents.
import { describe, expect, it } from 'vitest';
import { builtInFormat, classifyFormat } from '../../src/files/formats.ts';
import { cellsOf, stylesXml, workbookXml } from './helpers.ts';

describe('number formats', () => {
  it.each([
    ['General', 'plain'],
    ['G/通用格式', 'plain'],
    ['General"小时"', 'plain'],
    ['0.00', 'plain'],
    ['0.00E+00', 'plain'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', 'plain'],
    ['0.00\\k\\m', 'plain'],
    ['0"h"', 'plain'],
    ['0"day"', 'plain'],
    ['[DBNum1][$-804]General', 'plain'],
    ['[$¥-804]#,##0.00', 'plain'],
    ['[Magenta]0;[h]:mm', 'plain'],
    ['@', 'plain'],
    ['0;yyyy-mm-dd', 'plain'],
    ['0"unclosed yy', 'plain'],
    ['0%', 'percent'],
    ['0.00%;[Red]-0.00%', 'percent'],
    ['0"%"', 'plain'],
    ['yyyy-mm-dd', 'date'],
    ['YYYY/M/D', 'date'],
    ['yyyy"年"m"月"d"日";@', 'date'],
    ['[$-804]yyyy"年"m"月"', 'date'],
    ['m"月"', 'date'],
    ['mmm', 'date'],
    ['mm/dd', 'date'],
    ['[$-404]e/m/d', 'date'],
    ['[$-804]aaaa', 'date'],
    ['yyyy-mm-dd hh:mm:ss', 'date'],
    ['d h:mm', 'date'],
    ['h:mm', 'time'],
    ['hh:mm:ss', 'time'],
    ['h:mm AM/PM', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['[h]:mm', 'time'],
    ['[HH]:MM:SS', 'time'],
    ['[mm]', 'time'],
    ['[s]', 'time'],
    ['mm:ss.0', 'time'],
    ['h"小时"', 'time'],
  ])('%s is %s', (code, format) => {
    expect(classifyFormat(code)).toBe(format);
  });

  it('knows the formats without a code', () => {
    const ids = (wanted: string) =>
      Array.from({ length: 60 }, (_, id) => id).filter((id) => builtInFormat(id) === wanted);
    expect(ids('percent')).toEqual([9, 10]);
    expect(ids('date')).toEqual([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
    expect(ids('time')).toEqual([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);
  });

  const xfs = '<xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="20"/><xf/>';
  const styles = `${stylesXml(xfs, '<numFmt numFmtId="176" formatCode="[h]:mm"/>').replace(
    '<cellXfs>',
    '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs>',
  )}`.replace(
    '</styleSheet>',
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><dxfs><dxf><numFmt numFmtId="176" formatCode="yyyy"/></dxf></dxfs></styleSheet>',
  );
  const rows = `<row>${['', ' s="1"', ' s="2"', ' s="3"', ' s="4"', ' s="5"'].map((s) => `<c${s}><v>1</v></c>`).join('')}</row>`;
  const formatsOf = async (parts: Record<string, string>) =>
    (await cellsOf(rows, parts)).map((cell) => (cell.kind === 'number' ? cell.format : null));

  it('goes by the style of the cell', async () => {
    expect(await formatsOf({ 'xl/styles.xml': styles })).toEqual(['plain', 'date', 'time', 'time', 'plain', 'plain']);
    expect(await formatsOf({})).toEqual(Array(6).fill('plain'));
  });

  it('marks the dates of 1904 workbooks', async () => {
    const sheet = '<sheet name="甲" sheetId="1" r:id="r1"/>';
    for (const value of ['1', 'true']) {
      const parts = {
        'xl/styles.xml': styles,
        'xl/workbook.xml': workbookXml(sheet, `<workbookPr date1904="${value}"/>`),
      };
      expect(await formatsOf(parts)).toEqual(['plain', 'date1904', 'time', 'time', 'plain', 'plain']);
    }
  });
});
