// Tables that are none of ours (别的表): known by their signs, named as what they are, never in the way and never paying
// (spec 3.0).
import { compact } from '../values/text.ts';

/** Words with 会 that name no meeting: 社会治理, 村委会, 工会, 会计 … */
const NO_MEETING =
  /社会|委员会|[村居党团常]委会|委会|工会|商会|学会|协会|妇联会|基金会|理事会|业委会|会计|会员|机会|不会/g;
const MEETING = /会/;

/** Whether a title, a name or a heading speaks of a meeting. */
export const saysMeeting = (text: string): boolean => MEETING.test(compact(text).replace(NO_MEETING, ''));

/** What is known of a sheet that may be no table of ours. */
export interface Looks {
  /** Titles above the headings, the sheet's name, the file's name. */
  readonly titles: readonly string[];
  readonly headings: readonly string[];
}

interface Layout {
  /** Chinese: what the table is. */
  readonly name: string;
  /** Words of titles and names. */
  readonly titled?: RegExp;
  /** Headings of which at least `least` must be there. */
  readonly headed?: RegExp;
  readonly least?: number;
}

const LAYOUTS: readonly Layout[] = [
  {
    name: '工资表',
    titled: /工资(表|条|单|发放|明细|汇总)|薪资|薪酬/,
    headed: /基本工资|岗位工资|应发(工资|合计|金额)?$|实发|个税|公积金|社保|绩效工资/,
    least: 2,
  },
  {
    name: '工资表',
    headed: /基本工资|岗位工资|工龄工资|应发工资|实发|代扣|个税|个人所得税|公积金|养老保险|绩效工资/,
    least: 3,
  },
  { name: '参保登记表', titled: /参保|社保|医保|养老保险/ },
  { name: '普查登记表', titled: /普查|人口登记|户籍登记/ },
  { name: '学生名册', headed: /^(学号|班级|年级|学籍号|家长姓名|班主任)$/, least: 2 },
  { name: '疫苗接种登记表', titled: /疫苗|接种/ },
  { name: '培训登记表', titled: /培训/ },
  { name: '消防检查表', titled: /消防/ },
  { name: '值班表', titled: /值班|值守/ },
  { name: '加班登记表', titled: /加班/ },
  { name: '排班表', titled: /排班/ },
  { name: '考勤表', titled: /考勤/ },
  { name: '体检登记表', titled: /体检/ },
  { name: '体温登记表', titled: /体温|测温/ },
  { name: '核酸检测登记表', titled: /核酸/ },
  { name: '党日活动签到表', titled: /党日|党课|党建活动/ },
  { name: '工会活动签到表', titled: /工会/ },
  { name: '志愿服务签到表', titled: /志愿/ },
  { name: '学习登记表', titled: /学习强国/ },
];

const FIRM: ReadonlySet<string> = new Set(['工资表', '学生名册']);

/** Words that name a table of ours: beside them a word of another layout decides nothing. */
const OURS = /例会|会议|巡查|巡逻|请假|休假|增减|补发|扣款|漏报|免考|轨迹|走访|派单|交办|花名册|离职/;

/** The Chinese name of the layout; null where it is none that is known. */
export function otherLayout({ titles, headings }: Looks): string | null {
  const texts = titles.map((title) => compact(title));
  const isOurs = texts.some((text) => OURS.test(text) || saysMeeting(text));
  const found = LAYOUTS.find(({ name, titled, headed, least = 1 }) => {
    if (isOurs && !FIRM.has(name)) return false;
    const isTitled = titled === undefined || texts.some((text) => titled.test(text));
    const count = headed === undefined ? least : headings.filter((one) => headed.test(compact(one))).length;
    return isTitled && count >= least;
  });
  return found?.name ?? null;
}
