// The schema of `pay --json`. Amounts and figures follow the edition's items: those of the shipped edition are named, of
// another edition only what every edition has.
import * as z from 'zod';
import { ROLES, type Role } from '../../model/terms.ts';
import { PAY_SCHEMA } from '../documents/pay.ts';
import {
  type Body,
  count,
  coverage,
  failure,
  money,
  month,
  person,
  place,
  quantity,
  role,
  score,
  share,
  success,
} from './common.ts';
import { duty, personDuty } from './duties.ts';
import { otherScheme, shippedScheme } from './editions.ts';

const besideItems = {
  adjustments: money.describe('增减项'),
  carriedIn: money.describe('上月结转'),
  withheld: money.describe('暂缓发放和补发；没有的不写').exactOptional(),
};

const settled = {
  carriedOut: money.describe('结转下月：各项合计为负的部分，不大于 0'),
  total: money.describe('应发合计，不小于 0'),
};

const items = {
  patrolSubsidy: money.describe('巡查补贴'),
  informationSubsidy: money.describe('信息补贴'),
  taskReward: money.describe('任务奖励'),
  specialReward: money.describe('专项奖励'),
  starReward: money.describe('排名奖励'),
};

const grids = z.array(z.string()).describe('网格编号');

const figures = {
  assessableDays: count.describe('考核日'),
  unmetDays: count.describe('未达标日'),
  noDataDays: count.describe('无数据日'),
  longestUnmetRun: count.describe('最长连续未达标天数'),
  forfeited: z.boolean().describe('巡查补贴取消'),
  share: share.describe('出勤份额'),
  meetingAbsences: count.describe('无故缺席会议次数'),
  effectiveReports: count.describe('有效信息条数'),
  reportBase: quantity.describe('信息考核基数，单位条'),
  informationCancelled: z.boolean().describe('信息补贴因漏报取消'),
  tasksAssigned: count.describe('应办派单（事件和任务）'),
  tasksDone: count.describe('办结派单'),
};

const otherFields = z.union([z.number(), z.boolean(), z.string()]).describe('方案各项目的金额（元）和指标');

const worker = z.strictObject({ ...person, grids, ...figures, ...items, ...besideItems, ...settled });
const otherWorker = z.object({ ...person, grids, ...besideItems, ...settled }).catchall(otherFields);

const rewardAmounts = {
  amount: money.describe('各项目合计'),
  adjustments: money.describe('增减项'),
  total: money.describe('应发合计'),
};

const reward = z.strictObject({
  ...person,
  role,
  effectiveReports: count.describe('有效信息条数'),
  ...rewardAmounts,
});
const otherReward = z.object({ ...person, role, ...rewardAmounts }).catchall(otherFields);

const people = { people: count.describe('人数') };
const totals = z.strictObject({ ...people, ...items, ...besideItems, ...settled });
const otherTotals = z.object({ ...people, ...besideItems, ...settled }).catchall(money);

const contents = z
  .record(z.string(), z.number().nullable())
  .describe('各项内容的得分率，0 至 100，最多两位小数；null 为无数据');

const scored = z.strictObject({ ...person, score: score.nullable(), rank: place.nullable(), contents });

const departure = z.strictObject({
  rule: z.string().describe('配置要求的编号'),
  found: z.number().nullable().describe('实际'),
  required: z.number().nullable().describe('要求'),
  days: count.nullable().describe('不符的天数；null 为整月'),
});

const reportsByRole = Object.fromEntries(
  (Object.keys(ROLES) as Role[]).map((one) => [one, count.describe(ROLES[one])]),
);

const grid = z.strictObject({
  id: z.string().describe('网格编号'),
  name: z.string().nullable().describe('网格名称；null 表示没有'),
  score: score.nullable(),
  rank: place.nullable(),
  assessableDays: count.describe('考核日'),
  metDays: count.describe('达标日'),
  effectiveReports: count.describe('有效信息条数'),
  reportsByRole: z.strictObject(reportsByRole).describe('有效信息条数，按上报人的角色'),
  tasksAssigned: count.describe('应办派单'),
  tasksDone: count.describe('办结派单'),
  missedIncidents: count.describe('漏报起数'),
  departures: z.array(departure).describe('配备不符'),
  duties: z.array(duty).describe('对街道的要求，如派单'),
});

const assessments = {
  scores: z.array(scored).describe('专职网格员的考核评分，按工号；没有数据的分数和名次为 null'),
  grids: z.array(grid).describe('网格考核，按网格编号'),
  coverage,
  duties: z.array(personDuty).describe('专职网格员的工作要求，按工号'),
};

const ABOUT = {
  workers: '专职网格员，按工号',
  rewards: '网格长和兼职网格员的以奖代补，按工号',
  totals: '专职网格员的人数和各项金额合计',
};

const shipped: Body = z.strictObject({
  scheme: shippedScheme,
  workers: z.array(worker).describe(ABOUT.workers),
  informationRewards: z.array(reward).describe(ABOUT.rewards),
  totals: totals.describe(ABOUT.totals),
  ...assessments,
});

const other: Body = z.strictObject({
  scheme: otherScheme,
  workers: z.array(otherWorker).describe(ABOUT.workers),
  informationRewards: z.array(otherReward).describe(ABOUT.rewards),
  totals: otherTotals.describe(ABOUT.totals),
  ...assessments,
});

export const id = PAY_SCHEMA;
export const schema = z.union([success(id, month, shipped), success(id, month, other), failure(id, month)]);
