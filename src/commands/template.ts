// wangge template <table>: the template of one table, where the workspace has none of it; without a name, which there are.
import { templatePath } from '../run/paths.ts';
import { templateOutput } from '../run/start.ts';
import { refuseWhereThere } from '../store/not-there.ts';
import { writeChanges } from '../store/write.ts';
import { TEMPLATE_SCHEMA, templateDocument } from '../views/documents/template.ts';
import { TEMPLATES, templateName, templateNamed } from '../views/start/templates/index.ts';
import { tableText } from '../writers/terminal.ts';
import { type Context, EXIT, type ExitCode, UsageError } from './context.ts';
import { report } from './report.ts';
import { withTaken } from './workspace.ts';

const NAMES = TEMPLATES.map(templateName).join('、');

export async function template(context: Context, name: string): Promise<ExitCode> {
  if (name === '' && !context.json) {
    const rows = TEMPLATES.map((one) => [templateName(one), one.kind, one.about]);
    context.out(tableText(['表', '编号', '用途'], rows, []));
    return EXIT.done;
  }
  const found = templateNamed(name);
  if (found === undefined) {
    const wrong = name === '' ? '请写明是哪种表的' : `没有“${name}”的模板`;
    throw new UsageError(`${wrong}，可选：${NAMES}`);
  }
  const path = templatePath(templateName(found));
  await withTaken(context, async (workspace) => {
    await refuseWhereThere(workspace, [path], '要新的模板，请先把它移走或改名');
    await writeChanges(workspace, [await templateOutput(found)]);
  });
  return report(context, {
    schema: TEMPLATE_SCHEMA,
    period: '',
    body: templateDocument(path),
    issues: [],
    summary: [`已生成 ${path}；复制到月份文件夹，从示例行下面一行填起`],
  });
}
