// How a workspace stands, in Chinese: a row a month, what needs a sentence, and the command to type next.
import { fen, yuanText } from '../model/money.ts';
import type { MonthStatus, NextStep, Staleness, Status } from '../model/status.ts';
import { TABLE_KINDS, type TableKind } from '../model/terms.ts';

export const STATUS_HEADINGS = ['月份', '文件', '表', '警告', '提示', '已生成', '状态'] as const;
/** Set right. */
export const STATUS_NUMBERS: readonly number[] = [1, 2, 3, 4];

/** By the end of a file's name: what a row has room for. */
const SHORT: readonly (readonly [end: string, short: string])[] = [
  ['-工资发放表.xlsx', '发放'],
  ['-公示.xlsx', '公示'],
  ['-警告名单.xlsx', '警告'],
  ['-星级排名.xlsx', '排名'],
  ['-银行代发.xlsx', '代发'],
];

const STALE: Readonly<Record<Staleness, string>> = {
  inputs: '输入有改动',
  program: '程序已更新',
  monthBefore: '上月已变动',
};

function stateText({ closed, problems, stale, files }: MonthStatus): string {
  if (closed) return '已关账';
  if (problems === null) return files === 0 ? '空文件夹' : '未核算';
  const [first] = stale;
  return first === undefined ? '已核算' : STALE[first];
}

const shortNames = ({ outputs }: MonthStatus): string =>
  SHORT.filter(([end]) => outputs.some(({ path }) => path.endsWith(end)))
    .map(([, short]) => short)
    .join(' ');

const numberText = (value: number | undefined): string => (value === undefined ? '' : String(value));

export const statusRow = (month: MonthStatus): readonly string[] => [
  month.period,
  numberText(month.files ?? undefined),
  numberText(month.tables?.length),
  numberText(month.problems?.warning),
  numberText(month.problems?.notice),
  shortNames(month),
  stateText(month),
];

const kindsText = (kinds: readonly TableKind[]): string => kinds.map((kind) => TABLE_KINDS[kind]).join('、');
const namesText = (paths: readonly string[]): string =>
  paths.map((path) => path.slice(path.lastIndexOf('/') + 1)).join('、');

/** What the row has no room for. */
function sentencesOf({ period, missing, unknown, changed, closed, outputs }: MonthStatus): readonly string[] {
  const inState = (state: string) => outputs.filter((one) => one.state === state).map(({ path }) => path);
  const [edited, outdated] = [inState('edited'), closed ? [] : inState('outdated')];
  return [
    ...(missing !== null && missing.length > 0 ? [`缺少：${kindsText(missing)}`] : []),
    ...(unknown.length > 0 ? [`没有认出是什么表：${namesText(unknown)}`] : []),
    ...(changed.length > 0 ? [`${closed ? '关账' : '核算'}以后有改动：${namesText(changed)}`] : []),
    ...(outdated.length > 0 ? [`已过时，请重新生成：${namesText(outdated)}`] : []),
    ...(edited.length > 0 ? [`生成以后被改过：${namesText(edited)}`] : []),
  ].map((sentence) => `${period} ${sentence}`);
}

/** The last month that was computed tells of debts: each month carries those before. */
function owingSentences(months: readonly MonthStatus[]): readonly string[] {
  const last = months.findLast(({ problems }) => problems !== null);
  if (last === undefined || last.owing.length === 0) return [];
  const people = last.owing.map(({ id, name, amount }) => `${name}（${id}）${yuanText(fen(amount))} 元`);
  return [`${last.period} 已离职、尚有结转没有扣回：${people.join('、')}`];
}

export const statusSentences = ({ months }: Status): readonly string[] => [
  ...months.flatMap(sentencesOf),
  ...owingSentences(months),
];

const FIRST = '；第一次关账、以前没有归档的，加 --first-month "期初说明"';

export interface Advice {
  /** Without the program's name; null where it is not a command that is next. */
  readonly command: string | null;
  readonly why: string;
}

export function adviceOn(next: NextStep): Advice {
  switch (next.type) {
    case 'firstFolder':
      return { command: null, why: '新建一个月份文件夹（名称如 2021-07），把这个月导出的表放进去' };
    case 'nextFolder':
      return { command: null, why: `新建文件夹 ${next.month}，把这个月导出的表放进去` };
    case 'addTables':
      return {
        command: `check ${next.month}`,
        why: `先把缺少的表放进 ${next.month} 文件夹：${kindsText(next.missing)}`,
      };
    case 'check':
      return { command: `check ${next.month}`, why: '检查这个月的表' };
    case 'checkAgain':
      return { command: `check ${next.month}`, why: '重新检查，再用 pay 重新核算' };
    case 'pay':
      return { command: `pay ${next.month}`, why: '核算并生成发放表' };
    case 'close':
      return {
        command: `close ${next.month} --by 姓名 --date 日期`,
        why:
          next.warnings === 0
            ? `发放表核对无误、准备签字时关账${next.isFirst ? FIRST : ''}`
            : `发放表核对无误后关账；${next.warnings} 处警告先用 check ${next.month} --annotate 写处理意见${next.isFirst ? FIRST : ''}`,
      };
  }
}
