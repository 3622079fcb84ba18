// What is required of a person or a grid, as the documents of `pay` and `warn` tell it.
import * as z from 'zod';
import { date, person } from './common.ts';

/** A requirement of single weeks has both days, one of the month neither. */
const BOTH_DAYS = { dependentRequired: { from: ['to'], to: ['from'] } };

const days = {
  from: date.describe('起日；只在按周考核时有').exactOptional(),
  to: date.describe('止日').exactOptional(),
};

const requirement = {
  requirement: z.string().describe('提出要求的条款'),
  key: z.string().describe('要求的编号'),
  title: z.string().describe('要求的名称'),
};

export const failedDuty = z.strictObject({ ...requirement, ...days }).meta(BOTH_DAYS);

const fields = {
  ...requirement,
  figure: z.number().nullable().describe('实际，最多两位小数；null 为无数据'),
  threshold: z.number().nullable().describe('标准，最多两位小数；null 为没有标准'),
  unit: z.string().describe('实际和标准的单位；“是否”的 1 为是，0 为否'),
  met: z.boolean().nullable().describe('是否达到；null 为不作判断或无数据'),
  ...days,
};

export const duty = z.strictObject(fields).meta(BOTH_DAYS);

export const personDuty = z.strictObject({ ...person, ...fields }).meta(BOTH_DAYS);
