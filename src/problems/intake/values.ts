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
  moneyPartsOfFen: define<Cell & { readonly rounded: string }>('error', ({ heading, found, rounded }) => ({
    message: `“${heading}”的值“${found}”有不足一分的零头`,
    remedy: `请写成 ${rounded}；是公式的，改为 =ROUND(原来的公式,2)，应发的数不是 ${rounded} 的请写明确数`,
  })),
  scoreUnreadable: isNo(' 0 到 100 的分数', '请改为 0 到 100 之间的数字'),
  wordUnknown: define<
    Cell & {
      readonly allowed: readonly string[];
      /** Where 用词 can tell: the table's name. */
      readonly table?: string;
    }
  >('error', ({ heading, found, allowed, table }) => ({
    message: `“${heading}”的值“${found}”不认识`,
    remedy: `请改为${quoted(allowed)}之一${
      table === undefined
        ? ''
        : `；系统就是这样写的，在 设置.xlsx 的“用词”表中加一行：表=${table}，列=${heading}，词=${found}，含义=（${allowed.join('、')}之一），批准人=（姓名）`
    }`,
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
  adjustmentIsTotal: define<{ found: string }>('error', ({ found }) => ({
    message: `项目是“${found}”，却写着人：像是一个人的合计，照样发就多发一次`,
    remedy: '是合计行的请删除；确是一笔的，请把项目改成它的名称',
  })),
  amountLarge: define<{ heading: string; unit: string | null; count: number; largest: string; amount: number }>(
    'warning',
    ({ heading, unit, count, largest }) => ({
      message: `“${heading}”有 ${count} 笔在十万元以上，最大 ${largest} 元${unit === null ? '' : `（按表头的单位“${unit}”换算）`}`,
      remedy: '请核对金额和单位：填的是元的，请改表头的单位；确实无误的不需要处理',
    }),
  ),
  amountSignTwice: define<{ heading: string }>('error', ({ heading }) => ({
    message: `金额写的是负数，“${heading}”列又写明是扣减，无法判断是扣还是退`,
    remedy: `扣减的请写正数，由“${heading}”列写明扣减；要退还的请改为增加`,
  })),
  amountsTwice: define<{ headings: readonly string[] }>('error', ({ headings }) => ({
    message: `同一行的金额有几列：${quoted(headings)}，无法判断以哪一列为准`,
    remedy: '请只填写其中一列',
  })),
  datesContradict: define<Cell & { readonly other: string }>('error', ({ heading, found, other }) => ({
    message: `“${heading}”写的日期是 ${found}，同一行的日期是 ${other}`,
    remedy: '请改正其中一处',
  })),
  verdictsContradict: define<Cell & { readonly other: string; readonly otherFound: string }>(
    'error',
    ({ heading, found, other, otherFound }) => ({
      message: `“${heading}”写“${found}”，“${other}”写“${otherFound}”，无法判断这条信息是否有效`,
      remedy: '请核对后改正其中一处',
    }),
  ),
  statusWithoutDate: define<Cell>('error', ({ heading, found }) => ({
    message: `“${heading}”写“${found}”，但没有离职日期，也没有任职结束日期，不知道从哪一天起不在职`,
    remedy: '请填写离职日期（仍在职、换了岗位的填写任职结束）；状态写错的请改正',
  })),
  leaveHalfOfDates: define<Cell & { readonly days: number }>('error', ({ heading, found, days }) => ({
    message: `“${heading}”写 ${found}，起止只写到日期（共 ${days} 天），不知道是上午还是下午`,
    remedy: '请加一列“时段”，写上午或下午；或在起止日期后面写明上午、下午或时刻',
  })),
  leaveLengthDiffers: define<Cell & { readonly days: number }>('warning', ({ heading, found, days }) => ({
    message: `“${heading}”写 ${found}，与起止时间不符（起止共 ${days} 天），按起止时间计算`,
    remedy: '请核对起止时间和时长，改正写错的一处',
  })),
  leaveTooLong: define<{ from: string; to: string; days: number }>('warning', ({ from, to, days }) => ({
    message: `从 ${from} 请假到 ${to}，超过 ${days} 天，年份或月份像是写错了`,
    remedy: '请核对起止日期；确实这样长的不需要处理',
  })),
  leaveOfOtherYear: define<{ count: number; example: string; period: string }>(
    'warning',
    ({ count, example, period }) => ({
      message: `有 ${count} 行请假从 ${example} 起，不是 ${period} 的年份，未计入；表中没有那一年其他月份的请假，年份像是写错了`,
      remedy: '请核对年份，写错的改正；确是那一年的不需要处理',
    }),
  ),
  leaveMidnights: define<{ from: string; to: string }>('error', ({ from, to }) => ({
    message: `起止都写 00:00（${from} 至 ${to}），不知道最后一天算不算请假`,
    remedy: '最后一天也请假的，请把结束改为当天 24:00 或去掉时刻；不请假的，请写前一天',
  })),
  dueMidnight: define<{ heading: string; count: number }>('notice', ({ heading, count }) => ({
    message: `“${heading}”有 ${count} 处写的是 00:00，按当天 24:00 以前办结计算`,
    remedy: '不需要处理；确是零点到期的，请写前一天 24:00',
  })),
  rangeReversed: define<{ from: string; to: string }>('error', ({ from, to }) => ({
    message: `结束日期 ${to} 早于开始日期 ${from}`,
    remedy: '请改正开始日期或结束日期',
  })),
};
