// Days of the week as written (星期): 星期四, 周四, 礼拜四.
import type { CivilDate } from '../../model/civil.ts';

const DAYS = '日一二三四五六';
/** A day of the week within a text, in parentheses or not. */
export const WEEKDAY = /\(?(?:星期|周|礼拜)([一二三四五六日天])\)?/;

/** Whether a date falls on the day named by the last sign of 星期四. */
export const fallsOn = (date: CivilDate, sign: string): boolean =>
  DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] === sign.replace('天', '日');
