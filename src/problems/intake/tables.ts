// Sheets and columns: what was recognised, left out, missing (工作表, 列).
import { define } from '../definition.ts';
import type { Place } from '../problem.ts';
import { type HeadingSuggestion, suggestedRows, suggestionQuestion, withSuggestions } from './suggestion.ts';
import { placeText, quoted } from './wording.ts';

/** The table kind that a sheet nearly fits, in Chinese, and the headings it lacks. */
interface NearestKind {
  readonly kind: string;
  readonly missing: readonly string[];
  readonly suggestions: readonly HeadingSuggestion[];
}

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
  columnMissing: define<{ kind: string; headings: readonly string[]; suggestions: readonly HeadingSuggestion[] }>(
    'error',
    ({ kind, headings, suggestions }) =>
      withSuggestions(suggestions, {
        message: `“${kind}”表缺少必需的列，找过的列名：${quoted(headings)}`,
        remedy: `请在表头中加上“${headings[0]}”列后重新导出`,
      }),
  ),
  columnUnknown: define<{ suggestion: HeadingSuggestion }>('warning', ({ suggestion }) => ({
    message: `${suggestionQuestion(suggestion)}这一列没有读取`,
    remedy: `${suggestedRows([suggestion])}。如果不是，不需要处理`,
  })),
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
  tableNotTaken: define<{ kind: string; where: 'root' | 'month' }>('notice', ({ kind, where }) => ({
    message: where === 'root' ? `工作区根目录中的“${kind}”表未读取` : `月份文件夹中的“${kind}”表未读取`,
    remedy: where === 'root' ? '请把它放进所属月份的文件夹' : '请把它放在工作区根目录',
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
  templateUnfilled: define<{ kind: string }>('error', ({ kind }) => ({
    message: `“${kind}”表是没有填写的模板，只有示例行`,
    remedy: '请从示例行下面一行填起；本月确实没有的，请删除示例行',
  })),
  unitInferred: define<{ heading: string; unit: string }>('notice', ({ heading, unit }) => ({
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
