// July of the sample office as the same tables of text; what the damages do not touch stays as its files.
import type { Value } from '../mess/model.ts';
import { plainOffice } from '../mess/office.ts';
import { sampleFiles } from '../run/sample-quarter.ts';
import type { DamagedOffice, Table } from './office.ts';

const PERIOD = '2021-07';

/** Headings by field, in the order of an export; a table of another kind is taken as its file. */
const HEADINGS: Readonly<Record<string, readonly [kind: string, headings: Readonly<Record<string, string>>]>> = {
  roster: [
    '花名册',
    {
      person: '工号',
      name: '姓名',
      role: '角色',
      grid: '网格编号',
      village: '村社',
      party: '是否党员',
      hired: '入职日期',
      left: '离职日期',
      from: '任职开始',
      to: '任职结束',
      idNumber: '身份证号',
      phone: '手机号码',
    },
  ],
  patrol: [
    '巡查',
    {
      date: '日期',
      person: '工号',
      name: '姓名',
      onlineRate: '在线率',
      onlineTime: '在线时长（小时）',
      mileage: '巡查里程（公里）',
      keyPersonVisits: '重点人员走访',
      keyPlaceVisits: '重点场所走访',
    },
  ],
  reports: [
    '信息',
    {
      id: '编号',
      person: '工号',
      name: '姓名',
      at: '上报时间',
      category: '类别',
      grid: '网格编号',
      verdict: '是否有效',
      text: '内容',
    },
  ],
  tasks: [
    '派单',
    {
      id: '编号',
      type: '类型',
      person: '工号',
      name: '姓名',
      dispatched: '派单时间',
      due: '截止时间',
      done: '完成时间',
      state: '状态',
    },
  ],
  meetings: ['例会', { date: '日期', person: '工号', name: '姓名', attendance: '签到' }],
  leave: ['请假', { person: '工号', name: '姓名', from: '开始日期', to: '结束日期', kind: '类型', part: '时段' }],
  adjustments: [
    '增减项',
    { person: '工号', name: '姓名', title: '项目', amount: '金额', reason: '原因', approver: '批准人' },
  ],
  scores: ['评分', { person: '工号', name: '姓名', patrolQuality: '巡查质量', knowsDutyList: '清单掌握' }],
};

function textOf(field: string, value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field === 'onlineTime') return (Number(value) / 60).toFixed(4);
  if (field === 'mileage') return String(Number(value) / 1000);
  if (field === 'amount') return String(Number(value) / 100);
  if (field === 'onlineRate') return `${value}%`;
  if (field === 'verdict') return value === 'yes' ? '有效' : '无效';
  return String(value);
}

export async function sampleOffice(): Promise<DamagedOffice> {
  const own = sampleFiles.filter(({ path }) => !path.includes('/') || path.startsWith(`${PERIOD}/`));
  const tables: Table[] = [];
  const others = [];
  for (const file of own) {
    const [plain] = await plainOffice([file]);
    const known = plain && HEADINGS[plain.kind];
    if (!plain || !known) {
      others.push(file);
      continue;
    }
    const [kind, headings] = known;
    const fields = Object.keys(headings);
    tables.push({
      kind,
      path: plain.folder === '' ? `${kind}.csv` : `${PERIOD}/${kind}.csv`,
      headings: Object.values(headings),
      rows: plain.rows.map((row) => fields.map((field) => textOf(field, row[field] ?? null))),
    });
  }
  return { period: PERIOD, tables, others };
}
