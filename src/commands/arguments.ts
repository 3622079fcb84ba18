// Months and quarters as they are typed.
import { parseQuarter, parseYearMonth, type Quarter, type YearMonth } from '../model/civil.ts';
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
