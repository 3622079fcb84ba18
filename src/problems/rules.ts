// Problems the rules find in facts that were read without one.
import { define } from './definition.ts';

interface Who {
  readonly id: string;
  readonly name: string;
}
const who = ({ name, id }: Who): string => `${name}（${id}）`;
const list = (names: readonly string[]): string =>
  names.length > 10 ? `${names.slice(0, 10).join('、')}等 ${names.length} 个` : names.join('、');

interface Days extends Who {
  readonly days: number;
}

interface Gap {
  readonly days: readonly string[];
  /** Null: all figures. */
  readonly figures: readonly string[] | null;
  readonly people: readonly Days[];
}

/** `2021-07-26 至 2021-07-30（5 天）`, `2021-07-06、2021-07-08` */
function daysText(days: readonly string[]): string {
  const [first, ...rest] = days;
  if (first === undefined || rest.length === 0) return first ?? '';
  return days.length > 3 ? `${first} 至 ${rest.at(-1)}（${days.length} 天）` : days.join('、');
}

const gapText = ({ days, figures, people }: Gap): string =>
  `${daysText(days)} 有 ${people.length} 人没有${figures === null ? '巡查记录' : figures.join('、')}（${list(people.map(({ name }) => name))}）`;

/** The row of 确无记录 that answers. */
const noRecordRow = (days: readonly string[], id: string, figure: string): string =>
  `在 设置.xlsx 的“确无记录”表中（没有这张表的，用 wangge template 确无记录 取一张）${days.length > 1 ? '每天' : ''}写一行：日期=${days[0] ?? ''}，工号=${id === '' ? '（空表示全体）' : id}，指标=${figure}，理由=（写明），批准人=（姓名）`;

export const ruleProblems = {
  monthBeforeMissing: define<{ month: string }>('warning', ({ month }) => ({
    message: `没有 ${month} 的归档，也没有可用的 ${month} 资料：上月结转按无处理，须看上月的考核（如连续两月未达标的红牌）无法核对`,
    remedy: `请补齐 ${month} 文件夹并处理其中的错误；确为首月启用的可不处理`,
  })),
  workdayWithoutPatrol: define<{ dates: readonly string[]; people: readonly Days[] }>('error', ({ dates }) => ({
    message: `工作日 ${daysText(dates)} 没有任何人的巡查记录`,
    remedy: `请补导这${dates.length > 1 ? '些' : ''}天的巡查数据；确实免于考核的，在免考表中列出（工号留空表示全体）；确实没有记录的，${noRecordRow(dates, '', '全部')}`,
  })),
  personWithoutPatrol: define<{ people: readonly Days[] }>('warning', ({ people }) => ({
    message: `${people.map(who).join('、')}全月没有任何巡查记录`,
    remedy: `请核对巡查表是否漏导${people.length > 1 ? '这些人' : '此人'}；请假、离职的请在请假表、花名册中登记（无数据的考核日怎样计见解释口径）`,
  })),
  figuresBreakOff: define<Gap>('error', (data) => ({
    message: `${gapText(data)}，像是导出不全`,
    remedy: `请重新导出${data.figures === null ? '巡查表' : `含${data.figures.join('、')}的巡查表`}；确实没有记录的，${noRecordRow(data.days, '', data.figures?.[0] ?? '全部')}`,
  })),
  figuresLacking: define<Gap>('warning', (data) => ({
    message: gapText(data),
    remedy: `请核对是否漏导；确实没有记录的，${noRecordRow(data.days, '', data.figures?.[0] ?? '全部')}`,
  })),
  daysWithoutFigures: define<{
    people: readonly (Who & { days: readonly string[]; figures: readonly string[] })[];
    hasLeave: boolean;
  }>('warning', ({ people, hasLeave }) => ({
    message: `连续几个考核日没有巡查记录${people.some(({ figures }) => figures.length > 0) ? '或数字' : ''}：${people
      .map((one) => `${who(one)}${daysText(one.days)}${one.figures.length > 0 ? `没有${one.figures.join('、')}` : ''}`)
      .join('；')}${hasLeave ? '' : '；本月没有请假表'}`,
    remedy: `${hasLeave ? '请假的请在请假表中登记' : '请假的请放入请假表'}，漏导的请补导，离职的请填写离职日期；确实没有记录的，${noRecordRow(people[0]?.days ?? [], people[0]?.id ?? '', '全部')}`,
  })),
  serviceDoubtful: define<Who & { before: readonly string[]; behind: readonly string[] }>('warning', (data) => ({
    message: `${who(data)}${[
      ...(data.before.length > 0 ? [`月初至 ${data.before.at(-1)}`] : []),
      ...(data.behind.length > 0 ? [`${data.behind[0]} 至月底`] : []),
    ].join('、')} 没有任何表的记录，花名册也没有起止日期：是否中途入职、离职或请假？`,
    remedy: '中途入职、离职的请在花名册填写入职日期、离职日期；请假的请在请假表中登记；一直在职的不需要处理',
  })),
  membersWithoutReports: define<{ people: readonly Who[] }>('warning', ({ people }) => ({
    message: `本月没有任何信息的专职网格员：${list(people.map(who))}`,
    remedy: '请核对信息表是否漏导；确实没有上报的不需要处理',
  })),
  reportsBreakOff: define<{ last: string; left: number; people: readonly Who[] }>('warning', ({ last, left }) => ({
    message: `信息表最后一条是 ${last}，其后 ${left} 个工作日一条也没有，像是导出不全`,
    remedy: '请核对导出的日期范围，重新导出到月底；确实没有的不需要处理',
  })),
  outsideAssignments: define<{
    people: readonly (Who & {
      readonly counts: readonly (readonly [string, number])[];
      readonly first: string;
      readonly last: string;
      readonly days: number;
      readonly share: string;
      readonly shareWith: string;
    })[];
  }>('warning', ({ people }) => ({
    message: `在职但没有任职的日子有工作记录，未计入：${people
      .map(
        ({ id, name, counts, first, last, days, share, shareWith }) =>
          `${name}（${id}）${first} 至 ${last}，${counts.map(([kind, count]) => `${kind} ${count} 条`).join('、')}；不算任职出勤份额 ${share}，这 ${days} 天都算则 ${shareWith}`,
      )
      .join('；')}`,
    remedy: '请核对花名册的任职开始、任职结束：这些日子确在任职的，请改正或补一行任职；确实没有任职的不需要处理',
  })),
  samePersonTwice: define<{ heading: string; number: string; people: readonly Who[] }>(
    'warning',
    ({ heading, number, people }) => ({
      message: `${people.map(who).join('、')}的${heading}相同（${number}），像是同一个人有 ${people.length} 个工号，各发一份`,
      remedy: '是同一个人的，请在花名册合为一个工号（几行任职写同一个工号）；不是的，请改正写错的号码',
    }),
  ),
  leaveWithFigures: define<{ people: readonly (Who & { days: readonly string[] })[] }>('warning', ({ people }) => ({
    message: `请假的日子有照常的巡查记录，仍按请假计算：${people.map((one) => `${who(one)}${daysText(one.days)}`).join('；')}`,
    remedy: '请核对：日期、月份写错的，没有休的，请改正请假表；确实请假的不需要处理',
  })),
  leaveTooShort: define<Who & { kind: string; date: string }>('warning', (data) => ({
    message: `${who(data)}${data.date} 的${data.kind}不足半天，不计请假，当日照常考核`,
    remedy: '请核对起止时刻；确是半天或一天的请改正，不足半天的不需要处理',
  })),
  leaveLeftOver: define<Who & { kind: string; date: string; hours: string }>('warning', (data) => ({
    message: `${who(data)}${data.date} 的${data.kind}按半天计，另有 ${data.hours} 小时没有计入`,
    remedy: '请核对：应按一天计的，请写明全天；按半天计的不需要处理',
  })),
  excusedHalfDay: define<{ date: string; count: number }>('notice', ({ date, count }) => ({
    message: `免考不足一天的有 ${count} 天（如 ${date}），不免当日考核`,
    remedy: '不需要处理；应免一天的，请写全天',
  })),
  deductionPositive: define<Who & { title: string; amount: string }>('warning', (data) => ({
    message: `${who(data)}的“${data.title}”像是扣款，金额却是正数 ${data.amount}，按发给计算`,
    remedy: '应扣的请把金额改为负数，或加一列“增减”写明增、减；确是发给的不需要处理',
  })),
  taskTimesReversed: define<Who & { what: string; moment: string; dispatched: string; isEarly: boolean }>(
    'warning',
    (data) => ({
      message: `${data.name}的任务 ${data.id} 的${data.what} ${data.moment} ${data.isEarly ? '早于' : '比'}派单时间 ${data.dispatched}${data.isEarly ? '' : ' 晚一年以上'}`,
      remedy: '请核对日期（年份、月份有没有写错），改正其中一处',
    }),
  ),
  leaverOwes: define<Who & { amount: string }>('notice', (data) => ({
    message: `${who(data)}已离职，尚有 ${data.amount} 元没有扣回，记入结转`,
    remedy: '请向本人追回，或以增减项冲销（写明原因和批准人）；处理以前每月提示',
  })),
  monthBeforeInError: define<{ month: string; count: number; first: string }>('warning', ({ month, count, first }) => ({
    message: `${month} 文件夹有 ${count} 处错误（如：${first}），不能核算：其后的结转、黄牌红牌和季度排名接不上，结转按无处理`,
    remedy: `请先用 check ${month} 改正这些错误`,
  })),
  reportByAdviser: define<Who & { report: string }>('notice', (data) => ({
    message: `网格指导员${who(data)}上报的信息 ${data.report} 不计发`,
    remedy: '网格指导员不享受网格经济待遇，无需处理',
  })),
  adjustmentForAdviser: define<{ id: string }>('error', ({ id }) => ({
    message: `工号 ${id} 是网格指导员，不享受网格经济待遇，不能有增减项`,
    remedy: '请删除该行，或更正工号、花名册中的角色',
  })),
  missedAlthoughReported: define<{ grid: string; date: string; incident: string }>('warning', (data) => ({
    message: `${data.grid} ${data.date} 的${data.incident}认定为漏报，但此前 30 天内该网格有同类有效信息`,
    remedy: '请复核是否确为漏报',
  })),
  notMissedWithoutReport: define<{ grid: string; date: string; incident: string }>('warning', (data) => ({
    message: `${data.grid} ${data.date} 的${data.incident}认定为未漏报，但此前 30 天内该网格没有同类有效信息`,
    remedy: '请复核是否确已上报',
  })),
  missedWithoutMember: define<{ grid: string; date: string; incident: string }>('warning', (data) => ({
    message: `${data.grid} 在 ${data.date} 没有在职的专职网格员，这起${data.incident}漏报没有人承担`,
    remedy: '请核对花名册中该网格的任职起止日期',
  })),
  rewardBelowZero: define<Who & { left: string }>('warning', (data) => ({
    message: `${who(data)}本月合计为负，本月发 0 元，尚有 ${data.left} 元未扣`,
    remedy: '请在以后月份的增减项中继续扣减，或按街道决定处理',
  })),
  noTasksAssigned: define<Who & { month: string; item: string; amount: string }>('warning', (data) => ({
    message: `${who(data)}${data.month} 没有应办结的派单，${data.item}发 ${data.amount} 元`,
    remedy: '请核对派单表是否漏导；确无派单的无需处理（怎样发见解释口径）',
  })),
  dispatchBelowMinimum: define<{ month: string; grids: readonly string[]; wanted: string }>('warning', (data) => ({
    message: `${data.month} 有 ${data.grids.length} 个网格派单不足（应各派发${data.wanted}）：${list(data.grids)}`,
    remedy: '请核对派单表是否漏导；这是街道自身的派单要求，不影响个人发放',
  })),
  absentFromMeetingList: define<{
    date: string;
    lists: readonly { label: string; names: readonly string[] }[];
    /** All of them, again for each list. */
    names: readonly string[];
  }>('warning', ({ date, lists }) => ({
    message: `${date} 的例会签到中没有 ${lists
      .map(({ label, names }) => `${list(names)}${lists.length > 1 && label !== '' ? `（${label}）` : ''}`)
      .join('；')}，未扣款`,
    remedy: '请补登签到情况（出席、迟到、请假、缺席）',
  })),
  lateForMeeting: define<Who & { date: string }>('notice', (data) => ({
    message: `${who(data)}在 ${data.date} 的例会迟到`,
    remedy: '是否扣款见解释口径，无需处理',
  })),
  specialDutyNotFullTime: define<{ id: string }>('error', ({ id }) => ({
    message: `工号 ${id} 当月不是在职的专职网格员，不能享受专项奖励`,
    remedy: '请删除该行，或更正工号、花名册中的角色和在职日期',
  })),
  daysWithoutData: define<{ people: readonly (Who & { days: readonly string[] })[] }>('notice', ({ people }) => ({
    message: `以下人员有考核日没有巡查记录（无数据）：${people
      .map((one) => `${who(one)}${one.days.map((day) => `${Number(day.slice(8))}日`).join('、')}`)
      .join('；')}`,
    remedy: '请核对是否漏导；确实没有巡查的不需要处理（无数据的日子怎样计见解释口径）',
  })),
  patrolNotFullTime: define<{ people: readonly (Who & { days: number; roles: readonly string[] })[] }>(
    'warning',
    ({ people }) => ({
      message: `有巡查记录，本月却没有专职网格员的角色，不发补贴：${people
        .map((one) => `${who(one)}${one.roles.join('、')}，巡查 ${one.days} 天`)
        .join('；')}`,
      remedy: '请核对花名册的角色：是专职网格员的请改正；不是的不需要处理',
    }),
  ),
  patrolPastedTwice: define<{ count: number; row: number }>('warning', ({ count, row }) => ({
    message: `巡查表从第 ${row} 行起像是又一份导出：前面有过的 ${count} 人次又各有一行，同一人同一天的两行相加`,
    remedy: '是两次导出粘在一起的，请只保留一份；确是上下午分别导出、应当相加的不需要处理',
  })),
  patrolRowsAlike: define<{
    count: number;
    examples: readonly (Who & { date: string; rows: readonly number[] })[];
  }>('warning', ({ count, examples }) => ({
    message: `巡查表中同一人同一天有几行、在线时长相同的，有 ${count} 处，各行相加：${examples
      .map((one) => `${who(one)}${one.date}（第 ${one.rows.join('、')} 行）`)
      .join('、')}`,
    remedy: '确是分段巡查的不需要处理；重复的，请只保留一行',
  })),
  dutyListNotKnown: define<Who>('notice', (data) => ({
    message: `${who(data)}履职清单未掌握`,
    remedy: '只列示，不扣款（见解释口径）',
  })),
  redCardCheckIncomplete: define<Who & { month: string }>('warning', (data) => ({
    message: `${who(data)}本月未达到巡查要求，但没有 ${data.month} 的归档或资料，无法核对是否连续两个月（红牌）`,
    remedy: `请补齐 ${data.month} 文件夹后重新运行；以前没有用本程序的，关账时以 --first-month 说明`,
  })),
  redCardStillServing: define<Who & { month: string }>('warning', (data) => ({
    message: `${who(data)}在 ${data.month} 已被给予红牌，本月仍在岗`,
    remedy: '红牌应调整出网格员队伍；已调整的请在花名册填写离职日期',
  })),
  quarterIncomplete: define<{ quarter: string; months: readonly string[] }>('warning', ({ quarter, months }) => ({
    message: `${quarter} 缺少 ${months.join('、')} 的归档或可用资料，无法排名，排名奖励按 0 元处理`,
    remedy: '请补齐这些月份的文件夹并处理其中的错误后重新运行',
  })),
  quarterMonthMissing: define<{ quarter: string; months: readonly string[] }>('error', ({ quarter, months }) => ({
    message: `${quarter} 缺少 ${months.join('、')} 的归档或可用资料，无法排名`,
    remedy: '请补齐这些月份的文件夹并处理其中的错误后重新运行',
  })),
  dimensionLeftOut: define<{ dimension: string; names: readonly string[] }>('warning', ({ dimension, names }) => ({
    message: `以下人员没有“${dimension}”的数据，考核时该项不计，其余按比例放大：${list(names)}`,
    remedy: '请核对评分表、派单表是否漏导',
  })),
  redCardUnknown: define<{ names: readonly string[]; month: string }>('warning', ({ names, month }) => ({
    message: `以下人员是否应得红牌要看 ${month}，但没有这个月的资料，排名时按无红牌处理：${list(names)}`,
    remedy: `请补齐 ${month} 文件夹后重新运行`,
  })),
};
