// An assessment of a person or a grid (考核), as the documents of `explain` tell it.
import * as z from 'zod';
import { basis, date, interpretation, item, place, quantity } from './common.ts';
import { source } from './sources.ts';

const score = z.strictObject({
  value: quantity.nullable().describe('得分；null 为没有可考核的'),
  outOf: quantity.describe('满分'),
  rank: place.nullable().describe('名次；null 为不排名'),
  formula: z.string().nullable().describe('算式；null 为没有'),
  basis: basis.nullable().describe('全部得分的依据；null 为各有各的'),
  interpretations: z.array(interpretation),
});

const finding = z.strictObject({
  key: z.string().describe('内容的编号'),
  title: z.string().describe('内容的名称'),
  clause: z.string().describe('提出要求的条款'),
  value: quantity.nullable().describe('实际；null 为无数据'),
  unit: z.string().describe('实际和要求的单位；“是否”的 1 为是，0 为否'),
  full: quantity.nullable().describe('满分；null 为不计分'),
  required: z
    .strictObject({
      value: quantity,
      bound: z.enum(['atLeast', 'atMost', 'exactly']).describe('atLeast 不少于，atMost 不多于，exactly 等于'),
    })
    .nullable()
    .describe('要求；null 为没有'),
  met: z.boolean().nullable().describe('是否达到；null 为不作判断或无数据'),
  days: z.array(date).nullable().describe('所涉各日；null 为整月'),
  formula: z.string().nullable().describe('算式；null 为没有'),
  basis,
  interpretations: z.array(interpretation),
  sources: z.array(source),
});

export const assessment = z
  .strictObject({
    item,
    title: z.string().describe('项目名称'),
    score: score.nullable().describe('得分；null 为不计分的项目'),
    findings: z.array(finding).describe('各项内容'),
  })
  .meta({ id: 'assessment', description: '一个考核项目' });
