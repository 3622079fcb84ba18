// wangge status: what each month has, lacks and has produced, and the command to type next. Nothing is computed or written.
import { statusOf } from '../run/status.ts';
import { STATUS_SCHEMA, statusDocument } from '../views/documents/status.ts';
import { adviceOn, STATUS_HEADINGS, STATUS_NUMBERS, statusRow, statusSentences } from '../views/status.ts';
import { paragraphText, tableText } from '../writers/terminal.ts';
import type { Context, ExitCode } from './context.ts';
import { report } from './report.ts';
import { asTyped } from './spelling.ts';
import { readWorkspace } from './workspace.ts';

export async function status(context: Context): Promise<ExitCode> {
  const found = await statusOf(await readWorkspace(context));
  const { command, why } = adviceOn(found.next);
  const where = context.dir === '.' ? '' : ` -C ${asTyped(context.dir)}`;
  const table = tableText(STATUS_HEADINGS, found.months.map(statusRow), STATUS_NUMBERS);
  return report(context, {
    schema: STATUS_SCHEMA,
    period: '',
    body: statusDocument(found),
    issues: [],
    answer: [
      ...(found.months.length === 0 ? [] : [table]),
      ...statusSentences(found).map(paragraphText),
      paragraphText(`下一步：${why}`),
      ...(command === null ? [] : [`  wangge ${command}${where}\n`]),
    ].join(''),
    summary: [],
  });
}
