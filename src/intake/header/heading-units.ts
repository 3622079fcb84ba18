// The units that headings name (列名中的单位): 分钟, 公里/天, 单位：元; anything else in brackets is a note.
import { distanceUnit } from '../values/distances.ts';
import { durationUnit } from '../values/durations.ts';

const OTHER_UNITS = new Set([
  ...['%', '元', '万元', '千元', '百元', '角', '分', '人民币', '美元', '港元', '欧元', 'rmb'],
  ...['次', '人次', '户次', '人', '户', '条', '件', '起', '处', '份', '家', '个', '名', '宗', '项', '所'],
]);
/** Units that no figure of a table is measured in: they must not be taken for a note. */
const FOREIGN_UNITS = new Set([
  ...['天', '日', '周', '月', '刻', '毫秒', 'ms'],
  ...['里', '华里', '市里', '英里', 'mi', 'mile', 'miles', '丈', '尺', '厘米', 'cm', '毫米', 'mm', '步'],
  ...['‰', '成'],
]);

const isUnit = (text: string): boolean =>
  OTHER_UNITS.has(text) || FOREIGN_UNITS.has(text) || durationUnit(text) !== null || distanceUnit(text) !== null;

/** The unit in a note such as `单位:公里`, `分钟,必填` or `公里/天`, in lower case; null when it names none. */
export function unitIn(note: string): string | null {
  const parts = note
    .toLowerCase()
    .replace(/^(计量|数据)?单位[:为]?/, '')
    .split(/[,;、/|]/);
  return parts.find(isUnit) ?? null;
}
