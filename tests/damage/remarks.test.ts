// 备注 that speak against their rows are asked about, in whatever words an office writes them; those about the matter are not.
import { expect, test } from 'vitest';
import { filesOf } from './damages.ts';
import { everydayOffice, type Table } from './office.ts';
import { outcomeOf } from './outcome.ts';

const office = everydayOffice(9003, { people: 5 });

const REMARKS: readonly (readonly [kind: string, isAsked: boolean, remarks: readonly string[]])[] = [
  [
    '增减项',
    true,
    [
      ...['6月已发', '已随上月工资发放', '本月已发', '已在上月补发，本月扣回', '5月已打卡'],
      ...['并入下月发放', '延至8月发放', '待审批后发放', '暂缓发放'],
    ],
  ],
  [
    '增减项',
    false,
    ['已发通知', '已发现问题并整改', '防汛值守', '按会议纪要发放', '7月起发放', '未发放工装', '已发函', '补发6月差额'],
  ],
  [
    '花名册',
    true,
    [
      '7月1日已离职',
      '本人于7月15日离职',
      '2021年7月起离岗',
      '已于7月1日办理离职',
      '身体不适，离职',
      '因个人原因离职',
      '退休',
    ],
  ],
  [
    '花名册',
    false,
    ['退休返聘', '退休教师', '接替离职的李某', '未离职', '原在社区，2019年入职', '党员', '离职后重新入职'],
  ],
  ['信息', true, ['重复', '重复上报', '已撤销，见R3', '测试数据', '不予采纳']],
  [
    '信息',
    false,
    ['取消了违规摊位', '驳回理由已告知', '重复来电，已安抚', '误报火警已排除', '撤销投诉', '已办结', '删除违规广告2处'],
  ],
  ['请假', true, ['已取消', '未批准', '申请撤回', '不同意']],
  ['请假', false, ['按时销假', '家属生病', '已销假']],
];

const remarked = (kind: string, remark: string): readonly Table[] =>
  office.tables.map((table) =>
    table.kind === kind
      ? {
          ...table,
          headings: [...table.headings, '备注'],
          rows: table.rows.map((row, index) => [...row, index === 0 ? remark : '']),
        }
      : table,
  );

test.each(REMARKS)('%s, asked about: %s', async (kind, isAsked, remarks) => {
  const clean = await outcomeOf(filesOf(office), office.period);
  const asked = await Promise.all(
    remarks.map(async (remark) => {
      const after = await outcomeOf(filesOf({ ...office, tables: remarked(kind, remark) }), office.period);
      return [remark, after.asked.some((one) => !clean.asked.includes(one))] as const;
    }),
  );
  expect(asked.filter(([, found]) => found !== isAsked)).toEqual([]);
});
