// 日历: years the working calendar does not cover.
import { define } from './definition.ts';

const supply = (year: number) =>
  `请在 设置.xlsx 的“日历”表（列：日期、类型、依据）填写 ${year} 年国务院放假通知的休息日和调休工作日后重试`;

export const calendarProblems = {
  calendarYearNotCovered: define<{ year: number }>('error', ({ year }) => ({
    message: `程序内没有 ${year} 年的工作日历`,
    remedy: supply(year),
  })),
  calendarYearByOffice: define<{ year: number; days: number }>('warning', ({ year, days }) => ({
    message: `程序内没有 ${year} 年的工作日历，只用到“日历”表中 ${year} 年的 ${days} 天，其余按周一至周五为工作日`,
    remedy: `请核对 ${year} 年的全部节假日和调休工作日都已列入“日历”表`,
  })),
  calendarNextYearNotCovered: define<{ year: number }>('warning', ({ year }) => ({
    message: `程序内没有 ${year} 年的工作日历，下一年的放假通知可能调整本年 12 月的工作日`,
    remedy: `${supply(year)}；确认 12 月不受影响的可不处理`,
  })),
};
