// Every command of the program, in one ordered list; each file is loaded only when its command runs.
import type { Context, ExitCode, Signature } from './context.ts';

/** An option of a command: its flags and what it says; a repeated one yields a list. */
export interface OptionSpec {
  readonly flags: string;
  readonly about: string;
  readonly repeated?: true;
}

/** The second argument, and the options of the command itself by their long names. */
export interface More {
  readonly second: string | null;
  readonly options: Readonly<Record<string, unknown>>;
}

const textIn = ({ options }: More, name: string): string | null => {
  const value = options[name];
  return typeof value === 'string' ? value : null;
};
const isSet = ({ options }: More, name: string): boolean => options[name] === true;
const listIn = ({ options }: More, name: string): readonly string[] => (options[name] as string[] | undefined) ?? [];

export interface CommandSpec {
  readonly name: string;
  readonly argument: string;
  readonly about: string;
  readonly argumentAbout: string;
  readonly example: string;
  readonly signed: boolean;
  /** The first argument may be left out; it is then empty. */
  readonly optional?: true;
  readonly second?: { readonly name: string; readonly about: string };
  readonly options?: readonly OptionSpec[];
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
    options: [{ flags: '--item <项目>', about: '只说明一个项目，如 巡查补贴' }],
    run: async (context, month, _, more) =>
      (await import('./explain.ts')).explain(context, month, more.second ?? '', textIn(more, 'item')),
  },
];
