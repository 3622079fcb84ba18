// Options several commands take: what help lists, what completion offers and what a mistyped one is compared with.

/** An option: its flags and what it says; a repeated one yields a list. */
export interface OptionSpec {
  readonly flags: string;
  readonly about: string;
  readonly repeated?: true;
}

/** An option of a command's own, by what it gives: whether it was written, its text, or all its texts. */
interface OwnOption<G extends 'flag' | 'text' | 'list'> extends OptionSpec {
  readonly gives: G;
}
export const flag = (flags: string, about: string): OwnOption<'flag'> => ({ flags, about, gives: 'flag' });
export const text = (flags: string, about: string): OwnOption<'text'> => ({ flags, about, gives: 'text' });
export const list = (flags: string, about: string): OwnOption<'list'> => ({
  ...{ flags, about, repeated: true, gives: 'list' },
});

/** The options of a command by the names under which it is given them. */
export type Options = Readonly<Record<string, OwnOption<'flag'> | OwnOption<'text'> | OwnOption<'list'>>>;
interface Gives {
  readonly flag: boolean;
  /** Null where it was not written. */
  readonly text: string | null;
  readonly list: readonly string[];
}
export type ValuesOf<O extends Options> = { readonly [K in keyof O]: Gives[O[K]['gives']] };

/** As commander parses them, by their long names in camel case. */
export type Parsed = Readonly<Record<string, unknown>>;

const NOT_WRITTEN: Gives = { flag: false, text: null, list: [] };

/** What the options of a command give. */
export function valuesOf<O extends Options>(options: O, parsed: Parsed): ValuesOf<O> {
  const values = Object.entries(options).map(([name, option]) => {
    const parsedAs = longOf(option)
      .slice(2)
      .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [name, parsed[parsedAs] ?? NOT_WRITTEN[option.gives]];
  });
  return Object.fromEntries(values) as ValuesOf<O>;
}

/** Every command takes them, before or after its name. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { flags: '-C, --dir <工作目录>', about: '存放各月份文件夹的目录（默认当前目录）' },
  { flags: '--json', about: '在标准输出打印一个 JSON 文档' },
  { flags: '--quiet', about: '只显示错误' },
  { flags: '--verbose', about: '逐条列出全部问题，不合并；check 另列每张表怎样读取' },
  { flags: '--strict', about: '把警告当作错误' },
  { flags: '--scheme <方案文件>', about: '改用这个方案文件（可重复）', repeated: true },
];
export const HELP: OptionSpec = { flags: '-h, --help', about: '显示帮助' };
export const PROGRAM_VERSION: OptionSpec = { flags: '-V, --version', about: '显示版本号' };

/** Commands that write something to sign take them. */
export const SIGNATURE_OPTIONS: readonly OptionSpec[] = [
  { flags: '--by <姓名>', about: '制表人' },
  { flags: '--date <日期>', about: '制表日期，如 2021-08-02' },
];

/** What a month is paid with, whether it is closed by it or not. */
export const MONTH_END_OPTIONS = {
  objections: text('--objections <起..止>', '公示期，如 2021-08-02..2021-08-06；不写则留空'),
  bank: flag('--bank', '另生成银行代发清单（xlsx、csv），账号取自花名册'),
  csvEncoding: text('--csv-encoding <编码>', '代发清单 .csv 的编码：utf8（默认）或 gb18030'),
};

/** `--dir` of `-C, --dir <工作目录>`. */
export const longOf = ({ flags }: OptionSpec): string => (/--[\w-]+/.exec(flags) as RegExpExecArray)[0];

/** `-C` and `--dir` of `-C, --dir <工作目录>`. */
export const spellingsOf = ({ flags }: OptionSpec): readonly string[] => flags.match(/-[\w-]+/g) ?? [];
