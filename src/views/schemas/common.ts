// What the schemas of all documents share. Descriptions are Chinese: `wangge schema` prints them. A piece with an `id` is
// printed once, under `$defs`.
import * as z from 'zod';
import { CARDS, ROLES, TABLE_KINDS } from '../../model/terms.ts';

/** A closed list of words: the keys of a glossary. */
export const keysOf = <K extends string>(terms: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(terms) as [K, ...K[]]);

export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ id: 'month', description: '月份，如 2021-07' });

/** Of a document that is about no month. */
export const noMonth = z.literal('').describe('没有月份');

export const quarter = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .meta({ id: 'quarter', description: '季度，如 2021-Q3' });

export const months = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])\.\.\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ id: 'months', description: '起止月份，如 2021-07..2021-09' });

export const date = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .meta({ id: 'date', description: '日期，如 2021-07-01' });

/** No `multipleOf`: 0.01 is no binary fraction, and validators differ over it. */
export const money = z.number().meta({ id: 'money', description: '金额，单位元，最多两位小数' });

export const score = z.number().meta({ id: 'score', description: '分数，最多两位小数' });

/** `19/22` */
export const share = z
  .string()
  .regex(/^\d+\/\d+$/)
  .meta({ id: 'share', description: '最简分数，如 19/22；全勤为 1/1' });

export const quantity = z
  .union([z.number(), z.string().regex(/^-?\d+\/\d+$/)])
  .meta({ id: 'quantity', description: '准确的数量：有限小数写作数，否则写作分数，如 1/3' });

export const count = z.int().nonnegative().meta({ id: 'count', description: '个数、天数、件数等，不小于 0 的整数' });

export const place = z.int().positive().meta({ id: 'place', description: '名次、行号等，从 1 起的整数' });

export const column = z
  .string()
  .regex(/^[A-Z]+$/)
  .meta({ id: 'column', description: '列，写作字母，如 C' });

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: 'sha256', description: 'SHA-256，十六进制' });

export const interpretation = z
  .string()
  .regex(/^K\d+$/)
  .meta({ id: 'interpretation', description: '解释口径的编号，如 K1' });

export const code = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .meta({ id: 'code', description: '问题的代码，如 noTasksAssigned' });

export const role = keysOf(ROLES).meta({
  id: 'role',
  description: '角色：fullTime 专职网格员，gridLead 网格长，partTime 兼职网格员，adviser 网格指导员',
});

export const card = keysOf(CARDS).meta({ id: 'card', description: 'yellow 黄牌，red 红牌' });

export const tableKind = keysOf(TABLE_KINDS).meta({
  id: 'tableKind',
  description: `表的种类：${Object.entries(TABLE_KINDS)
    .map(([kind, title]) => `${kind} ${title}`)
    .join('，')}`,
});

export const item = z.string().min(1).meta({ id: 'item', description: '方案项目的编号，如 patrolSubsidy' });

export const coverage = z
  .array(
    z.strictObject({
      table: tableKind,
      files: count.describe('文件数'),
      read: count.describe('读取的行数＝采用＋未计＋有误'),
      used: count.describe('采用的行数'),
      leftOut: count.describe('未计的行数'),
      wrong: count.describe('有误的行数'),
      people: count.describe('有记录的专职网格员人数'),
      of: count.describe('应有记录的在职专职网格员人数'),
      first: date.nullable().describe('最早一条记录的日期；null 表示没有记录，或者表中没有日期'),
      last: date.nullable().describe('最晚一条记录的日期'),
      missing: z.array(date).describe('一条记录也没有的考核日'),
    }),
  )
  .meta({ id: 'coverage', description: '覆盖：每种表读了多少行、多少人、从哪天到哪天、缺哪些天' });

/** Not for a piece of its own: its fields stand among others. */
export const person = { id: z.string().describe('工号'), name: z.string().describe('姓名') };

export const scheme = z
  .strictObject({ id: z.string().describe('方案编号，如 yanhu-2021'), sha256 })
  .meta({ id: 'scheme', description: '核算所依据的方案；SHA-256 包括本单位的设置' });

export const basis = z
  .union([
    z.strictObject({ clause: z.string().describe('条款'), quote: z.string().describe('条款原文') }),
    z.strictObject({ interpretation, clause: z.string().describe('所解释的条款').exactOptional() }),
    z.strictObject({ approver: z.string().describe('批准人'), reason: z.string().describe('决定') }),
  ])
  .meta({ id: 'basis', description: '依据：条款原文，或解释口径，或单位批准' });

const where = {
  file: z.string().nullable().describe('文件，相对于工作目录；null 表示不在某个文件里'),
  sheet: z.string().nullable().describe('工作表；null 表示没有（如 CSV）'),
  row: place.nullable(),
  column: column.nullable(),
};

const stake = z
  .strictObject({
    people: count.describe('人数'),
    amount: money.nullable().describe('金额；null 表示说不出多少'),
  })
  .meta({ id: 'stake', description: '最多影响：本月几个人、多少钱（不含季度排名）' });

/** A problem without its severity and remedy, as the archive keeps it. */
export const issueFields = { code, ...where, message: z.string().describe('问题是什么') };

const remedy = z.string().describe('怎样处理');

export const issue = z
  .strictObject({
    severity: z.enum(['error', 'warning', 'notice']).describe('error 错误，warning 警告，notice 提示'),
    ...issueFields,
    remedy,
    stake: stake.exactOptional(),
  })
  .meta({ id: 'issue', description: '一个问题' });

const remark = z
  .strictObject({
    severity: z.enum(['warning', 'notice']).describe('warning 警告，notice 提示'),
    ...issueFields,
    remedy,
    stake: stake.exactOptional(),
  })
  .meta({ id: 'remark', description: '一个不妨碍核算的问题' });

/** What a document holds between `period` and `issues`. */
export type Body = z.ZodObject<z.ZodRawShape>;

export const success = (id: string, period: z.ZodType, body: Body) =>
  z.strictObject({ schema: z.literal(id), period, ...body.shape, issues: z.array(remark) });

/** Of a run that ended with errors; `regardless` is what it tells nevertheless. */
export const failure = (id: string, period: z.ZodType, regardless: z.ZodRawShape = {}) =>
  z
    .strictObject({ schema: z.literal(id), period, ...regardless, issues: z.array(issue).min(1) })
    .describe('有错误：没有结果，没有写文件（退出码 1）');

/** A document as its builder returns it. */
export type DocumentBody<S extends z.ZodType> = Frozen<z.infer<S>>;

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
