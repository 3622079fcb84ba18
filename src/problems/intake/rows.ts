// Rows against each other and against themselves (重复、矛盾的行).
import { define } from '../definition.ts';
import type { Place } from '../problem.ts';
import { placeText } from './wording.ts';

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
  taskWithoutDates: define<{ id: string }>('error', ({ id }) => ({
    message: `任务 ${id} 既没有截止时间也没有派单时间，无法判断属于哪个月`,
    remedy: '请填写截止时间或派单时间',
  })),
};
