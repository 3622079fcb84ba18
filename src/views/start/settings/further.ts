// 日历, 列名, 量化指标, to be filled in where an office needs them.
import { KIND_NAMES } from '../../../intake/header/own-headings.ts';
import { DAY_TYPES } from '../../../intake/kinds/calendar-days.ts';
import { TARGET_FIGURES, TARGET_PERIODS } from '../../../model/terms.ts';
import type { CellValue, Column } from '../../workbook/model.ts';
import { dateEntry, type InputColumn, serialOf, textEntry, wordEntry } from '../input-column.ts';
import { entrySheet } from '../templates/workbook.ts';
import { DECIDED } from './decided.ts';

const column = (
  heading: string,
  entry: InputColumn,
  note: string,
  example: CellValue,
  isRequired = false,
): Column & { readonly example: CellValue } => ({
  heading,
  ...entry,
  note,
  example,
  ...(isRequired && { required: true }),
});

const HELP = '没有的不用填。橙色的列必填；灰色斜体的示例行不计入，可以删除。';

export const calendarSheet = () =>
  entrySheet('日历', '工作日历调整', `国家公布的节假日和调休程序已有；这里只写本地另行规定的。${HELP}`, [
    column('日期', dateEntry, '如 2021-07-01。', serialOf('2021-07-26'), true),
    column('类型', wordEntry(DAY_TYPES), '从下拉列表选择。', DAY_TYPES[1], true),
    column('依据', textEntry(20, 40), '哪个通知规定的。', '台风停工通知'),
  ]);

export const ownHeadingsSheet = () =>
  entrySheet(
    '列名',
    '导出表列名对照',
    `导出表里程序不认识的列名，写明是哪一列；检查时的提示会写明要加哪一行。${HELP}`,
    [
      column('表', { ...wordEntry(KIND_NAMES), width: [8, 10] }, '从下拉列表选择。', '巡查', true),
      column('列名', textEntry(16, 24), '照抄导出表里的列名。', '走访时长', true),
      column('含义', textEntry(16, 24), '程序认识的列名；时长和里程可写明单位。', '在线时长（分钟）', true),
      column('依据', textEntry(16, 30), '不影响计算。', null),
    ],
  );

export const notUsedSheet = () =>
  entrySheet(
    '不用',
    '不用的文件、表和列',
    `检查时问到、核算用不着的，写在这里，以后各月不再问；检查时的提示会写明要加哪一行。${HELP}`,
    [
      column('文件', textEntry(20, 36), '照抄提示；* 代表数字，如 *-*/加班表.xlsx。', '*-*/加班表.xlsx', true),
      column('工作表', textEntry(10, 16), '空着表示文件里的每张表。', '加班'),
      column('列', textEntry(10, 16), '只是其中一列不用的，照抄列名；整张表不用的空着。', null),
      column('起始月', textEntry(8, 10), '空着表示各月。', '2021-07'),
      column('理由', textEntry(16, 30), '为什么不用。', '加班另行发放', true),
      column('批准人', textEntry(8, 12), '谁决定的。', '李主任', true),
    ],
  );

export const wordingsSheet = () =>
  entrySheet(
    '用词',
    '导出表用词对照',
    `导出表里程序不认识的用词，写明是什么意思；检查时的提示会写明要加哪一行。${HELP}`,
    [
      column('表', { ...wordEntry(KIND_NAMES), width: [8, 10] }, '从下拉列表选择。', '请假', true),
      column('列', textEntry(12, 20), '程序认识的列名。', '请假类型', true),
      column('词', textEntry(12, 20), '照抄导出表里的词。', '年休', true),
      column('含义', textEntry(12, 20), '这一列可以用的词之一。', '年假', true),
      column('批准人', textEntry(8, 12), '谁决定的。', '李主任', true),
    ],
  );

const EXAMPLES = ['2021-07', '会议纪要3号', '李主任'];

export const targetsSheet = () =>
  entrySheet('量化指标', '本单位量化指标', `本单位自定的每周、每月指标，列入“工作要求”，不影响金额。${HELP}`, [
    column('指标名称', textEntry(10, 16), '本单位的叫法。', '入户走访', true),
    column(
      '指标',
      wordEntry(Object.values(TARGET_FIGURES)),
      '统计什么，从下拉列表选择。',
      TARGET_FIGURES.keyPersonVisits,
      true,
    ),
    column('周期', wordEntry(Object.values(TARGET_PERIODS)), '从下拉列表选择。', TARGET_PERIODS.week, true),
    column('标准', textEntry(8, 12), '连同单位，如 5次、20小时、15公里；写 0 表示不再考核。', '5次', true),
    column('类别', textEntry(8, 14), '指标为有效信息时，只算这一类的；其他指标空着。', null),
    ...DECIDED.map((one, index) => ({ ...one, example: EXAMPLES[index] ?? null })),
  ]);
