// wangge drop <folder>: what a launcher calls when a folder is dragged onto it. The month is checked, and paid when told so.
import { basename, dirname } from 'node:path';
import { parseYearMonth, type YearMonth } from '../model/civil.ts';
import { namedFolder } from '../store/named-folder.ts';
import { openWorkspace } from '../store/workspace.ts';
import { check } from './check.ts';
import { type Context, EXIT, type ExitCode, UsageError } from './context.ts';
import { pay } from './pay.ts';

const HOW = '请把一个月的文件夹（名称如 2021-07）拖到启动图标上';
const YES: readonly string[] = ['y', 'yes', '是'];

export async function drop(context: Context, dropped: readonly string[]): Promise<ExitCode> {
  if (context.json) throw new UsageError('drop 要在终端上问答，不能加 --json；脚本请用 check 和 pay');
  if (dropped.length > 1) throw new UsageError(`一次只能核算一个月，${HOW}`);
  const { workspace, month } = await monthFolder(context.dir, unwrapped(dropped[0] ?? ''));
  const there: Context = { ...context, dir: workspace };
  const checked = await check(there, month, { annotate: false });
  if (checked !== EXIT.done) {
    context.err(`请按上面“→”后面的提示改好表格并保存，再把 ${month} 文件夹拖到启动图标上。\n`);
    return checked;
  }
  if ((await (await openWorkspace(workspace)).archiveNames()).includes(`${month}.zip`)) {
    context.out(`${month} 已经关账，不再核算。\n`);
    return EXIT.done;
  }
  const answer = await context.ask(`现在核算 ${month} 并生成工资发放表吗？输入 y 或 是 继续，其他键结束：`);
  // An input method may leave the letter in full width.
  if (YES.includes(answer.normalize('NFKC').trim().toLowerCase())) {
    return pay(there, month, UNSIGNED, { objections: null, bank: false, csvEncoding: null });
  }
  if (!context.quiet) context.out('未核算，没有生成文件。\n');
  return EXIT.done;
}

const UNSIGNED = { preparedBy: null, preparedOn: null };

/** Without the quotes and separators that launchers and shells leave at the ends; a root keeps its own. */
const unwrapped = (text: string): string =>
  text
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .replace(/(?<=[^/\\:])[/\\]+$/, '');

async function monthFolder(dir: string, name: string): Promise<{ workspace: string; month: YearMonth }> {
  if (name === '') throw new UsageError(HOW);
  const folder = await namedFolder(dir, name);
  if (folder === null) throw new UsageError(`找不到“${name}”，${HOW}`);
  if (folder === 'file') throw new UsageError(`“${name}”不是文件夹，${HOW}`);
  const month = parseYearMonth(basename(folder.path));
  if (month !== null) return { workspace: dirname(folder.path), month };
  if (folder.months.length > 0) {
    throw new UsageError(`“${name}”是工作目录，请把其中一个月的文件夹拖到启动图标上：${folder.months.join('、')}`);
  }
  throw new UsageError(`“${name}”不是月份文件夹，${HOW}`);
}
