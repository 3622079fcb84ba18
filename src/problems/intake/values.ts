// Cells whose value cannot be taken (单元格).
import { define } from '../definition.ts';
import { quoted } from './wording.ts';

interface Cell {
  readonly heading: string;
  readonly found: string;
}

const isNo = (what: string, remedy: string) =>
  define<Cell>('error', ({ heading, found }) => ({ message: `“${heading}”的值“${found}”不是${what}`, remedy }));

export const valueProblems = {
  cellEmpty: define<{ heading: string }>('error', ({ heading }) => ({
    message: `“${heading}”是空的`,
    remedy: `请填写“${heading}”；不是数据的行请删除`,
  })),
  cellError: define<Cell>('error', ({ heading, found }) => ({
    message: `“${heading}”是错误值 ${found}`,
    remedy: '请改正公式，或直接填写正确的值',
  })),
  formulaNotCalculated: define<{ heading: string }>('error', ({ heading }) => ({
    message: `“${heading}”是没有计算结果的公式`,
    remedy: '请用 Excel/WPS 打开文件，重新计算并保存',
  })),
  dateUnreadable: isNo('可识别的日期', '请改为 2021-07-01 或 2021年7月1日 这样的写法，时间写成 08:30'),
  dateNotReal: define<Cell>('error', ({ heading, found }) => ({
    message: `“${heading}”的值“${found}”是不存在的日期`,
    remedy: '请改为真实存在的日期',
  })),
  timeZoneOther: define<Cell>('error', ({ heading, found }) => ({
    message: `“${heading}”的值“${found}”不是北京时间（末尾的 Z 或 +00:00 等表示其他时区）`,
    remedy: '请按北京时间重新导出，或改为 2021-07-01 09:05 这样的写法',
  })),
  monthUnreadable: isNo('月份', '请改为 2021-07 或 2021年7月 这样的写法'),
  durationUnreadable: isNo('时长', '请改为 4:30、4小时30分、270分钟 或 4.5小时 这样的写法'),
  distanceUnreadable: isNo('里程', '请改为 3.2公里 或 3200米 这样的写法'),
  rateUnreadable: isNo('比率', '请改为 97% 这样的写法'),
  rateAboveOne: define<Cell>('error', ({ heading, found }) => ({
    message: `“${heading}”的值“${found}”超过 100%`,
    remedy: '请改为 0% 到 100% 之间的值',
  })),
  targetCategory: define<{ figure: string; found: string }>('error', ({ figure, found }) => ({
    message: `“${figure}”不分类别，但类别写了“${found}”`,
    remedy: '请清空这一格；只有“有效信息”可以写类别',
  })),
  countUnreadable: isNo('整数', '请改为不小于 0 的整数'),
  valueNegative: define<Cell>('error', ({ heading, found }) => ({
    message: `“${heading}”的值“${found}”小于 0`,
    remedy: '请改为不小于 0 的值',
  })),
  moneyUnreadable: isNo('金额', '请改为以元为单位的数字，例如 -50 或 120.5'),
  moneyPartsOfFen: define<Cell>('error', ({ heading, found }) => ({
    message: `“${heading}”的值“${found}”有不足一分的零头`,
    remedy: '请改为最多两位小数的金额',
  })),
  scoreUnreadable: isNo(' 0 到 100 的分数', '请改为 0 到 100 之间的数字'),
  wordUnknown: define<Cell & { readonly allowed: readonly string[] }>('error', ({ heading, found, allowed }) => ({
    message: `“${heading}”的值“${found}”不认识`,
    remedy: `请改为${quoted(allowed)}之一`,
  })),
  patrolLeaveMark: define<Cell & { readonly name: string; readonly date: string }>(
    'error',
    ({ heading, found, name, date }) => ({
      message: `“${heading}”写的是“${found}”，但请假表中没有 ${name} 在 ${date} 的请假`,
      remedy: '请在请假表中补上这次请假；不是请假的，请改为当天的数字或留空',
    }),
  ),
  codeUnreadable: isNo('编号', '请把该列设为文本格式，重新填写完整的编号'),
  numberWrecked: define<Cell>('error', ({ heading, found }) => ({
    message: `“${heading}”的值“${found}”已被电子表格变成近似数，后几位已丢失`,
    remedy: '请把该列设为文本格式，从原始资料重新填写完整号码',
  })),
  idNumberDoubtful: define<Cell>('warning', ({ heading, found }) => ({
    message: `“${heading}”的值“${found}”不是 15 或 18 位，或校验位不对`,
    remedy: '请核对证件号码',
  })),
  bankAccountDoubtful: define<Cell>('warning', ({ heading, found }) => ({
    message: `“${heading}”的值“${found}”校验位不对`,
    remedy: '请核对银行账号，以免发放失败；确认无误的可不处理',
  })),
  rangeReversed: define<{ from: string; to: string }>('error', ({ from, to }) => ({
    message: `结束日期 ${to} 早于开始日期 ${from}`,
    remedy: '请改正开始日期或结束日期',
  })),
};
