/** Measured and counted figures: durations in minutes, distances in metres, rates per cent, counts, marks, money in fen. */
import { type MessCell, numberCell, textCell } from '../model.ts';
import { chineseNumeral, decimal, fullWidth, type Spelling, type Spellings } from './spelling.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Bare numbers as a number cell or as text, with spaces or in full width. */
const bareForms = (
  name: string,
  weight: number,
  options: Pick<Spelling<number>, 'units' | 'inferred'>,
  text: (value: number) => string,
): Spellings<number> => [
  { name, weight, ...options, write: (value) => numberCell(Number(text(value))) },
  { name: `${name} as text`, weight: weight / 2, ...options, write: (value) => textCell(text(value)) },
  { name: `${name} with spaces`, weight: weight / 4, ...options, write: (value) => textCell(` ${text(value)} `) },
  {
    name: `${name} in full width`,
    weight: weight / 4,
    ...options,
    write: (value) => textCell(fullWidth(text(value))),
  },
];

/** Hours to four decimals: rounded to whole seconds they are the minutes again. */
const hours = (minutes: number): string => decimal(Math.round((minutes * 10_000) / 60), 4);
const exactHours = (minutes: number): string | null => (minutes % 3 === 0 ? decimal((minutes * 100) / 60, 2) : null);
const spelledHours =
  (unit: string) =>
  (minutes: number): MessCell | null => {
    const text = exactHours(minutes);
    return text === null ? null : textCell(`${text}${unit}`);
  };
const hoursAndMinutes = (minutes: number, hourWord: string, minuteWord: string): string =>
  `${Math.floor(minutes / 60)}${hourWord}${minutes % 60 === 0 ? '' : `${minutes % 60}${minuteWord}`}`;

const timeCell = (name: string, format: string): Spelling<number> => ({
  name,
  weight: 1,
  typed: true,
  write: (minutes) => numberCell(minutes / 1440, format),
});

export const durations: Spellings<number> = [
  { name: '4:30', weight: 2, write: (m) => textCell(`${Math.floor(m / 60)}:${two(m % 60)}`) },
  { name: '04:30:00', weight: 2, write: (m) => textCell(`${two(Math.floor(m / 60))}:${two(m % 60)}:00`) },
  { name: '4小时30分', weight: 2, write: (m) => textCell(hoursAndMinutes(m, '小时', '分')) },
  { name: '4小时30分钟', weight: 1, write: (m) => textCell(hoursAndMinutes(m, ' 小时 ', ' 分钟')) },
  { name: '270分钟', weight: 2, write: (m) => textCell(`${m}分钟`) },
  { name: '270分', weight: 1, write: (m) => textCell(`${m}分`) },
  { name: '4.5小时', weight: 2, write: spelledHours('小时') },
  { name: '4.5h', weight: 1, write: spelledHours('h') },
  { name: '4h30m', weight: 1, write: (m) => textCell(hoursAndMinutes(m, 'h', 'm')) },
  { name: 'full width', weight: 1, write: (m) => textCell(fullWidth(`${Math.floor(m / 60)}:${two(m % 60)}`)) },
  timeCell('time cell [h]:mm', '[h]:mm'),
  timeCell('time cell h:mm:ss', 'h:mm:ss'),
  timeCell('time cell [h]:mm:ss', '[h]:mm:ss'),
  ...bareForms('minutes', 2, { units: ['分钟', '分', 'min'] }, String),
  ...bareForms('hours', 1.5, { units: ['小时', 'h', '时'] }, hours),
  ...bareForms('minutes without a unit', 1, { inferred: true }, String),
  ...bareForms('hours without a unit', 1, { inferred: true }, hours),
];

const km = (metres: number): string => decimal(metres, 3);

export const distances: Spellings<number> = [
  { name: '3.2公里', weight: 2, write: (metres) => textCell(`${km(metres)}公里`) },
  { name: '3200米', weight: 2, write: (metres) => textCell(`${metres}米`) },
  { name: '3.2km', weight: 2, write: (metres) => textCell(`${km(metres)}km`) },
  { name: '3.2 KM', weight: 1, write: (metres) => textCell(`${km(metres)} KM`) },
  { name: '3.2千米', weight: 1, write: (metres) => textCell(`${km(metres)}千米`) },
  { name: '3200m', weight: 1, write: (metres) => textCell(`${metres}m`) },
  { name: 'full width', weight: 1, write: (metres) => textCell(fullWidth(`${km(metres)}km`)) },
  ...bareForms('kilometres', 2, { units: ['公里', 'km', '千米', 'KM'] }, km),
  ...bareForms('metres', 2, { units: ['米', 'm'] }, String),
  ...bareForms('kilometres without a unit', 1, { inferred: true }, km),
  ...bareForms('metres without a unit', 1, { inferred: true }, String),
  { name: '3,200', weight: 1, units: ['米'], write: (metres) => textCell(thousands(metres)) },
];

const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

export const rates: Spellings<number> = [
  { name: '97%', weight: 3, write: (percent) => textCell(`${percent}%`) },
  { name: '97.00%', weight: 1, write: (percent) => textCell(`${percent}.00%`) },
  { name: 'full width', weight: 1, write: (percent) => textCell(fullWidth(`${percent}%`)) },
  { name: '97 %', weight: 1, write: (percent) => textCell(` ${percent} %`) },
  { name: 'percent cell', weight: 4, typed: true, write: (percent) => numberCell(percent / 100, '0%') },
  { name: 'percent cell 0.00%', weight: 2, typed: true, write: (percent) => numberCell(percent / 100, '0.00%') },
  ...bareForms('per cent', 1.5, { units: ['%', '％'] }, String),
  ...bareForms('fractions', 1.5, { inferred: true }, (percent) => decimal(percent, 2)),
  ...bareForms('per cent without a unit', 1, { inferred: true }, String),
];

/** `unit` is the word behind the number: 次, 户, 人. */
export const counts = (unit: string): Spellings<number> => [
  ...bareForms('number', 3, {}, String),
  { name: `3${unit}`, weight: 2, write: (n) => textCell(`${n}${unit}`) },
  { name: `3 ${unit}`, weight: 1, write: (n) => textCell(`${n} ${unit}`) },
  { name: '1,234', weight: 1, write: (n) => textCell(thousands(n)) },
  { name: `unit ${unit} in the heading`, weight: 2, units: [unit], write: (n) => numberCell(n) },
  { name: '二十', weight: 1, write: (n) => (n > 0 && n < 100 ? textCell(chineseNumeral(n)) : null) },
  { name: `二十${unit}`, weight: 1, write: (n) => (n > 0 && n < 100 ? textCell(`${chineseNumeral(n)}${unit}`) : null) },
  { name: 'number cell 0.00', weight: 1, typed: true, write: (n) => numberCell(n, '0.00') },
];

export const marks: Spellings<number> = [
  ...bareForms('number', 3, {}, String),
  { name: '95分', weight: 2, write: (mark) => textCell(`${mark}分`) },
  { name: '95.0', weight: 1, write: (mark) => textCell(`${mark}.0`) },
  { name: 'unit 分 in the heading', weight: 2, units: ['分'], write: (mark) => numberCell(mark) },
];

const yuan = (fen: number): string => decimal(fen, 2);
const cents = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${thousands(Number(digits.slice(0, -2)))}.${digits.slice(-2)}`;
};

export const amounts: Spellings<number> = [
  ...bareForms('number', 2, {}, yuan),
  { name: '1,234.50', weight: 2, write: (fen) => textCell(cents(fen)) },
  { name: '¥1,234.50', weight: 1, write: (fen) => textCell(cents(fen).replace(/^-?/, '$&¥')) },
  { name: '￥1,234.50', weight: 1, write: (fen) => textCell(cents(fen).replace(/^-?/, '$&￥')) },
  { name: '1234.5元', weight: 1, write: (fen) => textCell(`${yuan(fen)}元`) },
  { name: 'number cell #,##0.00', weight: 2, typed: true, write: (fen) => numberCell(fen / 100, '#,##0.00') },
  { name: 'unit 元 in the heading', weight: 1, units: ['元'], write: (fen) => numberCell(fen / 100) },
];
