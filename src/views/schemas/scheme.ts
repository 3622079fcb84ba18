// The schema of `scheme --json`.
import * as z from 'zod';
import { ABOUT } from '../../model/terms.ts';
import { SCHEME_SCHEMA } from '../scheme/scheme.ts';
import { basis, date, failure, interpretation, item, keysOf, month, sha256, success } from './common.ts';

/** Of an edition that cannot be read when no month was asked for. */
export const periodOrNone = z.union([month, z.literal('').describe('没有写月份')]);

export const publishedDocument = z
  .strictObject({
    title: z.string().describe('标题'),
    issuer: z.string().describe('发文单位'),
    date: date.describe('发文日期'),
    sha256: sha256.describe('文件的 SHA-256'),
  })
  .describe('依据的文件');

const reading = {
  label: z
    .string()
    .regex(/^[甲乙丙丁戊己庚辛壬癸]$/)
    .describe('读法的代号'),
  reading: z.string().describe('读法'),
};

export const schemeBody = z.strictObject({
  scheme: z.strictObject({
    id: z.string().describe('方案编号'),
    sha256: sha256.describe('方案文件和所用设置的 SHA-256'),
    title: z.string().describe('方案名称'),
  }),
  document: publishedDocument,
  inForce: z
    .strictObject({
      from: month.describe('起始月'),
      until: month.nullable().describe('最后一月；null 为继续施行'),
    })
    .describe('施行的月份'),
  items: z
    .array(
      z.strictObject({
        item,
        title: z.string().describe('项目名称'),
        clause: z.string().describe('条款'),
        for: z.array(keysOf(ABOUT)).describe('对象：角色，或 grid 网格'),
        kind: z.string().describe('规则的种类'),
      }),
    )
    .describe('项目，依方案的次序'),
  parameters: z
    .array(
      z.strictObject({
        key: z.string().describe('参数编号，如 patrol.amount'),
        title: z.string().describe('参数名称'),
        unit: z.string().describe('取值的单位'),
        value: z.string().describe('取值：数或选项，写作文字'),
        basis,
        moves: z.array(z.string()).describe('改动这个参数会影响的项目'),
      }),
    )
    .describe('参数，依方案的次序'),
  interpretations: z
    .array(
      z.strictObject({
        number: interpretation,
        question: z.string().describe('问题'),
        clause: z.string().nullable().describe('条款'),
        taken: reading.label.nullable().describe('所采用读法的代号；null 为本单位自己的取值'),
        reading: z.string().describe('所采用的读法'),
        others: z.array(z.strictObject(reading)).describe('程序可以计算的其他读法'),
        confirmed: z
          .strictObject({
            from: month.nullable().describe('起始月'),
            approver: z.string().nullable().describe('批准人'),
            reason: z.string().nullable().describe('决定'),
          })
          .nullable()
          .describe('本单位的确认；null 为尚未确认'),
      }),
    )
    .describe('解释口径'),
});

export const id = SCHEME_SCHEMA;
export const schema = z.union([success(id, month, schemeBody), failure(id, periodOrNone)]);
