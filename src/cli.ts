// The command line: options, help and complaints in Chinese, exit codes by the kind of failure.
import { Command, CommanderError, Option } from 'commander';
import stringWidth from 'string-width';
import { dateArgument } from './commands/arguments.ts';
import {
  type Context,
  EXIT,
  type ExitCode,
  type GlobalOptions,
  type Signature,
  UsageError,
} from './commands/context.ts';
import { COMMANDS, type CommandSpec, type OptionSpec } from './commands/index.ts';
import { StoreFailure } from './store/failure.ts';
import { VERSION } from './version.ts';
import { coloursFor } from './writers/terminal.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};

/** commander's own complaints, in Chinese. */
function usageText({ code, message }: CommanderError): string {
  const named = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownCommand':
      return `没有“${named}”这个命令`;
    case 'commander.unknownOption':
      return `没有“${named}”这个选项`;
    case 'commander.missingArgument':
      return `缺少参数：${named}`;
    case 'commander.optionMissingArgument':
      return `选项“${named}”缺少取值`;
    case 'commander.excessArguments':
      return '参数太多';
    default:
      return '命令写法不正确';
  }
}

/** Options every command takes, before or after its name. */
const withCommonOptions = (command: Command): Command =>
  command
    .option('-C, --dir <工作目录>', '存放各月份文件夹的目录（默认当前目录）')
    .option('--json', '在标准输出打印一个 JSON 文档')
    .option('--quiet', '只显示错误')
    .option('--strict', '把警告当作错误')
    .option('--scheme <方案文件>', '改用这个方案文件（可重复）', collected)
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      displayWidth: stringWidth,
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`,
    });

function program(finish: (run: (context: Context) => Promise<ExitCode>) => Promise<void>): Command {
  const root = withCommonOptions(new Command('wangge'))
    .description('网格员补贴核算：从导出的表格到工资发放表、星级排名和警告名单')
    .usage('<命令> [选项]')
    .version(VERSION, '-V, --version', '显示版本号')
    .helpCommand(false)
    .configureOutput({ outputError: () => {} })
    .exitOverride()
    .addHelpText('after', `\n示例：\n  ${COMMANDS.map(({ example }) => example).join('\n  ')}\n`);
  for (const spec of COMMANDS) {
    const command = withCommonOptions(root.command(spec.name))
      .usage([...argumentsOf(spec), ...(spec.second ? [secondOf(spec.second)] : [])].join(' '))
      .description(spec.about)
      .addHelpText('after', `\n示例：\n  ${spec.example}\n`);
    for (const term of argumentsOf(spec)) command.argument(term, spec.argumentAbout);
    if (spec.signed) command.option('--by <姓名>', '制表人').option('--date <日期>', '制表日期，如 2021-08-02');
    if (spec.second) command.argument(secondOf(spec.second), spec.second.about);
    for (const option of spec.options ?? []) command.addOption(optionOf(option));
    command.action((...given: readonly unknown[]) =>
      finish((context) => {
        // After the arguments commander passes the options.
        const [argument, second] = spec.argument === null ? [] : (given as readonly (string | readonly string[])[]);
        const options: GivenOptions = { ...root.opts(), ...command.opts() };
        const all = argument === undefined ? [] : [argument].flat();
        const more = { second: typeof second === 'string' ? second : null, all, options: { ...command.opts() } };
        return spec.run({ ...context, ...options }, all[0] ?? '', signatureOf(options), more);
      }),
    );
  }
  return root;
}

/** As commander writes it; none where the command takes none. */
const argumentsOf = ({ argument, optional, repeated }: CommandSpec): readonly string[] => {
  if (argument === null) return [];
  const term = repeated ? `${argument}...` : argument;
  return [optional ? `[${term}]` : `<${term}>`];
};

const secondOf = ({ name, optional }: NonNullable<CommandSpec['second']>): string =>
  optional ? `[${name}]` : `<${name}>`;

const collected = (value: string, before: string[] = []): string[] => [...before, value];

const optionOf = ({ flags, about, repeated }: OptionSpec): Option => {
  const option = new Option(flags, about);
  return repeated ? option.argParser(collected) : option;
};

interface GivenOptions extends Partial<GlobalOptions>, SignatureOptions {}

interface SignatureOptions {
  readonly by?: string;
  readonly date?: string;
}

const signatureOf = ({ by, date }: SignatureOptions): Signature => ({
  preparedBy: by ?? null,
  preparedOn: date === undefined ? null : dateArgument(date),
});

/** One line of standard input; its end is an empty answer. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: question });
  return new Promise((answered) => {
    const ended = () => {
      process.stdout.write('\n');
      answered('');
    };
    lines.once('close', ended).once('line', (answer) => {
      lines.off('close', ended).close();
      answered(answer);
    });
    lines.prompt();
  });
}

/** Runs the program; resolves to its exit code, never throws. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const context: Context = {
    dir: '.',
    json: false,
    quiet: false,
    strict: false,
    scheme: [],
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    ask,
    colours: coloursFor(process.stderr, process.env.NO_COLOR !== undefined),
  };
  try {
    const root = program(async (run) => {
      code = await run(context);
    });
    if (argv.length === 0) {
      root.outputHelp();
      return EXIT.done;
    }
    await root.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (cause) {
    return failed(context, cause);
  }
}

function failed(context: Context, cause: unknown): ExitCode {
  if (cause instanceof CommanderError) {
    if (cause.exitCode === 0) return EXIT.done;
    context.err(`${usageText(cause)}。用 wangge --help 查看帮助。\n`);
    return EXIT.usage;
  }
  if (cause instanceof UsageError) {
    context.err(`${cause.message}。\n`);
    return EXIT.usage;
  }
  if (cause instanceof StoreFailure) {
    context.err(`${cause.message}。\n`);
    return EXIT.store;
  }
  context.err(
    `程序缺陷，请把下面的内容连同操作步骤一起反馈：\n${cause instanceof Error ? cause.stack : String(cause)}\n`,
  );
  return EXIT.defect;
}
