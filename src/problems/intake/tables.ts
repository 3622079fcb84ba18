// Sheets and columns: what was recognised, left out, missing (工作表, 列).
import { define } from '../definition.ts';
import type { Place } from '../problem.ts';
import {
  type HeadingSuggestion,
  type NotUsedAdvice,
  notUsedRow,
  suggestedRows,
  suggestionQuestion,
  withSuggestions,
} from './suggestion.ts';
import { placeText, quoted } from './wording.ts';

/** The table kind that a sheet nearly fits, in Chinese, and the headings it lacks. */
interface NearestKind {
  readonly kind: string;
  readonly missing: readonly string[];
  readonly suggestions: readonly HeadingSuggestion[];
}

interface OtherMonth {
  readonly kind: string;
  readonly period: string;
  readonly months: readonly string[];
  readonly count: number;
  readonly isOnly: boolean;
}

const otherMonthText = ({ kind, period, months, count }: OtherMonth): string =>
  `这张“${kind}”表的 ${count} 行都不在 ${period}${months.length > 0 ? `，是 ${months.join('、')} 的` : ''}`;

/** `王芳、李强等 12 人` */
const peopleText = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 3).join('、')}等 ${names.length} 人` : names.join('、');

export const tableProblems = {
  sheetNotRecognised: define<{ headings: readonly string[]; nearest: NearestKind | null }>(
    'notice',
    ({ headings, nearest }) => {
      const seen = `没有认出这张表，未读取；前 20 行中最像表头的一行是：${headings.length > 0 ? quoted(headings) : '（无文字）'}`;
      const remedy = '不需要的表不必处理；需要的请把表头改为规定的列名';
      if (nearest === null) return { message: seen, remedy };
      const message = `${seen}；最接近“${nearest.kind}”表，缺少${quoted(nearest.missing)}`;
      return withSuggestions(nearest.suggestions, { message, remedy });
    },
  ),
  sheetAmbiguous: define<{ kinds: readonly string[] }>('error', ({ kinds }) => ({
    message: `这张表的表头同样符合${quoted(kinds)}，无法判断是哪一种`,
    remedy: '请补充能区分的列名，或把这张表移出文件夹',
  })),
  columnMissing: define<{
    kind: string;
    /** Each with all headings it may have, the canonical one first. */
    columns: readonly (readonly string[])[];
    suggestions: readonly HeadingSuggestion[];
    /** Of a file of the month, which may be of no use. */
    answer: NotUsedAdvice | null;
  }>('error', ({ kind, columns, suggestions, answer }) => {
    const names = quoted(columns.flatMap(([canonical = '']) => [canonical]));
    const known = columns.map((headings) => quoted(headings)).join('；');
    return withSuggestions(suggestions, {
      message: `“${kind}”表缺少必需的列${columns.length > 1 ? names : ''}，找过的列名：${known}`,
      remedy: `请在表头中加上${names}列后重新导出${kind === '花名册' && names.includes('工号') ? '；系统没有工号的，自己编一列：每人一个，不重复，以后不改' : ''}${answer === null ? '' : `；这张表确实不用的，${notUsedRow(answer)}`}`,
    });
  }),
  columnUnknown: define<{ suggestions: readonly HeadingSuggestion[] }>('warning', ({ suggestions }) => ({
    message: `${suggestions.map(suggestionQuestion).join('')}${suggestions.length > 1 ? '这些列' : '这一列'}没有读取`,
    remedy: `${suggestedRows(suggestions)}。如果不是，不需要处理`,
  })),
  columnsLikeFields: define<{
    kind: string;
    columns: readonly { heading: string; meanings: readonly string[]; samples: readonly string[] }[];
    answer: NotUsedAdvice;
  }>('warning', ({ kind, columns, answer }) => ({
    message: `“${kind}”表有${columns.length > 1 ? '几列' : '一列'}没有读取，内容像是要用的：${columns
      .map(({ heading, meanings, samples }) => `“${heading}”（如 ${samples.join('、')}；像${meanings.join('、')}）`)
      .join('，')}`,
    remedy: `要用的，请把列名改为所写的含义，或在 设置.xlsx 的“列名”表中写明；不用的，${notUsedRow(answer)}${columns.length > 1 ? '，其余各列照此各写一行' : ''}`,
  })),
  columnRival: define<{
    kind: string;
    heading: string;
    used: string;
    meaning: string;
    samples: readonly string[];
    answer: NotUsedAdvice;
  }>('warning', ({ kind, heading, used, meaning, samples, answer }) => ({
    message: `“${kind}”表按“${used}”核算，另有“${heading}”（如 ${samples.join('、')}）没有读取，不知道应按哪一列`,
    remedy: `应按“${heading}”的，请把表头“${used}”改名为“原${meaning}”，并在 设置.xlsx 的“列名”表中加一行：表=${kind}，列名=${heading}，含义=${meaning}；应按“${used}”的，${notUsedRow(answer)}`,
  })),
  sheetUnread: define<{
    kind: string;
    word: string;
    people: readonly string[];
    headings: readonly string[];
    nearest: NearestKind | null;
    /** Headings that the kind cannot do without and the sheet has not. */
    lacking: readonly string[];
    /** The first row is data: a heading written over it would lose it. */
    isHeadless: boolean;
    answer: NotUsedAdvice;
  }>('error', ({ kind, word, people, headings, nearest, lacking, isHeadless, answer }) => {
    const what = `这张表像是“${kind}”（名称中有“${word}”，写着${peopleText(people)}），但没有认出来，没有读取`;
    if (isHeadless)
      return {
        message: `${what}：没有表头，第一行就是数据（${quoted(headings)}）`,
        remedy: `请在最上面插入一行，写“${kind}”表的列名（模板见 wangge template ${kind}），不要写在数据上；确实不用的，${notUsedRow(answer)}`,
      };
    const message = `${what}；表头是：${quoted(headings)}${lacking.length > 0 ? `，缺少${quoted(lacking)}` : ''}`;
    const remedy = `请把表头改为“${kind}”表的列名（模板见 wangge template ${kind}），或在 设置.xlsx 的“列名”表中写明各列的含义；确实不用的，${notUsedRow(answer)}`;
    const near = nearest?.kind === kind ? nearest : null;
    return near === null ? { message, remedy } : withSuggestions(near.suggestions, { message, remedy });
  }),
  sheetNotTaken: define<{
    headings: readonly string[];
    nearest: NearestKind | null;
    answer: NotUsedAdvice;
    more: number;
    people: readonly string[];
    isHeadless: boolean;
  }>('warning', ({ headings, nearest, answer, more, people, isHeadless }) => {
    const named = people.length > 0 ? `，写着${peopleText(people)}` : '';
    const others = more > 0 ? `（这个文件还有 ${more} 张没有认出的表）` : '';
    if (isHeadless)
      return {
        message: `没有认出这张表，没有读取${named}${others}：没有表头，第一行就是数据（${quoted(headings)}）`,
        remedy: `核算要用的，请在最上面插入一行列名，不要写在数据上；不用的，${notUsedRow(answer)}`,
      };
    const near = nearest === null ? '' : `；最接近“${nearest.kind}”表，缺少${quoted(nearest.missing)}`;
    const message = `没有认出这张表，没有读取${named}${others}；表头是：${headings.length > 0 ? quoted(headings) : '（无文字）'}${near}`;
    const remedy = `核算要用的，请把表头改为规定的列名；不用的，${notUsedRow(answer)}`;
    return nearest === null ? { message, remedy } : withSuggestions(nearest.suggestions, { message, remedy });
  }),
  sheetOfOtherLayout: define<{ layout: string }>('notice', ({ layout }) => ({
    message: `${layout}，本方案不用，没有读取`,
    remedy: '不需要处理；其中确有核算要用的数据，请另存为规定列名的表',
  })),
  hiddenTableLeftOut: define<{ kind: string; rows: number; sheet: string; path: string }>(
    'warning',
    ({ kind, rows, sheet, path }) => ({
      message: `这张隐藏的工作表是“${kind}”表，有 ${rows} 行，没有读取`,
      remedy: `要用的请取消隐藏；不用的，${notUsedRow({ file: path.replace(/\d+/g, '*'), sheet, column: null })}`,
    }),
  ),
  recordsGlued: define<{ count: number; columns: number }>('error', ({ count, columns }) => ({
    message: `有 ${count} 行比表头多出内容（表头只有 ${columns} 列），像是两行粘在了一起`,
    remedy: '请重新导出这个文件；手工改过的，请把粘在一起的两行分开',
  })),
  amountMerged: define<{ heading: string; count: number }>('error', ({ heading, count }) => ({
    message: `“${heading}”是合并单元格，跨了 ${count} 行，不知道是每人各这么多，还是几个人合计这么多`,
    remedy: '请取消合并，逐行填写每人的金额',
  })),
  otherMonthOnly: define<OtherMonth>('error', (data) => ({
    message: `${otherMonthText(data)}。放错月份了？`,
    remedy: `请换成 ${data.period} 导出的“${data.kind}”表；这张表请移到所属月份的文件夹`,
  })),
  otherMonthFile: define<OtherMonth>('warning', (data) => ({
    message: `${otherMonthText(data)}${data.isOnly ? `，${data.period} 没有任何“${data.kind}”记录` : ''}。放错月份了？`,
    remedy: `请核对导出的日期范围；放错的请移到所属月份的文件夹，${data.period} 确实没有的不需要处理`,
  })),
  kindUnsaid: define<{ kind: string; excuses: boolean; rows: number; answer: NotUsedAdvice }>('warning', (data) => ({
    message: `这张表没有一处写明是“${data.kind}”，只凭列名读作“${data.kind}”，采用 ${data.rows} 行${data.excuses ? '：所列的日子不考核巡查，没有写人的一行免全体' : ''}`,
    remedy: `确是“${data.kind}”的，请在文件名、标题或表头写明；不是的，${notUsedRow(data.answer)}`,
  })),
  tablePlanned: define<{ kind: string; word: string; rows: number; answer: NotUsedAdvice }>('warning', (data) => ({
    message: `这张“${data.kind}”表的名称中有“${data.word}”，照样按“${data.kind}”采用 ${data.rows} 行：计划的不一定做了`,
    remedy: `确实照此执行的不需要处理；只是计划的，${notUsedRow(data.answer)}`,
  })),
  datesSwapped: define<{ kind: string; period: string; count: number; example: string; meant: string }>(
    'warning',
    ({ kind, period, count, example, meant }) => ({
      message: `有 ${count} 行${kind}的日期不在 ${period}，月和日对调就都在（如 ${example} → ${meant}），像是导出或另存时把月和日颠倒了；这些行未计入`,
      remedy: '请核对日期，颠倒的改正后重新导出；确是其他月份的不需要处理',
    }),
  ),
  headingTwice: define<{ heading: string }>('error', ({ heading }) => ({
    message: `表头中有两列“${heading}”，无法判断以哪一列为准`,
    remedy: '请删除或改名其中一列',
  })),
  columnNotUsed: define<{ heading: string; used: string }>('notice', ({ heading, used }) => ({
    message: `“${heading}”列与“${used}”列含义相同，只读取“${used}”列`,
    remedy: `请核对是否应以“${used}”列为准；如不是，请删除不用的一列`,
  })),
  hiddenSheetLeftOut: define<Record<never, never>>('notice', () => ({
    message: '这张表是隐藏的，未读取',
    remedy: '不需要的不必处理；需要的请取消隐藏',
  })),
  hiddenRowsRead: define<{ count: number }>('notice', ({ count }) => ({
    message: `有 ${count} 行是隐藏或被筛选掉的，照常读取`,
    remedy: '不应计入的行请从表中删除',
  })),
  tableNotTaken: define<{ kind: string; where: 'root' | 'month' }>('warning', ({ kind, where }) => ({
    message: where === 'root' ? `工作区根目录中的“${kind}”表未读取` : `月份文件夹中的“${kind}”表未读取`,
    remedy: where === 'root' ? '请把它放进所属月份的文件夹' : '请把它放在工作区根目录',
  })),
  rosterPoorer: define<{ columns: readonly string[]; answer: NotUsedAdvice }>('warning', ({ columns, answer }) => ({
    message: `本月以这张表为花名册，但它没有${quoted(columns)}列，工作目录的花名册有：本月按没有这些日期计算`,
    remedy: `确是本月花名册的，请补上这些列；是通讯录等别的表的，${notUsedRow(answer)}`,
  })),
  tableSuperseded: define<{ kind: string; period: string }>('notice', ({ kind, period }) => ({
    message: `${period} 文件夹有自己的“${kind}”表，根目录的这一张未采用`,
    remedy: '不需要处理；如应以根目录为准，请移走月份文件夹中的那一张',
  })),
  tableMissing: define<{
    kind: string;
    folders: readonly string[];
    columns: readonly string[];
    near: readonly { place: Place; suggestions: readonly HeadingSuggestion[] }[];
  }>('error', ({ kind, folders, columns, near }) => {
    const where = near.map(({ place }) => placeText({ ...place, row: null })).join('、');
    return withSuggestions(
      near.flatMap(({ suggestions }) => suggestions),
      {
        message: `${folders.join('和')}中没有“${kind}”表，找过有这些列的表：${quoted(columns)}${where === '' ? '' : `；最接近的是 ${where}`}`,
        remedy: `请把“${kind}”表放进 ${folders.join('或')}，表头含上述列名`,
      },
    );
  }),
  tableNotYet: define<{ folder: string; kinds: readonly string[] }>('notice', ({ folder, kinds }) => ({
    message: `${folder} 文件夹中还没有${quoted(kinds)}表，暂按没有记录计`,
    remedy: `已经导出的，请放进 ${folder} 文件夹；还没有的不必处理`,
  })),
  monthFolderEmpty: define<{ folder: string }>('error', ({ folder }) => ({
    message: `${folder} 文件夹里没有可读取的文件`,
    remedy: `请把本月导出的巡查、信息、派单、例会等表放进 ${folder} 文件夹`,
  })),
  trackPointsNotYetSupported: define<{ count: number }>('error', ({ count }) => ({
    message: `只有轨迹点（${count} 个），没有每日巡查表`,
    remedy: '请导出每日“巡查”表（日期、工号、在线时长、巡查里程等）放进同一文件夹',
  })),
  trackPointsNotUsed: define<{ count: number }>('notice', ({ count }) => ({
    message: `轨迹点（${count} 个）未采用，以每日巡查表为准`,
    remedy: '不需要处理',
  })),
  figureColumnMissing: define<{
    figure: string;
    setting: string | null;
    suggestions: readonly HeadingSuggestion[];
  }>('error', ({ figure, setting, suggestions }) =>
    withSuggestions(suggestions, {
      message: `所有巡查表都没有“${figure}”列`,
      remedy: `请导出含“${figure}”的巡查表${setting === null ? '' : `；不考核这一项的，请在 设置.xlsx 中把“${setting}”设为“否”`}`,
    }),
  ),
  figureColumnEmpty: define<{ figure: string; setting: string | null }>('error', ({ figure, setting }) => ({
    message: `“${figure}”列一个数也没有，本月所有人这一项都成了无数据`,
    remedy: `请重新导出含“${figure}”的巡查表${setting === null ? '' : `；不考核这一项的，请在 设置.xlsx 中把“${setting}”设为“否”`}；确实没有记录的，在“确无记录”表中每天写一行（工号空表示全体，指标=${figure}）`,
  })),
  templateUnfilled: define<{ kind: string }>('error', ({ kind }) => ({
    message: `“${kind}”表是没有填写的模板，只有示例行`,
    remedy: '请从示例行下面一行填起；本月确实没有的，请删除示例行',
  })),
  unitDoubtful: define<{ heading: string; unit: string; median: string }>('warning', ({ heading, unit, median }) => ({
    message: `“${heading}”列的数字没有写单位，按“${unit}”读取；但多数在 ${median} 上下，不像一天的巡查`,
    remedy: `请把表头写成“${heading}（单位）”，写明实际的单位；确是${unit}的，写成“${heading}（${unit}）”`,
  })),
  unitUnfit: define<{ heading: string; unit: string; median: string; count: number }>(
    'warning',
    ({ heading, unit, median }) => ({
      message: `“${heading}”列写明单位是“${unit}”，多数却在 ${median} 上下，不像一天的巡查`,
      remedy: '请核对单位，按实际的单位改表头；确实无误的不需要处理',
    }),
  ),
  unitAgainstOthers: define<{
    heading: string;
    found: string;
    least: string;
    most: string;
    unit: string;
    at: Place;
  }>('error', ({ heading, found, least, most, unit, at }) => ({
    message: `“${heading}”列没有写单位，按大小应是 ${found} ${unit}，但 ${placeText(at)} 是 ${least} 至 ${most} ${unit}，像是另一种单位`,
    remedy: `请在这张表的表头写明单位，如“${heading}（分钟）”或“${heading}（${unit}）”`,
  })),
  durationPartsOfDay: define<{ heading: string; found: string; clock: string }>(
    'error',
    ({ heading, found, clock }) => ({
      message: `“${heading}”列的数字都小于 1（如 ${found}），像是去掉了时间格式的时长（${found} 天即 ${clock}）`,
      remedy: `请把这一列设为 [h]:mm 格式，或在表头写明单位，如“${heading}（小时）”`,
    }),
  ),
  unitInferred: define<{ heading: string; unit: string; median: string }>('notice', ({ heading, unit }) => ({
    message: `“${heading}”列的数字没有写单位，按“${unit}”读取`,
    remedy: `请核对；建议把表头写成“${heading}（${unit}）”`,
  })),
  unitUnknown: define<{ heading: string; largest: string }>('error', ({ heading, largest }) => ({
    message: `“${heading}”列的数字没有写单位，最大的是 ${largest}，既不像小时也不像分钟`,
    remedy: `请在表头写明单位，例如“${heading}（分钟）”`,
  })),
  patrolMarksTaken: define<{ figures: readonly string[]; setting: string }>('warning', ({ figures, setting }) => ({
    message: `这张巡查表每天只有√、×等标记，有的人和日子没有${figures.join('、')}的数字：有√的考核日按达标、有×的按未达标计算`,
    remedy: `请核对；有数字的请导出带数字的巡查表；不同意这样计算的，在 设置.xlsx 中把“${setting}”设为“否”`,
  })),
  patrolMarksOnly: define<{ figures: readonly string[] }>('error', ({ figures }) => ({
    message: `这张巡查表每天只有√、×等标记，没有${figures.join('、')}的数字，无法核对是否达标`,
    remedy: '请导出带数字的巡查表（每格一个数，在标题或“项目”列写明是哪一项）；如果是例会签到，请在标题中写明“例会”',
  })),
  patrolFigureUnknown: define<Record<never, never>>('error', () => ({
    message: '这张巡查表每天一列，但没有写明格中的数是在线时长、巡查里程还是其他哪一项',
    remedy:
      '请在表的标题中写明是哪一项和单位，例如“7月在线时长（小时）”，或加一列“项目”逐行写明；如果是例会签到，请在标题中写明“例会”',
  })),
  patrolFigureTwice: define<{ figure: string; at: Place }>('error', ({ figure, at }) => ({
    message: `“${figure}”在这张表中有，在 ${placeText(at)} 中也有，无法判断以哪张为准`,
    remedy: '请只保留其中一张，或删除其中一张的这一项',
  })),
  mergedFigureOnce: define<{ heading: string; count: number }>('warning', ({ heading, count }) => ({
    message: `“${heading}”列有合并单元格跨了同一人同一天的几行，合并的数只计一次，有 ${count} 行不再重复相加`,
    remedy: '请核对；如果每一行各是一个数，请取消合并后逐行填写',
  })),
  durationBeyondDay: define<{ heading: string; count: number; largest: string }>(
    'warning',
    ({ heading, count, largest }) => ({
      message: `“${heading}”列有 ${count} 处一天超过 24 小时，最大 ${largest} 小时`,
      remedy: '请核对单位：填的是分钟的，把列名改为“在线时长（分钟）”；个别填错的，请改正',
    }),
  ),
  mileageBeyondReach: define<{ heading: string; count: number; largest: string }>(
    'warning',
    ({ heading, count, largest }) => ({
      message: `“${heading}”列有 ${count} 处一天的里程大得不像巡查，最大 ${largest} 公里`,
      remedy: '请核对单位：填的是米的，把列名改为“巡查里程（米）”；个别填错的，请改正',
    }),
  ),
  ratesMixed: define<{ heading: string; low: string; high: string }>('warning', ({ heading, low, high }) => ({
    message: `“${heading}”列既有 ${high} 又有 ${low}，写法不一致：整列按百分数读，${low} 只算 ${low}%`,
    remedy: '请把整列统一写成 97% 这样的写法',
  })),
  otherPeriodLeftOut: define<{ count: number; period: string; row: number | null }>(
    'notice',
    ({ count, period, row }) => ({
      message: `有 ${count} 条记录的日期不在 ${period}，未计入${row === null ? '' : `（如第 ${row} 行）`}`,
      remedy: '请核对导出的日期范围，有没有写错年份、月份的；属于其他月份的不需要处理',
    }),
  ),
  outOfScopeLeftOut: define<{ count: number }>('notice', ({ count }) => ({
    message: `有 ${count} 条记录不在本单位范围内，未计入`,
    remedy: '不需要处理；范围不对的请检查 设置.xlsx 中的“网格编号前缀”和“所属镇街”',
  })),
};
