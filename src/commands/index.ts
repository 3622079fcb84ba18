// Every command of the program, in one ordered list; each file is loaded only when its command runs.
import type { Context, ExitCode, Signature } from './context.ts';

/** The second argument, and the options of the command itself. */
export interface More {
  readonly second: string;
  readonly item?: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly argument: string;
  readonly about: string;
  readonly argumentAbout: string;
  readonly example: string;
  readonly signed: boolean;
  /** A second argument and options of its own: flags and what they say. */
  readonly second?: { readonly name: string; readonly about: string };
  readonly options?: readonly (readonly [string, string])[];
  readonly run: (context: Context, argument: string, signature: Signature, more: More) => Promise<ExitCode>;
}

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'check',
    argument: '月份',
    about: '读取并检查一个月的全部表格，列出问题，不生成文件',
    argumentAbout: '如 2021-07',
    example: 'wangge check 2021-07',
    signed: false,
    run: async (context, month) => (await import('./check.ts')).check(context, month),
  },
  {
    name: 'pay',
    argument: '月份',
    about: '核算一个月，生成工资发放表',
    argumentAbout: '如 2021-07',
    example: 'wangge pay 2021-07 -C 剡湖街道',
    signed: true,
    run: async (context, month, signature) => (await import('./pay.ts')).pay(context, month, signature),
  },
  {
    name: 'rank',
    argument: '季度',
    about: '生成一个季度的星级排名',
    argumentAbout: '如 2021-Q3',
    example: 'wangge rank 2021-Q3',
    signed: true,
    run: async (context, quarter, signature) => (await import('./rank.ts')).rank(context, quarter, signature),
  },
  {
    name: 'warn',
    argument: '月份',
    about: '生成一个月的黄牌、红牌警告名单',
    argumentAbout: '如 2021-07',
    example: 'wangge warn 2021-07',
    signed: true,
    run: async (context, month, signature) => (await import('./warn.ts')).warn(context, month, signature),
  },
  {
    name: 'explain',
    argument: '月份',
    about: '说明一个人每一元钱的来历：公式、条款、口径和单元格',
    argumentAbout: '如 2021-07',
    example: 'wangge explain 2021-07 W002 --item 巡查补贴',
    signed: false,
    second: { name: '工号或姓名', about: '如 W002' },
    options: [['--item <项目>', '只说明一个项目，如 巡查补贴']],
    run: async (context, month, _, { second, item }) =>
      (await import('./explain.ts')).explain(context, month, second, item ?? null),
  },
];
