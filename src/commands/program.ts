// The command line: commands, options and help in Chinese, and commander's complaints with what was probably meant.
import { resolve } from 'node:path';
import { Command, type CommanderError, Option } from 'commander';
import { eastAsianWidth } from 'get-east-asian-width';
import { workspaceUpwards } from '../store/upwards.ts';
import { VERSION } from '../version.ts';
import { dateArgument } from './arguments.ts';
import type { Context, ExitCode, GlobalOptions, Signature } from './context.ts';
import { COMMANDS } from './index.ts';
import { COMMON_OPTIONS, HELP, longOf, type OptionSpec, PROGRAM_VERSION, SIGNATURE_OPTIONS } from './options.ts';
import type { CommandSpec } from './spec.ts';
import { meantText } from './spelling.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};

/** Help holds no emoji and no colours, for which a library of more weight would be needed. */
const displayWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) as number), 0);

const NAMES = COMMANDS.map(({ name }) => name);
const OPTIONS = [
  ...new Set(
    [
      ...COMMON_OPTIONS,
      ...SIGNATURE_OPTIONS,
      HELP,
      PROGRAM_VERSION,
      ...COMMANDS.flatMap(({ options = {} }) => Object.values(options)),
    ].map(longOf),
  ),
];

/** commander's own complaints, in Chinese. */
export function usageText({ code, message }: CommanderError): string {
  const named = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownCommand':
      return `没有“${named}”这个命令${meantText(named, NAMES)}`;
    case 'commander.unknownOption':
      return `${OPTIONS.includes(named) ? '这个命令' : ''}没有“${named}”这个选项${meantText(named, OPTIONS)}`;
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

const withCommonOptions = (command: Command): Command => {
  for (const option of COMMON_OPTIONS) command.addOption(optionOf(option));
  return command.helpOption(HELP.flags, HELP.about).configureHelp({
    styleTitle: (title) => TITLES[title] ?? title,
    displayWidth,
    subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`,
  });
};

export function program(finish: (run: (context: Context) => Promise<ExitCode>) => Promise<void>): Command {
  const root = withCommonOptions(new Command('wangge'))
    .description('网格员补贴核算：从导出的表格到工资发放表、星级排名和警告名单')
    .usage('<命令> [选项]')
    .version(VERSION, PROGRAM_VERSION.flags, PROGRAM_VERSION.about)
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
    if (spec.second) command.argument(secondOf(spec.second), spec.second.about);
    for (const option of [...(spec.signed ? SIGNATURE_OPTIONS : []), ...Object.values(spec.options ?? {})])
      command.addOption(optionOf(option));
    command.showSuggestionAfterError(false).action((...typed: readonly unknown[]) =>
      finish(async (context) => {
        // After the arguments commander passes the options.
        const [argument, second] = spec.argument === null ? [] : (typed as readonly (string | readonly string[])[]);
        const options: GivenOptions = { ...root.opts(), ...command.opts() };
        const all = argument === undefined ? [] : [argument].flat();
        const given = {
          second: typeof second === 'string' ? second : null,
          all,
          options: command.opts(),
        };
        const dir = options.dir ?? (spec.elsewhere ? null : await workspaceUpwards(resolve('.'))) ?? context.dir;
        return spec.run({ ...context, ...options, dir }, all[0] ?? '', signatureOf(options), given);
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
