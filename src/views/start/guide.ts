// 使用说明: what a clerk needs to know, on one page of A4.
import { type FormRow, type FormSheet, formCell, formRow } from '../workbook/form.ts';
import type { WorkbookModel } from '../workbook/model.ts';
import { TEMPLATES, templateName } from './templates/index.ts';

const [LABEL, TEXT] = [13, 82];

const title = (text: string): FormRow => formRow(36, formCell(text, 2, { look: 'title', align: 'center' }));

const heading = (text: string): FormRow => formRow(24, formCell(text, 2, { look: 'heading' }));

const line = (label: string, text: string): FormRow =>
  formRow(19, formCell(label, 1, { border: 'box', align: 'center' }), formCell(text, 1, { border: 'box' }));

const tables = TEMPLATES.map(templateName).join('、');

const ROWS: readonly FormRow[] = [
  title('网格员补贴核算使用说明'),
  heading('一、文件夹里有什么'),
  line(
    '设置.xlsx',
    '本单位的设置：单位名称、参数、解释口径、工作日历、列名、量化指标。不改的空着，照文件和现行口径计算。',
  ),
  line('模板', `可以填写的空表：${tables}。有系统导出的，用导出表，不必用模板。模板文件夹里的表不会被读取。`),
  line('2021-07', '一个月一个文件夹，名称是四位年、两位月；本月的表都放在里面，文件名随意。'),
  line('花名册', '各月相同的花名册、网格放在最外层；某月不同的，放进该月的文件夹。'),
  heading('二、每月怎么做'),
  line('1 建文件夹', '新建本月的文件夹，如 2021-07。'),
  line('2 放表', '把系统导出的表，或从模板复制、填好的表放进去。必需：花名册、巡查、信息、派单、例会；其余有才放。'),
  line('3 检查', 'wangge check 2021-07　列出问题，写明文件、单元格和改法；改好再检查，直到没有错误。'),
  line('4 核算', 'wangge pay 2021-07　生成工资发放表和公示，在 2021-07 的“输出”文件夹里，核对后打印签字。'),
  line('5 警告、排名', 'wangge warn 2021-07　警告名单；季度末 wangge rank 2021-Q3　星级排名（要先放评分表）。'),
  line('6 关账', 'wangge close 2021-07 --by 姓名 --date 2021-08-02　核对无误后关账、归档，再签字；以后不再改变。'),
  line('不用命令', '也可以把月份文件夹拖到启动图标上：先检查，没有错误时询问是否核算。'),
  heading('三、表怎么填'),
  line('列名', '带 * 的列必填；鼠标停在列名上有说明。列名不要改，可以加自己的列。'),
  line('示例行', '“序号”写着“示例”的灰色斜体行不计入，可以删除。'),
  line('日期', '写 2021-07-01；时间写 2021-07-01 09:30。'),
  line('编号', '工号、身份证号、手机、银行账号按文本填，模板已设好；从别处复制的，用“选择性粘贴—数值”。'),
  line('选择', '有下拉列表的从列表选；每人每事一行，不要合并单元格，不必写合计。'),
  heading('四、要记住的'),
  line('原表不动', '程序从不改动您的表，只写“输出”“归档”“测算”文件夹；程序写的文件不会被当作数据读取。'),
  line('依据', '每一元钱都能查到条款和单元格：wangge explain 2021-07 工号。'),
  line('设置', '“文件规定”的参数一般不改；要改的写明起始月、决定和批准人。口径由单位确认后在“口径确认”选定。'),
  line('补一张模板', '模板少了：wangge template 巡查；写错命令或想看全部命令：wangge --help。'),
];

const sheet: FormSheet = {
  name: '使用说明',
  footerTitle: '使用说明',
  landscape: false,
  widths: [
    [LABEL, LABEL],
    [TEXT, TEXT],
  ],
  pages: 'packed',
  blocks: [ROWS],
};

export const guideWorkbook: WorkbookModel = { title: '使用说明', sheets: [sheet] };
