// wangge init <folder>: a workspace with settings and templates to fill in, and how to use them.
import { basename, resolve } from 'node:path';
import { GUIDE_PATH, SETTINGS_PATH, TEMPLATE_FOLDER } from '../run/paths.ts';
import { startingOutputs } from '../run/start.ts';
import { schemeOf } from '../scheme/scheme.ts';
import { newestOf } from '../scheme/timeline.ts';
import { inNewFolder } from '../store/new-folder.ts';
import { refuseWhereThere } from '../store/not-there.ts';
import { sha256 } from '../store/workspace.ts';
import { writeChanges } from '../store/write.ts';
import { INIT_SCHEMA, initDocument } from '../views/documents/init.ts';
import { type Context, EXIT, type ExitCode } from './context.ts';
import { editionsFor } from './decided.ts';
import { report } from './report.ts';
import { asTyped } from './spelling.ts';
import { withTaken } from './workspace.ts';

const ADVICE = '请换一个文件夹；只少一张模板的，用 wangge template';

export async function init(context: Context, path: string): Promise<ExitCode> {
  const asked = { schema: INIT_SCHEMA, period: '' };
  const editions = await editionsFor(context, asked);
  if (editions === null) return EXIT.dataErrors;
  const { edition, text } = newestOf(editions);
  const named = context.dir === '.' ? path : resolve(context.dir, path);
  const officeName = basename(resolve(named));
  const outputs = await startingOutputs(schemeOf(edition, sha256(text)), officeName);
  await inNewFolder(named, (folder) =>
    withTaken({ ...context, dir: folder }, async (workspace) => {
      await refuseWhereThere(workspace, [SETTINGS_PATH, TEMPLATE_FOLDER], ADVICE);
      await writeChanges(workspace, outputs);
    }),
  );
  return report(context, {
    ...asked,
    body: initDocument(outputs.map((output) => output.path)),
    issues: [],
    summary: [
      `已在 ${named} 建好工作目录：${SETTINGS_PATH}（方案：${edition.title}）、${TEMPLATE_FOLDER}、${GUIDE_PATH}`,
      `单位名称：${officeName}（取自文件夹名，印在各表上；不对的在 ${SETTINGS_PATH} 中改）`,
      '接下来：',
      `  1. 打开 ${SETTINGS_PATH} 核对单位名称；参数和口径不改的空着`,
      '  2. 新建月份文件夹，如 2021-07，放进系统导出的表，或从模板复制、填好的表',
      `  3. wangge check 2021-07 -C ${asTyped(named)}`,
    ],
  });
}
