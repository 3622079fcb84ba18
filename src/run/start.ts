// The files that an office begins with: its settings, templates of all tables, and how to use them.
import type { Scheme } from '../scheme/scheme.ts';
import type { Output } from '../store/write.ts';
import { guideWorkbook } from '../views/start/guide.ts';
import { settingsWorkbook } from '../views/start/settings/workbook.ts';
import { TEMPLATES, templateName } from '../views/start/templates/index.ts';
import type { Template } from '../views/start/templates/template.ts';
import { templateWorkbook } from '../views/start/templates/workbook.ts';
import type { WorkbookModel } from '../views/workbook/model.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { GUIDE_PATH, SETTINGS_PATH, templatePath } from './paths.ts';

const output = async (path: string, model: WorkbookModel): Promise<Output> => ({
  path,
  bytes: await workbookBytes(model),
});

export const templateOutput = (template: Template): Promise<Output> =>
  output(templatePath(templateName(template)), templateWorkbook(template));

export const startingOutputs = async (scheme: Scheme, officeName: string): Promise<readonly Output[]> => [
  await output(SETTINGS_PATH, settingsWorkbook(scheme, officeName)),
  await output(GUIDE_PATH, guideWorkbook),
  ...(await Promise.all(TEMPLATES.map(templateOutput))),
];
