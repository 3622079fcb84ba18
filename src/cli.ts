// The program: streams, signals and exit codes around the command line.
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import {
  type Context,
  EXIT,
  type ExitCode,
  type GlobalOptions,
  MonthWithoutYear,
  UsageError,
} from './commands/context.ts';
import { program, usageText } from './commands/program.ts';
import { parseYearMonth } from './model/civil.ts';
import { StoreFailure } from './store/failure.ts';
import { workspaceUpwards } from './store/upwards.ts';

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

const monthFolders = async (dir: string): Promise<readonly string[]> =>
  readdir(dir).then(
    (names) => names.filter((name) => parseYearMonth(name) !== null).sort(),
    () => [],
  );

/** Where a bare `wangge` is asked how things stand. */
const isWorkspace = async (): Promise<boolean> => (await workspaceUpwards(resolve('.'))) !== null;

/** `，是不是 2021-07？` */
async function monthsThere(argv: readonly string[], month: number): Promise<string> {
  const at = argv.findIndex((one) => one === '-C' || one === '--dir');
  const dir = at < 0 ? await workspaceUpwards(resolve('.')) : argv[at + 1];
  const found = (await monthFolders(dir ?? '.')).filter((name) => Number(name.slice(5)) === month);
  return found.length === 0 ? '' : `，是不是 ${found.join('、')}？`;
}

/** Ctrl-C: what is being written is written whole; a second one ends the program at once. */
const interrupted = (context: Streams) => async (signal: NodeJS.Signals) => {
  const { releaseOnExit } = await import('./store/write.ts');
  const wasWriting = await releaseOnExit();
  context.err(wasWriting ? '\n已中断；正在写入的文件已经全部写好。\n' : '\n已中断，没有改动任何文件。\n');
  process.exit(signal === 'SIGINT' ? 130 : 143);
};

/** What only a command needs, and `--version` need not wait for. */
async function equipment(): Promise<Pick<Context, 'colours' | 'progress'>> {
  const { setFlagsFromString } = await import('node:v8');
  // Cells and rows of a large sheet live for a moment. Where V8 comes to believe that they stay, it puts them straight
  // among the old objects: half as much memory again, and a third more time.
  setFlagsFromString('--no-allocation-site-pretenuring');
  const { coloursFor } = await import('./writers/colours.ts');
  const { NO_PROGRESS, progressOn } = await import('./writers/progress.ts');
  const told = (text: string): boolean => process.stderr.write(text);
  return {
    colours: coloursFor(process.stderr, process.env.NO_COLOR !== undefined),
    progress: process.stderr.isTTY ? progressOn(told, () => performance.now()) : NO_PROGRESS,
  };
}

/** Runs the program; resolves to its exit code, never throws. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  let clear = (): void => {};
  const streams = {
    out: (text: string): void => {
      clear();
      process.stdout.write(text);
    },
    err: (text: string): void => {
      clear();
      process.stderr.write(text);
    },
  };
  const end = interrupted(streams);
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const root = program(async (run) => {
      const equipped = await equipment();
      clear = equipped.progress.clear;
      code = await run({
        ...DEFAULTS,
        ...streams,
        ...equipped,
        rows: process.stdout.rows ?? 24,
        wraps: process.stdout.isTTY === true,
        ask,
      });
    });
    const [first, ...rest] = argv;
    const asked = first === 'help' ? [...rest, '--help'] : argv;
    const args = asked.length === 0 && (await isWorkspace()) ? ['status'] : asked;
    if (args.length === 0) {
      root.outputHelp();
      return EXIT.done;
    }
    await root.parseAsync([...args], { from: 'user' });
    return code;
  } catch (cause) {
    return await failed(streams, cause, argv);
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
    clear();
  }
}

const DEFAULTS: GlobalOptions = { dir: '.', json: false, quiet: false, verbose: false, strict: false, scheme: [] };

type Streams = Pick<Context, 'out' | 'err'>;

async function failed(context: Streams, cause: unknown, argv: readonly string[]): Promise<ExitCode> {
  if (cause instanceof CommanderError) {
    if (cause.exitCode === 0) return EXIT.done;
    const complaint = usageText(cause);
    context.err(`${complaint}${complaint.endsWith('？') ? '' : '。'}用 wangge --help 查看帮助。\n`);
    return EXIT.usage;
  }
  if (cause instanceof UsageError) {
    const meant = cause instanceof MonthWithoutYear ? await monthsThere(argv, cause.month) : '';
    const text = `${cause.message}${meant}`;
    context.err(`${text}${text.endsWith('？') ? '' : '。'}\n`);
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
