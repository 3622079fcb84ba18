// Problems of 设置.xlsx: parameters, confirmed interpretations, calendar days.
import { define } from './definition.ts';
import { quoted } from './intake/wording.ts';

/** `自 2021-08 起有两个取值` */
const twice = (what: string, month: string | null): string =>
  month === null ? `有两个没有写起始月的${what}` : `自 ${month} 起有两个${what}`;

export const settingProblems = {
  officeNameUnset: define<Record<never, never>>('notice', () => ({
    message: '没有设置单位名称，各表的抬头不印单位',
    remedy: '请在 设置.xlsx 的“单位名称”一行填写',
  })),
  settingUnknown: define<{ found: string; nearest: readonly string[] }>('error', ({ found, nearest }) => ({
    message: `没有参数“${found}”`,
    remedy: `${nearest.length > 0 ? `是否为${quoted(nearest)}？` : ''}请照抄规则依据表中的参数名称`,
  })),
  settingUnreadable: define<{ name: string; found: string; unit: string }>('error', ({ name, found, unit }) => ({
    message: `参数“${name}”的取值“${found}”无法识别`,
    remedy: `请填写单位为 ${unit} 的数，如 10 或 10${unit}`,
  })),
  settingNotAChoice: define<{ name: string; found: string; choices: readonly string[] }>('error', (data) => ({
    message: `参数“${data.name}”的取值“${data.found}”不在可选范围内`,
    remedy: `请填写 ${data.choices.join('、')} 之一`,
  })),
  settingOutOfRange: define<{ name: string; found: string; range: string }>('error', ({ name, found, range }) => ({
    message: `参数“${name}”的取值“${found}”超出允许范围`,
    remedy: `请填写 ${range}`,
  })),
  settingTwice: define<{ name: string; month: string | null }>('error', ({ name, month }) => ({
    message: `参数“${name}”${twice('取值', month)}`,
    remedy: '请只保留一行，或写明不同的起始月',
  })),
  confirmationUnknown: define<{ found: string }>('error', ({ found }) => ({
    message: `没有编号为“${found}”的解释口径`,
    remedy: '请照抄发放表“解释口径”页的编号，如 K1',
  })),
  confirmationNotComputed: define<{
    number: string;
    found: string;
    choices: readonly { label: string; reading: string }[];
  }>('error', ({ number, found, choices }) => ({
    message: `解释口径 ${number} 选定的“${found}”程序不能计算`,
    remedy: `请填写 ${choices.map(({ label, reading }) => `${label}（${reading}）`).join('，或 ')}`,
  })),
  confirmationTwice: define<{ number: string; month: string | null }>('error', ({ number, month }) => ({
    message: `解释口径 ${number} ${twice('选定', month)}`,
    remedy: '请只保留一行，或写明不同的起始月',
  })),
  settingAgainstConfirmation: define<{ name: string; found: string; number: string; value: string }>(
    'error',
    ({ name, found, number, value }) => ({
      message: `参数“${name}”的取值“${found}”与口径确认 ${number} 选定的“${value}”不一致`,
      remedy: '请只保留其中一处',
    }),
  ),
  schemeMistake: define<{ line: number; column: number; path: string; message: string }>(
    'error',
    ({ line, column, path, message }) => ({
      message: `方案文件第 ${line} 行第 ${column} 列${path === '' ? '' : `（${path}）`}：${message}`,
      remedy: '请更正方案文件',
    }),
  ),
  schemeWithoutRanking: define<{ quarter: string; scheme: string }>('error', ({ quarter, scheme }) => ({
    message: `${quarter} 末月施行的方案“${scheme}”没有季度排名的项目，不能生成星级排名`,
    remedy: '这个方案不需要运行 rank；各人的金额见 pay。方案不对的，请检查 --scheme',
  })),
  schemeWithoutCards: define<{ month: string; scheme: string }>('error', ({ month, scheme }) => ({
    message: `${month} 施行的方案“${scheme}”没有黄牌、红牌的项目，没有警告名单`,
    remedy: '这个方案不需要运行 warn；方案不对的，请检查 --scheme',
  })),
  targetTwice: define<{ name: string; month: string | null }>('error', ({ name, month }) => ({
    message: `量化指标“${name}”${twice('标准', month)}`,
    remedy: '请只保留一行，或写明不同的起始月',
  })),
  calendarDayTwice: define<{ date: string }>('error', ({ date }) => ({
    message: `日历中 ${date} 有两行，类型不同`,
    remedy: '请只保留一行',
  })),
  ownHeadingTable: define<{ found: string; allowed: readonly string[] }>('error', ({ found, allowed }) => ({
    message: `列名表中没有“${found}”这种表`,
    remedy: `请填写${quoted(allowed)}之一`,
  })),
  ownHeadingMeaning: define<{ kind: string; found: string; allowed: readonly string[] }>('error', (data) => ({
    message: `“${data.kind}”表没有含义为“${data.found}”的列`,
    remedy: `请填写${quoted(data.allowed)}之一；时长和里程可在后面写明单位，如 在线时长（分钟）`,
  })),
  ownHeadingKnown: define<{ kind: string; heading: string; known: string; found: string }>('error', (data) => ({
    message: `“${data.kind}”表的列名“${data.heading}”本来就是“${data.known}”，不能另作“${data.found}”`,
    remedy: '请删除这一行；导出表里这一列确实另有所指的，请先在导出表中改名',
  })),
  ownHeadingUnits: define<{ heading: string; found: string; written: string; unit: string }>('error', (data) => ({
    message: `列名“${data.heading}”写明单位是“${data.written}”，含义“${data.found}”写的却是“${data.unit}”`,
    remedy: '请改成一致；列名已写明单位的，含义不必再写',
  })),
  wordingTable: define<{ found: string }>('error', ({ found }) => ({
    message: `用词表中没有“${found}”这种表`,
    remedy: '请填写 花名册、请假、信息、派单 等表名',
  })),
  wordingColumn: define<{ kind: string; found: string; allowed: readonly string[] }>('error', (data) => ({
    message: `“${data.kind}”表的“${data.found}”列没有固定的用词`,
    remedy: `请填写${quoted(data.allowed)}之一`,
  })),
  wordingKnown: define<{ kind: string; column: string; word: string }>('error', ({ kind, column, word }) => ({
    message: `“${kind}”表“${column}”列的“${word}”本来就认识，不能另作规定`,
    remedy: '请删除这一行；导出表里确实写错的，请在导出表中改正',
  })),
  wordingMeaning: define<{ column: string; found: string; allowed: readonly string[] }>('error', (data) => ({
    message: `“${data.column}”列没有含义为“${data.found}”的用词`,
    remedy: `请填写${quoted(data.allowed)}之一`,
  })),
  wordingTwice: define<{ column: string; word: string; said: string; found: string }>('error', (data) => ({
    message: `“${data.column}”列的“${data.word}”已有含义“${data.said}”，又有含义“${data.found}”`,
    remedy: '请只保留一行',
  })),
  ownHeadingTwice: define<{ kind: string; heading: string; said: string; found: string }>('error', (data) => ({
    message: `“${data.kind}”表的列名“${data.heading}”已有含义“${data.said}”，又有含义“${data.found}”`,
    remedy: '请只保留一行',
  })),
};
