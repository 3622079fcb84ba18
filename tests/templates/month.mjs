// A month of a small office, as somebody fills it into the templates: table → rows by the names of their columns.

export const PERIOD = '2021-07';

/** Codes of what is told of a month that is the first one there is. */
export const EXPECTED = ['monthBeforeMissing'];

const PEOPLE = [
  { 工号: '001', 姓名: '张小网' },
  { 工号: '002', 姓名: '李小格' },
];
const [first, second] = PEOPLE;

const days = Array.from({ length: 31 }, (_, index) => `2021-07-${String(index + 1).padStart(2, '0')}`);
const workdays = days.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
const EXCUSED = '2021-07-26';
const LEAVE = '2021-07-14';

const two = (number) => String(number).padStart(2, '0');

export const MONTH = {
  花名册: [
    {
      ...first,
      角色: '专职网格员',
      网格编号: 'G001',
      网格名称: '幸福一网格',
      村社: '幸福社区',
      党员: '是',
      入职日期: '2020-03-01',
      身份证号: '110101199003070118',
      手机: '13000000001',
      银行账号: '6222021234567890128',
      开户行: '某银行',
    },
    { ...second, 角色: '专职网格员', 网格编号: 'G002', 党员: '否', 曾用名: '李二', 手机: '13000000002' },
    { 工号: '011', 姓名: '王大格', 角色: '网格长', 网格编号: 'G001、G002', 任职开始: '2021-01-01' },
  ],
  网格: [
    { 网格编号: 'G001', 网格名称: '幸福一网格', 村社: '幸福社区', 户数: 320, 人口: 960 },
    { 网格编号: 'G002', 网格名称: '幸福二网格', 村社: '幸福社区', 户数: 280, 人口: 800 },
  ],
  巡查: workdays
    .filter((day) => day !== EXCUSED)
    .flatMap((day) =>
      PEOPLE.filter((person) => person !== second || day !== LEAVE).map((person) => ({
        日期: day,
        ...person,
        在线率: 0.975,
        在线时长: 4.5,
        巡查里程: 3.2,
        重点人员走访: 2,
        重点场所走访: 1,
      })),
    ),
  信息: PEOPLE.flatMap((person, at) =>
    Array.from({ length: 21 }, (_, index) => ({
      编号: `00${at + 1}${two(index + 1)}`,
      ...person,
      上报时间: `2021-07-${two(index + 9)} 09:30`,
      类别: index === 1 ? '违法建设' : '安全隐患',
      网格编号: `G00${at + 1}`,
      是否有效: index === 20 ? '无效' : '有效',
      内容: index === 0 ? '示例' : `第${index + 1}条信息`,
    })),
  ),
  派单: PEOPLE.flatMap((person, at) =>
    ['事件', '任务', '临时'].flatMap((type, of) =>
      Array.from({ length: 6 }, (_, index) => ({
        编号: `0${at}${of}${index}`,
        类型: type,
        ...person,
        派单时间: `2021-07-0${index + 1} 08:00`,
        截止时间: `2021-07-1${index}`,
        完成时间: `2021-07-08 15:0${index}`,
        状态: '已办结',
      })),
    ),
  ),
  例会: PEOPLE.map((person, index) => ({
    日期: '2021-07-05',
    ...person,
    会议名称: '网格例会',
    签到: index === 0 ? '出席' : '缺席',
    备注: '月初',
  })),
  请假: [{ ...second, 开始日期: LEAVE, 结束日期: LEAVE, 类型: '病假', 时段: '全天', 原因: '感冒' }],
  免考: [{ 开始日期: EXCUSED, 结束日期: EXCUSED, 原因: '台风' }],
  漏报: [{ 发现日期: '2021-07-12', 网格编号: 'G001', 类型: '违法建设', 是否漏报: '否', 说明: '已上报' }],
  专项: [{ ...first, 职责: '系统维护', 完成: '是' }],
  评分: PEOPLE.map((person) => ({ ...person, 巡查质量: 95.5, 清单掌握: '是' })),
  测评: PEOPLE.map((person) => ({
    ...person,
    信息采集准确率: 0.98,
    重点人员掌握率: 0.95,
    熟悉率: 0.9,
    满意率: 1,
  })),
  增减项: [{ ...second, 项目: '补发', 金额: -50.25, 原因: '上月多发', 批准人: '李主任' }],
  确无记录: [{ 日期: LEAVE, ...second, 指标: '全部', 理由: '病假', 批准人: '李主任' }],
};
