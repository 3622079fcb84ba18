// The schema of `scheme --verify --json`.
import * as z from 'zod';
import { VERIFICATION_SCHEMA } from '../scheme/verification.ts';
import { code, count, failure, interpretation, item, month, place, sha256, success, tableKind } from './common.ts';
import { periodOrNone } from './scheme.ts';

const clause = z.string().describe('条款');
const quote = z.string().describe('方案所引的原文');

const mapped = z
  .strictObject({ clause, sentence: place, begins: z.string().describe('开头几个字') })
  .meta({ id: 'mappedSentence', description: '逐句对照中的一句' });

const now = z
  .strictObject({ clause, sentence: place, text: z.string().describe('全句') })
  .meta({ id: 'copySentence', description: '该文件中的一句' });

const support = z
  .strictObject({
    parameters: z.array(
      z.strictObject({
        key: z.string().describe('参数编号'),
        title: z.string().describe('参数名称'),
        value: z.string().describe('取值'),
        unit: z.string().describe('取值的单位'),
        setBy: z.enum(['quote', 'reading']).describe('quote 由原文规定，reading 由解释口径规定'),
      }),
    ),
    items: z.array(z.strictObject({ item, title: z.string().describe('项目名称') })),
    checks: z.array(code),
    tables: z.array(tableKind),
    interpretations: z.array(interpretation),
  })
  .meta({ id: 'support', description: '以这些文字为依据的参数、项目、检查、表和口径' });

const finding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sameBytes'), sha256 }).describe('与登记的文件相同'),
  z.strictObject({ kind: z.literal('otherBytes'), expected: sha256, found: sha256 }).describe('与登记的文件不同'),
  z.strictObject({ kind: z.literal('mapMissing') }).describe('方案没有逐句对照'),
  z
    .strictObject({ kind: z.literal('clauseMissing'), clause, lost: z.array(mapped), support })
    .describe('条款不在该文件中'),
  z.strictObject({ kind: z.literal('clauseMoved'), clause, to: clause, support }).describe('条款改了编号'),
  z.strictObject({ kind: z.literal('quoteMissing'), clause, quote, support }).describe('找不到引文'),
  z
    .strictObject({ kind: z.literal('quoteElsewhere'), clause, quote, found: z.array(clause), support })
    .describe('引文在别的条款'),
  z.strictObject({ kind: z.literal('sentenceRemoved'), mapped, support }).describe('这一句没有了'),
  z.strictObject({ kind: z.literal('sentenceChanged'), mapped, now, support }).describe('这一句已改动'),
  z.strictObject({ kind: z.literal('sentenceMoved'), mapped, now, support }).describe('这一句移到别处'),
  z.strictObject({ kind: z.literal('sentenceUnknown'), now }).describe('这一句不在逐句对照中'),
]);

export const verificationBody = z.strictObject({
  scheme: z.strictObject({ id: z.string().describe('方案编号') }),
  verified: z.boolean().describe('引文和句子全部一致；否则退出码 3'),
  sameBytes: z.boolean().describe('与登记的文件逐字节相同'),
  quotes: count.describe('核对的引文数'),
  sentences: count.describe('该文件的句数'),
  findings: z.array(finding).describe('核对所见'),
});

export const id = VERIFICATION_SCHEMA;
export const schema = z.union([success(id, month, verificationBody), failure(id, periodOrNone)]);
