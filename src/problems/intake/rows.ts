// Rows against each other and against themselves (重复、矛盾的行).
import { define } from '../definition.ts';
import type { Place } from '../problem.ts';
import { placeText } from './wording.ts';

/** What a cell says against its row: that it is none, was paid, is of another month, that the absence was one on leave, that the person left. */
export type CounterSign = 'void' | 'paid' | 'otherMonth' | 'excused' | 'left';

const AGAINST: Readonly<Record<CounterSign, string>> = {
  void: '确实作废、撤销的，请删除这些行，或加“是否作废”列写“是”',
  paid: '已经发过的，请删除这些行，免得再发一次；还没有发的，请改正这一列',
  otherMonth: '应在别的月份发的，请移到那个月的文件夹',
  excused: '确实请假的，请把签到改为“请假”并登记请假表；会议没有开的，请删除这些行',
  left: '已经离职、离岗的，请填写离职日期',
};

export const rowProblems = {
  equalRows: define<{ first: number; effect: string }>('warning', ({ first, effect }) => ({
    message: `与第 ${first} 行完全相同，${effect}`,
    remedy: '请核对是否重复导出；确是两条记录的，请写出不同之处',
  })),
  rowsDisagree: define<{ what: string; at: Place }>('error', ({ what, at }) => ({
    message: `${what}与 ${placeText(at)}不一致`,
    remedy: '请核对后改正或删除其中一处',
  })),
  copiesLeftOut: define<{ count: number; kind: string }>('notice', ({ count, kind }) => ({
    message: `有 ${count} 行${kind}记录与其他表中的相同，只计一次`,
    remedy: '不需要处理',
  })),
  adjustmentsEqual: define<{ at: Place }>('error', ({ at }) => ({
    message: `与 ${placeText(at)}的增减项完全相同，是两笔还是重复填写？`,
    remedy: '重复的请删除一行；确是两笔的，请在“原因”中写出区别',
  })),
  adjustmentsOfOtherAmounts: define<{ at: Place; was: string; is: string }>('error', ({ at, was, is }) => ({
    message: `与 ${placeText(at)}的增减项只有金额不同（${was} 和 ${is}），是更正还是两笔？`,
    remedy: '是更正的请删除错的一行；确是两笔的，请在“原因”中写出区别',
  })),
  leaveReplaced: define<{ at: Place }>('warning', ({ at }) => ({
    message: `与 ${placeText(at)}的请假重叠，本月的日子不一样，以这一行为准`,
    remedy: '请核对：续假、销假的不需要处理；确是两次请假的，请写成不重叠的日期',
  })),
  meetingMakeUp: define<{ date: string; meeting: string; other: string | null }>(
    'error',
    ({ date, meeting, other }) => ({
      message: `${date} 有“${meeting}”，又有${other === null ? '当天的另一次签到' : `“${other}”`}，是同一次会议还是两次？`,
      remedy:
        '是同一次的，请把补签的结果填到原来的一列（或一行），删除补签的；确是两次会议的，请改一个不带“补”字的名称',
    }),
  ),
  meetingsOfOtherNames: define<{ date: string; names: readonly string[] }>('warning', ({ date, names }) => ({
    message: `${date} 的会议在不同的表里名称不同（${names.join('、')}），按 ${names.length} 次会议计算`,
    remedy: '是同一次会议的，请把名称、时间改成一样；确是几次会议的不需要处理',
  })),
  numbersWithinPerson: define<{ kind: string; shared: number; all: number }>('notice', ({ kind, shared, all }) => ({
    message: `${kind}表的编号各人各自从头编起（${all} 个编号中有 ${shared} 个几个人都有），按“人员和编号”区分`,
    remedy: '不需要处理',
  })),
  numbersRounded: define<{ heading: string; found: string; count: number }>('error', ({ heading, found, count }) => ({
    message: `“${heading}”有 ${count} 行已被电子表格变成近似数（如 ${found}），后几位已丢失，分不清是哪一条`,
    remedy: '请从系统重新导出；用 Excel/WPS 打开 CSV 时，把该列设为文本格式，不要直接双击后保存',
  })),
  taskHandedOn: define<{ id: string; people: readonly string[] }>('notice', ({ id, people }) => ({
    message: `任务 ${id} 经过转派：${people.join(' → ')}，计在最后一人名下`,
    remedy: '不需要处理',
  })),
  rowsVoided: define<{ kind: string; count: number; rows: readonly number[] }>('notice', ({ kind, count, rows }) => ({
    message: `有 ${count} 行${kind}记录已作废、撤销或未获批准，未计入（第 ${rows.join('、')}${count > rows.length ? '…' : ''} 行）`,
    remedy: '不需要处理；状态写错的请改正',
  })),
  rowsSpokenAgainst: define<{
    kind: string;
    sign: CounterSign;
    heading: string;
    said: string;
    count: number;
    rows: readonly number[];
  }>('warning', ({ kind, sign, heading, said, count, rows }) => ({
    message: `有 ${count} 行${kind}的“${heading}”写着“${said}”${count > 1 ? '这类话' : ''}，照样计入（第 ${rows.join('、')}${count > rows.length ? '…' : ''} 行）`,
    remedy: `请核对：${AGAINST[sign]}；应当计入的不需要处理`,
  })),
  rowsPending: define<{ kind: string; count: number; rows: readonly number[] }>('warning', ({ kind, count, rows }) => ({
    message: `有 ${count} 行${kind}记录还在审批，暂未计入（第 ${rows.join('、')}${count > rows.length ? '…' : ''} 行）`,
    remedy: '请在发放前完成审批并重新导出',
  })),
  reportPending: define<{ id: string }>('warning', ({ id }) => ({
    message: `信息 ${id} 待审核，暂不计为有效`,
    remedy: '请在发放前完成审核并重新导出',
  })),
  taskStateContradicted: define<{ id: string; state: string; done: string | null }>(
    'warning',
    ({ id, state, done }) => ({
      message:
        done === null
          ? `任务 ${id} 状态为“${state}”，但没有完成时间，按未完成计`
          : `任务 ${id} 状态为“${state}”，但完成时间是 ${done}，以完成时间为准`,
      remedy: '请核对状态和完成时间',
    }),
  ),
  taskLatenessContradicted: define<{ id: string; heading: string; found: string; isLate: boolean }>(
    'warning',
    ({ id, heading, found, isLate }) => ({
      message: `任务 ${id} 的“${heading}”是“${found}”，按截止时间和完成时间却${isLate ? '超时了' : '没有超时'}，以时间为准`,
      remedy: '请核对截止时间和完成时间，写错的改正；时间无误的不需要处理',
    }),
  ),
  taskExtended: define<{ id: string; due: string; extended: string }>('warning', ({ id, due, extended }) => ({
    message: `任务 ${id} 截止时间是 ${due}，另写着延期至 ${extended}，没有采用：按 ${due} 算超时`,
    remedy: '延期经过批准的，请把截止时间改为延期后的时间；没有批准的不需要处理',
  })),
  taskWithoutDates: define<{ id: string }>('error', ({ id }) => ({
    message: `任务 ${id} 既没有截止时间也没有派单时间，无法判断属于哪个月`,
    remedy: '请填写截止时间或派单时间',
  })),
};
