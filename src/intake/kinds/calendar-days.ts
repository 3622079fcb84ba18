// 日历: days the office declares workdays or days off.
import type { CivilDate } from '../../model/civil.ts';
import { defineKind } from '../kind.ts';
import { date } from '../values/dates.ts';
import { verbatim } from '../values/text.ts';
import { wordOf } from '../values/words.ts';

export interface CalendarDayDraft {
  readonly date: CivilDate;
  readonly workday: boolean;
  readonly basis: string | null;
}

/** The words of 类型. */
export const DAY_TYPES = ['工作日', '休息日'] as const;

const dayWord = wordOf<boolean>(
  DAY_TYPES.map((type) => [type, type === '工作日']),
  DAY_TYPES,
);

export const calendarDays = defineKind({
  kind: 'calendarDays',
  fields: { date: ['日期'], type: ['类型', '日期类型'], basis: ['依据', '决定', '决定/依据'] },
  recognisedBy: [['date', 'type']],
  required: [['date'], ['type']],
  parse(row) {
    const day = row.need('date', date);
    const workday = row.need('type', dayWord);
    const basis = row.read('basis', verbatim);
    return day && workday !== null ? { date: day, workday, basis } : null;
  },
});
