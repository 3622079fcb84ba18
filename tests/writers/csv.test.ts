// CSV as other programs read it: quoting, line ends, and every character in both encodings.
import { expect, test } from 'vitest';
import { csvBytes, csvText } from '../../src/writers/csv.ts';

test('fields are quoted where they must be, lines end with CRLF', () => {
  const rows = [
    ['户名', '说明'],
    ['王"芳', 'a,b'],
    ['两\n行', '回\r车'],
    [' 空格', ''],
    ['6222021201006781234', "O'Neil"],
  ];
  expect(csvText(rows)).toBe(
    '户名,说明\r\n"王""芳","a,b"\r\n"两\n行","回\r车"\r\n" 空格",\r\n6222021201006781234,O\'Neil\r\n',
  );
});

test('UTF-8 has a byte order mark, GB18030 has none', async () => {
  const rows = [['王𠮷', '1.00']];
  expect(Buffer.from(await csvBytes(rows, 'utf8')).toString('hex')).toBe('efbbbfe78e8bf0a0aeb72c312e30300d0a');
  // 王 is CD F5, 𠮷 four bytes.
  expect(Buffer.from(await csvBytes(rows, 'gb18030')).toString('hex')).toMatch(/^cdf5[0-9a-f]{8}2c312e30300d0a$/);
});

/** Every character that is assigned, by plane; surrogates and private ones are none. */
const assigned = (from: number, to: number): string => {
  const characters: string[] = [];
  for (let point = from; point <= to; point++) {
    const character = String.fromCodePoint(point);
    if (!/[\p{Cn}\p{Co}\p{Cs}]/u.test(character)) characters.push(character);
  }
  return characters.join('');
};

test.each([
  ['plane 0', 0x80, 0xffff],
  ['plane 2', 0x20000, 0x2ffff],
  ['plane 3', 0x30000, 0x3ffff],
])('GB18030 holds every assigned character of %s', async (_, from, to) => {
  const text = assigned(from, to);
  expect(text.length).toBeGreaterThan(4000);
  const told = new TextDecoder('gb18030', { fatal: true }).decode(await csvBytes([[text]], 'gb18030'));
  const after = [...told];
  const lost = [...text].filter((character, index) => after[index] !== character);
  expect(lost.map((character) => character.codePointAt(0)?.toString(16))).toEqual([]);
  expect(told).toBe(`${text}\r\n`);
});
