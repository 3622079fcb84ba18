// The month a command is about where none is typed: the one being worked on.
import type { YearMonth } from '../model/civil.ts';
import { openMonth } from '../run/open-month.ts';
import { openWorkspace } from '../store/workspace.ts';
import { monthArgument } from './arguments.ts';
import { type Context, UsageError } from './context.ts';

export async function monthOrOpen(context: Pick<Context, 'dir'>, text: string): Promise<YearMonth> {
  if (text !== '') return monthArgument(text);
  const workspace = await openWorkspace(context.dir);
  if (workspace.months.length === 0)
    throw new UsageError('这里没有月份文件夹，请用 -C 写明工作目录，并写明月份，如 2021-07');
  const month = await openMonth(workspace);
  if (month === null) throw new UsageError('没有未关账的月份，请写明月份，如 2021-07');
  return month;
}
