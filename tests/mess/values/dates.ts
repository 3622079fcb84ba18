/** Days and moments, `2021-07-01` or `2021-07-01 09:05`, in the spellings of spec 3. */
import type { Dice } from '../dice.ts';
import { type MessCell, numberCell, textCell } from '../model.ts';
import { chineseNumeral, chineseYear, fullWidth, type Spelling, type Spellings } from './spelling.ts';

const DATE_FORMATS = ['yyyy-mm-dd', 'yyyy/m/d', 'yyyy"年"m"月"d"日"', 'm"月"d"日"', 'dd-mmm-yy', 'yyyy\\.mm\\.dd'];
const MOMENT_FORMATS = ['yyyy-mm-dd hh:mm', 'yyyy/m/d h:mm', 'yyyy"年"m"月"d"日" h"时"mm"分"', 'yyyy-mm-dd hh:mm:ss'];

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly m: number;
  readonly d: number;
  /** HH:MM, null without a time of day. */
  readonly clock: string | null;
}

const partsOf = (value: string): Parts => {
  const [year, month, day] = value.slice(0, 10).split('-') as [string, string, string];
  return { year, month, day, m: Number(month), d: Number(day), clock: value.length > 10 ? value.slice(11) : null };
};

const CLOCKS: readonly ((hour: number, minute: string, clock: string) => string)[] = [
  (_, __, clock) => ` ${clock}`,
  (_, __, clock) => ` ${clock}:00`,
  (hour, minute) => ` ${hour}:${minute}`,
  (hour, minute) => ` ${hour}时${minute}分`,
  (hour, minute) => ` ${hour < 12 ? '上午' : '下午'} ${hour % 12 === 0 ? 12 : hour % 12}:${minute}`,
  (hour, minute) => ` ${hour < 12 ? '上午' : '下午'}${hour % 12 === 0 ? 12 : hour % 12}:${minute}:00`,
];

function clockText({ clock }: Parts, dice: Dice): string {
  if (clock === null) return '';
  const [hour, minute] = clock.split(':') as [string, string];
  // Noon and midnight are read in two ways on a clock of twelve hours.
  const kinds = Number(hour) % 12 === 0 ? CLOCKS.slice(0, 4) : CLOCKS;
  return dice.pick(kinds)(Number(hour), minute, clock);
}

type DayText = (parts: Parts) => string | null;

const written = (name: string, weight: number, day: DayText): Spelling<string> => ({
  name,
  weight,
  write: (value, { dice }) => {
    const parts = partsOf(value);
    const text = day(parts);
    return text === null ? null : textCell(`${text}${clockText(parts, dice)}`);
  },
});

function dateCell(value: string, dice: Dice): MessCell {
  const { clock } = partsOf(value);
  const [hours = 0, minutes = 0] = clock?.split(':').map(Number) ?? [];
  const formats = clock === null ? DATE_FORMATS : MOMENT_FORMATS;
  return {
    kind: 'date',
    day: value.slice(0, 10),
    minutes: clock === null ? null : hours * 60 + minutes,
    format: dice.pick(formats),
  };
}

const withoutYear = (day: DayText): Spelling<string>['write'] => {
  return (value, { dice, year }) => {
    const parts = partsOf(value);
    return parts.year === year ? textCell(`${day(parts)}${clockText(parts, dice)}`) : null;
  };
};

const dates: Spellings<string> = [
  written('2021-07-01', 2, ({ year, month, day }) => `${year}-${month}-${day}`),
  written('2021/7/1', 2, ({ year, m, d }) => `${year}/${m}/${d}`),
  written('2021/07/01', 1, ({ year, month, day }) => `${year}/${month}/${day}`),
  written('2021.7.1', 2, ({ year, m, d }) => `${year}.${m}.${d}`),
  written('2021年7月1日', 2, ({ year, m, d }) => `${year}年${m}月${d}日`),
  written('2021年07月01日', 1, ({ year, month, day }) => `${year}年${month}月${day}日`),
  written('20210701', 2, ({ year, month, day }) => `${year}${month}${day}`),
  written('full width', 1, ({ year, month, day }) => fullWidth(`${year}-${month}-${day}`)),
  { name: '7月1日', weight: 2, write: withoutYear(({ m, d }) => `${m}月${d}日`) },
  {
    name: '20210701 as a number',
    weight: 2,
    write: (value) => (value.length > 10 ? null : numberCell(Number(value.replaceAll('-', '')))),
  },
  { name: 'date cell', weight: 5, typed: true, write: (value, { dice }) => dateCell(value, dice) },
];

/** With numerals and an apostrophe; not for headings. */
export const spokenDates: Spellings<string> = [
  ...dates,
  { name: '七月一日', weight: 1, write: withoutYear(({ m, d }) => `${chineseNumeral(m)}月${chineseNumeral(d)}日`) },
  written(
    '二〇二一年七月一日',
    1,
    ({ year, m, d }) => `${chineseYear(year)}年${chineseNumeral(m)}月${chineseNumeral(d)}日`,
  ),
  { name: "'2021-07-01", weight: 1, write: (value) => textCell(`'${value}`) },
];

/** Days with a midnight that an export adds. */
export const days: Spellings<string> = [
  ...spokenDates,
  { name: '2021-07-01 00:00:00', weight: 1, write: (value) => textCell(`${value} 00:00:00`) },
];
