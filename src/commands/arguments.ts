// Months, quarters and dates as they are typed.
import {
  type CivilDate,
  civilDate,
  parseQuarter,
  parseYearMonth,
  type Quarter,
  type YearMonth,
} from '../model/civil.ts';
import { UsageError } from './context.ts';

export function monthArgument(text: string): YearMonth {
  const month = parseYearMonth(text);
  if (month === null) throw new UsageError(`“${text}”不是月份，请写成 2021-07 这样的四位年和两位月`);
  return month;
}

export function quarterArgument(text: string): Quarter {
  const quarter = parseQuarter(text);
  if (quarter === null) throw new UsageError(`“${text}”不是季度，请写成 2021-Q3 这样的四位年和 Q1-Q4`);
  return quarter;
}

export function dateArgument(text: string): CivilDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = civilDate(Number(year), Number(month), Number(day));
  if (date === null) throw new UsageError(`“${text}”不是日期，请写成 2021-08-02 这样`);
  return date;
}
