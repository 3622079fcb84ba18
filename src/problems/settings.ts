// Problems of 设置.xlsx: parameters, confirmed interpretations, calendar days.
import { define } from './definition.ts';

export const settingProblems = {
  settingUnknown: define<{ found: string; nearest: readonly string[] }>('error', ({ found, nearest }) => ({
    message: `没有参数“${found}”`,
    remedy:
      nearest.length > 0 ? `是否为 ${nearest.map((name) => `“${name}”`).join('、')}？` : '请照抄规则依据表中的参数名称',
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
    remedy: `请填写 ${range} 之间的数`,
  })),
  settingTwice: define<{ name: string; month: string }>('error', ({ name, month }) => ({
    message: `参数“${name}”自 ${month} 起有两个取值`,
    remedy: '请只保留一行，或写明不同的起始月',
  })),
  confirmationUnknown: define<{ found: string }>('error', ({ found }) => ({
    message: `没有编号为“${found}”的解释口径`,
    remedy: '请照抄发放表“解释口径”页的编号，如 K1',
  })),
  confirmationNotComputed: define<{ number: string; found: string; reading: string }>('error', (data) => ({
    message: `解释口径 ${data.number} 选定的“${data.found}”程序不能计算`,
    remedy: `程序按“${data.reading}”计算；同意的请填写“采用”`,
  })),
  calendarDayTwice: define<{ date: string }>('error', ({ date }) => ({
    message: `日历中 ${date} 有两行，类型不同`,
    remedy: '请只保留一行',
  })),
};
