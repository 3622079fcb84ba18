// Who a row is about, and where (人员, 网格).
import { define } from '../definition.ts';
import type { Place } from '../problem.ts';
import { placeText } from './wording.ts';

interface Bearer {
  readonly id: string;
  readonly name: string;
}

const bearers = (people: readonly Bearer[]): string => people.map(({ id, name }) => `${name}（${id}）`).join('、');

export const peopleProblems = {
  personMissing: define<Record<never, never>>('error', () => ({
    message: '这一行没有写是谁：工号、身份证号、手机、姓名都是空的',
    remedy: '请填写工号；不是数据的行请删除',
  })),
  personUnknown: define<{ found: string }>('error', ({ found }) => ({
    message: `花名册中没有“${found}”`,
    remedy: '请改正工号或姓名，或在花名册中补上此人',
  })),
  personAmbiguous: define<{ found: string; people: readonly Bearer[] }>('error', ({ found, people }) => ({
    message: `“${found}”在花名册中有 ${people.length} 人：${bearers(people)}，无法判断是谁`,
    remedy: '请在这一行填写工号',
  })),
  personContradicted: define<{ id: string; found: string; name: string }>('error', ({ id, found, name }) => ({
    message: `工号 ${id} 在花名册中是“${name}”，这一行写的是“${found}”`,
    remedy: '请改正工号或姓名',
  })),
  rosterRowsDisagree: define<{ id: string; heading: string; found: string; other: string; at: Place }>(
    'error',
    ({ id, heading, found, other, at }) => ({
      message: `${id} 的“${heading}”是“${found}”，${placeText(at)}是“${other}”`,
      remedy: '同一人的几行任职，姓名、入职、离职等必须一致，请改正其中一行',
    }),
  ),
  gridUnknown: define<{ found: string }>('error', ({ found }) => ({
    message: `花名册和网格表中都没有网格编号“${found}”`,
    remedy: '请改正网格编号，或在花名册或网格表中补上这个网格',
  })),
  gridNotSingle: define<{ found: readonly string[] }>('error', ({ found }) => ({
    message: `这里只能写一个网格编号，写了 ${found.length} 个：${found.join('、')}`,
    remedy: '请只保留一个网格编号',
  })),
  zerosLost: define<{ examples: readonly { found: string; id: string }[]; count: number; digits: number }>(
    'error',
    ({ examples, count, digits }) => ({
      message: `有 ${count} 个工号丢了前面的零，与花名册对不上：${examples.map(({ found, id }) => `${found}（花名册 ${id}）`).join('、')}`,
      remedy: `请在 设置.xlsx 的“设置”表中加一行：参数=工号位数，取值=${digits}；各表的工号即补足 ${digits} 位`,
    }),
  ),
  rosterLacksPeople: define<{ people: readonly (Bearer & { readonly rows: number })[] }>('error', ({ people }) => ({
    message: `本月的花名册没有这些人，工作目录的花名册有，本月的表里写着他们：${people.map(({ id, name, rows }) => `${name === id ? id : `${name}（${id}）`} ${rows} 行`).join('、')}`,
    remedy: '请把他们补进本月的花名册，本月离职、入职的写明日期；确实不是本单位的人，请核对这些行',
  })),
  nameMarked: define<Bearer & { mark: string }>('warning', ({ id, name, mark }) => ({
    message: `${name}（${id}）的姓名旁写着“${mark}”，花名册没有离职日期，按在职计算`,
    remedy: '已经离职、离岗的，请在花名册填写离职日期；没有的不需要处理',
  })),
  statusContradicted: define<Bearer & { left: string }>('warning', ({ id, name, left }) => ({
    message: `${name}（${id}）的状态写的是在职，离职日期却是 ${left}，按离职计算`,
    remedy: '请核对：仍在职的请清空离职日期，已离职的请改正状态',
  })),
  outsideEmployment: define<{
    people: readonly (Bearer & { readonly counts: readonly (readonly [string, number])[] })[];
  }>('warning', ({ people }) => ({
    message: `不在入职至离职期间的记录未计入：${people
      .map(
        ({ id, name, counts }) => `${name}（${id}）${counts.map(([kind, count]) => `${kind} ${count} 条`).join('、')}`,
      )
      .join('；')}`,
    remedy: '请核对花名册的入职日期、离职日期和这些记录的日期',
  })),
};
