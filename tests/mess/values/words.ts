/** Yes and no, names, codes and texts. */
import { type MessCell, numberCell, textCell, type Value } from '../model.ts';
import { fullWidth, type Spelling, type Spellings } from './spelling.ts';

const yesOrNo = (name: string, weight: number, yes: MessCell, no: MessCell | null): Spelling<boolean> => ({
  name,
  weight,
  write: (value) => (value ? yes : no),
});
const words = (yes: string, no: string, weight = 1): Spelling<boolean> =>
  yesOrNo(`${yes}/${no}`, weight, textCell(yes), textCell(no));

/** `own` are the words of one column, `emptyIsNo` where an empty cell means 否 (spec 3). */
export const yesNo = (own: readonly (readonly [string, string])[], emptyIsNo: boolean): Spellings<boolean> => [
  words('是', '否', 3),
  words('√', '×', 2),
  words('✓', '×'),
  words('有', '无'),
  words('Y', 'N'),
  words('Ｙ', 'Ｎ'),
  words('1', '0'),
  words('TRUE', 'FALSE'),
  words('通过', '不通过'),
  words(' 是', '否 '),
  yesOrNo('1/0 as numbers', 1, numberCell(1), numberCell(0)),
  { name: 'boolean cell', weight: 1, typed: true, write: (value) => ({ kind: 'boolean', value }) },
  ...own.map(([yes, no]) => words(yes, no, 2)),
  ...(emptyIsNo ? [yesOrNo('√/empty', 2, textCell('√'), textCell(''))] : []),
];

const verdict = (yes: string, no: string, weight = 1): Spelling<string> => ({
  name: `${yes}/${no}/待审核`,
  weight,
  write: (value) => textCell(value === 'pending' ? '待审核' : value === 'yes' ? yes : no),
});

export const verdicts: Spellings<string> = [
  verdict('有效', '无效', 3),
  verdict('是', '否', 2),
  verdict('通过', '不通过', 2),
  verdict('√', '×'),
  verdict('Y', 'N'),
  verdict('1', '0'),
];

const asText = (name: string, weight: number, text: (value: string) => string): Spelling<string> => ({
  name,
  weight,
  write: (value) => textCell(text(value)),
});

const spaced = (name: string, space: string): string => [...name].join(space);

export const names: Spellings<string> = [
  asText('plain', 4, (name) => name),
  asText('王　芳', 1, (name) => (name.length === 2 ? spaced(name, '\u3000') : name)),
  asText('王 芳', 1, (name) => (name.length === 2 ? spaced(name, ' ') : name)),
  asText('王  芳', 1, (name) => spaced(name, '  ')),
  asText('outer spaces', 1, (name) => ` ${name}\u3000`),
];

export const codes: Spellings<string> = [
  asText('plain', 5, (code) => code),
  asText('full width', 1, fullWidth),
  asText('outer spaces', 1, (code) => ` ${code} `),
];

const separated = (separator: string): Spelling<string> =>
  asText(`separated by ${separator}`, 1, (list) => list.replaceAll('、', separator));

export const codeLists: Spellings<string> = [
  ...['、', '，', ',', '；', ';', ' ', '、 '].map(separated),
  asText('full width', 1, fullWidth),
];

const ELEVEN_DIGITS = /^[1-9]\d{10}$/;

export const longCodes: Spellings<string> = [
  asText('plain', 4, (code) => code),
  asText('full width', 1, fullWidth),
  {
    name: 'phone as a number',
    weight: 1,
    write: (code) => (ELEVEN_DIGITS.test(code) ? numberCell(Number(code), '0') : null),
  },
];

export const texts: Spellings<string> = [
  asText('plain', 4, (text) => text),
  asText('outer spaces', 1, (text) => ` ${text} `),
];

export const closedWords: Spellings<string> = [
  asText('plain', 4, (word) => word),
  asText('outer spaces', 1, (word) => `${word} `),
];

const SIGNS: Readonly<Record<string, string>> = { 出席: '√', 缺席: '×' };
const SHORT: Readonly<Record<string, string>> = { ...SIGNS, 迟到: '迟', 请假: '假' };
const LEAVES: Readonly<Record<string, string>> = { 出席: '✓', 缺席: '缺', 迟到: '迟', 请假: '事' };

/** Marks of a matrix. */
export const attendance: Spellings<string> = [
  asText('words', 1, (word) => word),
  asText('√ ×', 2, (word) => SIGNS[word] ?? word),
  asText('√ × 迟 假', 2, (word) => SHORT[word] ?? word),
  asText('✓ 缺 迟 事', 1, (word) => LEAVES[word] ?? word),
];

export const emptyForms: Spellings<Value> = [
  { name: 'no cell', weight: 4, write: () => null },
  { name: 'empty text', weight: 1, write: () => textCell('') },
  { name: 'spaces', weight: 1, write: () => textCell(' \u3000') },
];
