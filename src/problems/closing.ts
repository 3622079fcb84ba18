// Closed months (关账): what stands in the way of closing one, and of a run that rests on one.
import { define } from './definition.ts';

const schemesText = (files: readonly string[]): string =>
  files.length === 0 ? '内置方案' : `方案文件 ${files.join('、')} `;

const MOST_PEOPLE = 10;

const filesText = (files: readonly string[]): string =>
  files.length > 5 ? `${files.slice(0, 5).join('、')}等 ${files.length} 个` : files.join('、');

export const closingProblems = {
  monthClosed: define<{ month: string }>('error', ({ month }) => ({
    message: `${month} 已经关账，结果不再改变`,
    remedy: `查看请用 explain ${month}；发放以前确需重做的，先用 close ${month} --void 作废`,
  })),
  monthNotClosed: define<{ month: string }>('error', ({ month }) => ({
    message: `${month} 没有关账，无从作废`,
    remedy: '请核对月份；没有关账的月份可以直接重新核算',
  })),
  laterMonthClosed: define<{ month: string; later: string }>('error', ({ month, later }) => ({
    message: `${later} 已在 ${month} 之上关账，${month} 不能作废`,
    remedy: `请先作废 ${later}；已经发放的月份不能作废，请以增减项更正`,
  })),
  monthBeforeNotClosed: define<{ month: string; before: string; last: string | null }>(
    'error',
    ({ month, before, last }) => ({
      message:
        last === null
          ? `${month} 之前没有关账的月份，不知道结转、牌和季度的期初情况`
          : `${before} 还没有关账，${month} 不能先关账（最近关账的是 ${last}）`,
      remedy:
        last === null
          ? `请从最早的月份开始依次关账；确从 ${month} 开始使用的，加 --first-month "期初说明"`
          : `请先用 close ${before} 关账`,
    }),
  ),
  firstMonthNotFirst: define<{ month: string; first: string }>('error', ({ month, first }) => ({
    message: `已有关账的月份（最早 ${first}），${month} 不是第一个月`,
    remedy: '请去掉 --first-month',
  })),
  archiveMissing: define<{ month: string; named: string }>('error', ({ month, named }) => ({
    message: `缺少 ${month} 的归档，${named} 的归档以它为前一月`,
    remedy: `请从备份恢复 归档/${month}.zip；在此之前不能核算以后的月份`,
  })),
  archiveDamaged: define<{ month: string; entry: string; what: string }>('error', ({ month, entry, what }) => ({
    message: `${month} 的归档被改动或损坏：${entry}：${what}`,
    remedy: `请从备份恢复 归档/${month}.zip；wangge audit 列出全部不符之处`,
  })),
  voidedUnreadable: define<{ month: string }>('error', ({ month }) => ({
    message: `${month} 作废的归档的说明不能读取，不知道这是第几次关账`,
    remedy: '请从备份恢复这个文件；它与旁边同名的 .zip 是一对',
  })),
  voidedThere: define<{ month: string }>('error', ({ month }) => ({
    message: `已经有一个 ${month} 同一次关账作废的归档，不覆盖它`,
    remedy: '请核对两个文件是哪一次的，把这一个改名或移走后重试',
  })),
  monthBeforeChain: define<{ month: string; first: string }>('error', ({ month, first }) => ({
    message: `归档从 ${first} 开始，更早的 ${month} 不能再关账`,
    remedy: `要从 ${month} 开始归档的，先依次作废 ${first} 以后各月（都没有发放的），再从 ${month} 起重新关账`,
  })),
  editionsNotAsBefore: define<{ before: string; was: readonly string[]; is: readonly string[] }>(
    'warning',
    ({ before, was, is }) => ({
      message: `${before} 是按${schemesText(was)}关账的，这次按${schemesText(is)}`,
      remedy: '忘了 --scheme 的，请加上后重新关账；方案确实变了的，以 --accept editionsNotAsBefore="理由" 写明',
    }),
  ),
  archiveChainBroken: define<{ month: string; before: string }>('error', ({ month, before }) => ({
    message: `${month} 的归档不是接着现有的 ${before} 归档做的：${before} 关账以后被换过`,
    remedy: `请从备份恢复 ${before} 和 ${month} 当时的归档；wangge audit 可逐个核对`,
  })),
  warningsNotAccepted: define<{ codes: readonly { code: string; count: number }[] }>('error', ({ codes }) => ({
    message: `还有警告没有处理意见：${codes.map(({ code, count }) => `${code}（${count} 处）`).join('、')}`,
    remedy:
      '请用 check --annotate 生成问题清单，在“处理意见”列逐条填写后重新关账；或加 --accept 代码="理由"，例如 ' +
      `--accept ${codes[0]?.code ?? ''}="已核实"`,
  })),
  opinionsUnsigned: define<{ what: readonly string[] }>('error', ({ what }) => ({
    message: `${what.join('、')}要写明由谁、何时决定`,
    remedy: '请加 --by 姓名 --date 日期 后重新关账',
  })),
  acceptanceWithoutWarning: define<{ code: string }>('error', ({ code }) => ({
    message: `本月没有代码为 ${code} 的警告，--accept 无所指`,
    remedy: '请核对代码，或去掉这一项',
  })),
  holdUnknown: define<{ id: string; month: string }>('error', ({ id, month }) => ({
    message: `${month} 的应发人员中没有 ${id}，无从暂缓发放`,
    remedy: '请核对工号；--hold 写花名册上的工号。本人在花名册上的行有错误的，要先改正那一行',
  })),
  heldRowLeftOut: define<{ id: string; message: string }>('warning', ({ id, message }) => ({
    message: `${id} 暂缓发放，这一行有错误，未计入：${message}`,
    remedy: '请查清后更正，以增减项补发；关账时以 --accept heldRowLeftOut="理由" 写明处理意见',
  })),
  heldUncertain: define<{ id: string; name: string }>('warning', ({ id, name }) => ({
    message: `${name}（${id}）暂缓发放，有行因错误没有计入：各项金额、是否取消补贴、黄牌红牌都不能定`,
    remedy: '本月不给这个人发牌；请查清后更正，以增减项补发；金额以查清的为准',
  })),
  rankingUncertain: define<{ people: readonly string[] }>('warning', ({ people }) => ({
    message: `季度排名里有资料不全的人，名次和奖励可能因此变动，也影响其他人：${people.join('、')}`,
    remedy: '请尽量查清后再关账；仍要关账的，请写明处理意见，并以增减项更正差额',
  })),
  withheldBefore: define<{ people: readonly string[] }>('warning', ({ people }) => ({
    message: `暂缓发放以后还没有补发：${people.join('、')}`,
    remedy: '查清后请在增减项表中写一行，项目写“补发暂缓发放”，写明金额、原因和批准人；不再补发的也写一行，金额写 0',
  })),
  interpretationsUnconfirmed: define<{ numbers: readonly string[] }>('notice', ({ numbers }) => ({
    message: `有 ${numbers.length} 条解释口径没有经本单位确认：${numbers.join('、')}`,
    remedy: '请在 设置.xlsx 的口径确认表中确认；不确认的按方案所带的读法执行',
  })),
  inputsChangedSinceClose: define<{ month: string; files: readonly string[] }>('notice', ({ month, files }) => ({
    message: `${month} 关账以后，这些文件有改动：${filesText(files)}；按现在的资料重算，结果不变`,
    remedy: '不需要处理',
  })),
  closedResultsDiffer: define<{
    month: string;
    files: readonly string[];
    people: readonly { id: string; name: string; was: string; is: string }[];
  }>('warning', ({ month, files, people }) => ({
    message: `${month} 关账以后，这些文件有改动：${filesText(files)}；按现在的资料重算，${people.length} 人的结果会变：${people
      .slice(0, MOST_PEOPLE)
      .map(({ id, name, was, is }) => `${name}（${id}）${was} → ${is}`)
      .join('；')}${people.length > MOST_PEOPLE ? '…' : ''}`,
    remedy: '关账的结果不变；改得对的，差额以增减项补发或追扣；改错的，请从归档的“输入”中取回原来的文件',
  })),
  closedNotComputable: define<{ month: string; files: readonly string[]; why: string }>(
    'warning',
    ({ month, files, why }) => ({
      message: `${month} 关账以后，这些文件有改动：${filesText(files)}；按现在的资料不能重算，不知道结果会不会变：${why}`,
      remedy: '关账的结果不变；请改正这些文件，或从归档的“输入”中取回原来的文件',
    }),
  ),
};
