// Where outputs go (spec 3): the month's or quarter's own 输出 folder; what is only tried goes to 测算.
import type { Quarter, YearMonth } from '../model/civil.ts';
import { OUTPUT_FOLDER } from '../store/workspace.ts';

export const outputPath = (period: YearMonth | Quarter, name: string, extension: 'xlsx' | 'csv' = 'xlsx'): string =>
  `${period}/${OUTPUT_FOLDER}/${period}-${name}.${extension}`;

export const PAY_SHEET = '工资发放表';

export const recordPath = (period: YearMonth | Quarter): string => `${period}/${OUTPUT_FOLDER}/results.json`;

export const summaryPath = (period: YearMonth | Quarter): string => `${period}/${OUTPUT_FOLDER}/summary.json`;

/** What `check --annotate` writes: the list of problems, and copies of the inputs with the problems marked. */
export const checkFolder = (period: YearMonth): string => `${period}/${OUTPUT_FOLDER}/检查`;

/** Below it, as the list names them. */
export const COPIES = '标注';
export const copiesFolder = (period: YearMonth): string => `${checkFolder(period)}/${COPIES}`;

/** 测算 is no month: nothing in it is ever read. */
export const trialPath = (period: string): string => `测算/${period}-测算.xlsx`;

/** What a new workspace begins with. 模板 is no month: nothing in it is ever read. */
export const SETTINGS_PATH = '设置.xlsx';
export const TEMPLATE_FOLDER = '模板';
export const GUIDE_PATH = `${TEMPLATE_FOLDER}/使用说明.xlsx`;
export const templatePath = (name: string): string => `${TEMPLATE_FOLDER}/${name}.xlsx`;

/** A name as part of a file name on any system. */
export const inFileName = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  text.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_').replace(/^[. ~]+|[. ]+$/g, (found) => '_'.repeat(found.length));

/** The sheet that explains one person's amounts. */
export const explanationPath = (period: YearMonth | Quarter, id: string, name: string): string =>
  outputPath(period, `${inFileName(id)}-${inFileName(name)}-说明`);
