// An unmet day, as the documents of `explain` tell it.
import * as z from 'zod';
import { PATROL_FIGURES } from '../../model/terms.ts';
import { date, keysOf } from './common.ts';
import { source } from './sources.ts';

export const unmetDay = z
  .strictObject({
    date,
    weekday: z.string().describe('星期，如 周五'),
    reason: z.string().describe('未达标的原因'),
    failed: z.array(
      z.strictObject({
        figure: keysOf(PATROL_FIGURES),
        title: z.string().describe('目标的名称'),
        reached: z.string().nullable().describe('实际，带单位；null 为无数据'),
        owed: z.string().nullable().describe('应达到，带单位'),
        over: z.array(date).nullable().describe('按周、按月考核的各日；null 为当日'),
        sources: z.array(source),
      }),
    ),
    sources: z.array(source),
  })
  .meta({ id: 'unmetDay', description: '一个未达标日' });
