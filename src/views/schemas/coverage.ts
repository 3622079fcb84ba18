// The schema of `scheme --coverage --json`.
import * as z from 'zod';
import { COVERAGE_SCHEMA } from '../scheme/coverage.ts';
import { code, count, failure, interpretation, month, place, success, tableKind } from './common.ts';
import { periodOrNone, publishedDocument } from './scheme.ts';

export const coverageBody = z.strictObject({
  scheme: z.strictObject({ id: z.string().describe('方案编号') }),
  document: publishedDocument,
  totals: z.strictObject({
    sentences: count.describe('句数'),
    treated: count.describe('有对应的句数'),
    outside: count.describe('程序之外的句数'),
  }),
  sentences: z
    .array(
      z.strictObject({
        clause: z.string().describe('条款'),
        sentence: place.describe('该条款的第几句'),
        begins: z.string().describe('开头几个字'),
        digest: z
          .string()
          .regex(/^[0-9a-f]{8}$/)
          .describe('全句的摘要'),
        items: z.array(z.string()).describe('处理这句话的项目；total 为应发合计'),
        tables: z.array(tableKind).describe('登记这句话所求内容的表'),
        checks: z.array(code).describe('检查这句话的问题代码'),
        interpretations: z.array(interpretation).describe('有关的解释口径'),
        outside: z.string().nullable().describe('在程序之外的理由；null 为有对应'),
      }),
    )
    .describe('原文每一句'),
});

export const id = COVERAGE_SCHEMA;
export const schema = z.union([success(id, month, coverageBody), failure(id, periodOrNone)]);
