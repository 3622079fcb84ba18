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
  /** All of a repeated first argument. */
  readonly all: readonly string[];
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
  /** Null: it takes none. */
  readonly argument: string | null;
  readonly about: string;
  readonly argumentAbout: string;
  readonly example: string;
  readonly signed: boolean;
  /** The first argument may be left out; it is then empty. */
  readonly optional?: true;
  /** The first argument may be repeated. */
  readonly repeated?: true;
  readonly second?: { readonly name: string; readonly about: string; readonly optional?: true };
  readonly options?: readonly OptionSpec[];
  readonly run: (context: Context, argument: string, signature: Signature, more: More) => Promise<ExitCode>;
}

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'status',
    argument: null,
    about: '各月有什么、缺什么、生成了什么，以及下一步；在工作目录里只写 wangge 也是它',
    argumentAbout: '',
    example: 'wangge status -C 剡湖街道',
    signed: false,
    run: async (context) => (await import('./status.ts')).status(context),
  },
  {
    name: 'init',
    argument: '文件夹',
    about: '新建工作目录：设置、各种表的模板和使用说明',
    argumentAbout: '如 剡湖街道；没有的文件夹会建好',
    example: 'wangge init 剡湖街道',
    signed: false,
    run: async (context, folder) => (await import('./init.ts')).init(context, folder),
  },
  {
    name: 'template',
    argument: '表名',
    optional: true,
    about: '在工作目录里补一张模板',
    argumentAbout: '如 巡查；不写则列出有哪些',
    example: 'wangge template 巡查 -C 剡湖街道',
    signed: false,
    run: async (context, name) => (await import('./template.ts')).template(context, name),
  },
  {
    name: 'check',
    argument: '月份',
    about: '读取并检查一个月的全部表格，列出问题；不加 --annotate 不生成文件',
    argumentAbout: '如 2021-07',
    example: 'wangge check 2021-07',
    signed: false,
    options: [{ flags: '--annotate', about: '生成问题清单和标注副本（颜色、批注），原文件不动' }],
    run: async (context, month, _, more) =>
      (await import('./check.ts')).check(context, month, { annotate: isSet(more, 'annotate') }),
  },
  {
    name: 'pay',
    argument: '月份',
    about: '核算一个月，生成工资发放表和公示，需要时生成银行代发清单',
    argumentAbout: '如 2021-07',
    example: 'wangge pay 2021-07 -C 剡湖街道',
    signed: true,
    options: [
      { flags: '--objections <起..止>', about: '公示期，如 2021-08-02..2021-08-06；不写则留空' },
      { flags: '--bank', about: '另生成银行代发清单（xlsx、csv），账号取自花名册' },
      { flags: '--csv-encoding <编码>', about: '代发清单 .csv 的编码：utf8（默认）或 gb18030' },
    ],
    run: async (context, month, signature, more) =>
      (await import('./pay.ts')).pay(context, month, signature, {
        objections: textIn(more, 'objections'),
        bank: isSet(more, 'bank'),
        csvEncoding: textIn(more, 'csvEncoding'),
      }),
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
    name: 'alert',
    argument: '月份',
    about: '月底以前预警：谁再有一天就取消补贴、得牌，谁的信息还差几条',
    argumentAbout: '如 2021-07',
    example: 'wangge alert 2021-07 --as-of 2021-07-20',
    signed: false,
    options: [{ flags: '--as-of <日期>', about: '截至哪一天，如 2021-07-20；其后的记录不看' }],
    run: async (context, month, _, more) => (await import('./alert.ts')).alert(context, month, textIn(more, 'asOf')),
  },
  {
    name: 'close',
    argument: '月份',
    about: '关账：核算、检查，连同全部依据写入归档；关账的月份不再改变',
    argumentAbout: '如 2021-07',
    example: 'wangge close 2021-07 --accept noTasksAssigned="确无派单" --by 王芳 --date 2021-08-02',
    signed: true,
    options: [
      { flags: '--accept <代码=理由>', about: '对一类警告的处理意见（可重复）；也可写在问题清单上', repeated: true },
      { flags: '--hold <工号>', about: '暂缓发放这个人的，其余照发（可重复）', repeated: true },
      { flags: '--reason <理由>', about: '暂缓发放或作废的理由（可重复，依次对应）', repeated: true },
      { flags: '--first-month <期初说明>', about: '从这个月开始归档：说明以前月份的结转、黄牌红牌情况' },
      { flags: '--void', about: '作废这个月的关账（发放以前），原归档保留' },
      { flags: '--objections <起..止>', about: '公示期，如 2021-08-02..2021-08-06；不写则留空' },
      { flags: '--bank', about: '另生成银行代发清单（xlsx、csv），账号取自花名册' },
      { flags: '--csv-encoding <编码>', about: '代发清单 .csv 的编码：utf8（默认）或 gb18030' },
    ],
    run: async (context, month, signature, more) =>
      (await import('./close.ts')).close(context, month, signature, {
        objections: textIn(more, 'objections'),
        bank: isSet(more, 'bank'),
        csvEncoding: textIn(more, 'csvEncoding'),
        accept: listIn(more, 'accept'),
        hold: listIn(more, 'hold'),
        reason: listIn(more, 'reason'),
        firstMonth: textIn(more, 'firstMonth'),
        voids: isSet(more, 'void'),
      }),
  },
  {
    name: 'explain',
    argument: '月份',
    about: '说明一个人每一元钱、一个网格每一分的来历：公式、条款、口径和单元格',
    argumentAbout: '如 2021-07；写季度如 2021-Q3 则说明星级排名',
    example: 'wangge explain 2021-07 W002 --item 巡查补贴',
    signed: true,
    second: { name: '工号或姓名', about: '如 W002；写了 --grid 时不写', optional: true },
    options: [
      { flags: '--item <项目>', about: '只说明一个项目，如 巡查补贴、工作要求' },
      { flags: '--grid <网格编号>', about: '说明一个网格的配置和考核，如 G012' },
      { flags: '--quarter', about: '说明该月所在季度的星级排名' },
      { flags: '--xlsx', about: '另生成可打印、交给本人的说明表' },
    ],
    run: async (context, period, signature, more) =>
      (await import('./explain.ts')).explain(context, period, signature, {
        person: more.second,
        grid: textIn(more, 'grid'),
        item: textIn(more, 'item'),
        quarter: isSet(more, 'quarter'),
        xlsx: isSet(more, 'xlsx'),
      }),
  },
  {
    name: 'audit',
    argument: '归档',
    repeated: true,
    about: '核对归档：校验值、前后衔接，用归档的资料重新核算并逐值比较',
    argumentAbout: '如 归档/2021-07.zip，可以写几个',
    example: 'wangge audit 归档/2021-07.zip 归档/2021-08.zip --xlsx',
    signed: true,
    options: [
      { flags: '--code <校验码>', about: '签字的发放表上的结果校验码（几个归档则依次写几个）', repeated: true },
      { flags: '--xlsx', about: '生成审计底稿：核对内容、数量、不符之处，留有结论栏' },
      { flags: '--sample <人数>', about: '底稿中附随机抽取的人员及其全部依据，供实地核对' },
      { flags: '--seed <种子>', about: '抽样的种子，如 42；同样的种子抽得同样的人' },
    ],
    run: async (context, _, signature, more) =>
      (await import('./audit.ts')).audit(context, more.all, signature, {
        codes: listIn(more, 'code'),
        xlsx: isSet(more, 'xlsx'),
        sample: textIn(more, 'sample'),
        seed: textIn(more, 'seed'),
      }),
  },
  {
    name: 'scheme',
    argument: '月份',
    optional: true,
    about: '列出施行中的方案：项目、参数、条款和解释口径；或核对原文',
    argumentAbout: '如 2021-07，列出本单位当月的取值；不写则列出方案本身',
    example: 'wangge scheme 2021-07 -C 剡湖街道',
    signed: false,
    options: [
      { flags: '--coverage', about: '原文逐句对照：每句话由哪个项目、表或检查处理' },
      { flags: '--verify <文件>', about: '用本单位的文件原文（.txt、.docx）核对引文、条款和对照' },
    ],
    run: async (context, month, _, more) =>
      (await import('./scheme.ts')).scheme(context, month, {
        coverage: isSet(more, 'coverage'),
        verify: textIn(more, 'verify'),
      }),
  },
  {
    name: 'simulate',
    argument: '月份',
    about: '测算：换方案、换参数或换口径后多发少发多少，不作发放依据',
    argumentAbout: '如 2021-07、2021-07..2021-09 或 2021-Q3',
    example: 'wangge simulate 2021-Q3 --set 未达标日扣减=30',
    signed: false,
    options: [
      { flags: '--set <参数=取值>', about: '改用这个取值（可重复，合为一个方案）', repeated: true },
      { flags: '--interpretations', about: '逐个测算解释口径的其他读法' },
      { flags: '--people', about: '逐个读法列出增减的人员' },
      { flags: '--xlsx', about: '把测算写入工作目录的 测算 文件夹' },
    ],
    run: async (context, months, _, more) =>
      (await import('./simulate.ts')).simulate(context, months, {
        set: listIn(more, 'set'),
        interpretations: isSet(more, 'interpretations'),
        people: isSet(more, 'people'),
        xlsx: isSet(more, 'xlsx'),
      }),
  },
  {
    name: 'drop',
    argument: '文件夹',
    optional: true,
    repeated: true,
    about: '拖放：检查拖来的月份文件夹，没有错误时询问是否核算',
    argumentAbout: '一个月的文件夹，如 剡湖街道/2021-07',
    example: 'wangge drop 剡湖街道/2021-07',
    signed: false,
    run: async (context, _, __, more) => (await import('./drop.ts')).drop(context, more.all),
  },
  {
    name: 'completion',
    argument: '命令行环境',
    about: '打印命令、选项和月份的自动补全脚本：bash、zsh 或 powershell',
    argumentAbout: 'bash、zsh 或 powershell',
    example: 'wangge completion bash',
    signed: false,
    run: async (context, shell) => (await import('./completion.ts')).completion(context, shell),
  },
  {
    name: 'schema',
    argument: '命令',
    optional: true,
    about: '打印 --json 文档的 JSON Schema，供编写脚本核对',
    argumentAbout: '如 pay；不写则列出有哪些',
    example: 'wangge schema pay',
    signed: false,
    run: async (context, name) => (await import('./schema.ts')).schema(context, name),
  },
];
