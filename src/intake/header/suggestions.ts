// What unknown headings may stand for (列名建议): compared with the headings of the fields that a table lacks.
import { similarity } from '../../model/spelling.ts';
import { PATROL_FIGURES, type PatrolFigure, TABLE_KINDS, type TableKind } from '../../model/terms.ts';
import type { HeadingSuggestion } from '../../problems/intake/suggestion.ts';
import type { KindSpec } from '../kind.ts';
import { PERSON_FIELDS, PLACE_FIELDS } from '../kinds/common.ts';
import { KINDS } from '../kinds/index.ts';
import { isOfficeKind } from '../office-kinds.ts';
import type { ColumnProfile } from '../rows/column-profile.ts';
import type { HeaderColumn } from '../table.ts';
import { wordIn } from '../values/words.ts';
import { aliasesOf, canonicalHeading } from './aliases.ts';
import { parseHeading } from './heading.ts';

/** Columns every export may have beside its own; they stand for no field. */
const EVERYDAY = new Set(
  '序号 行号 备注 说明 部门 科室 单位 性别 年龄 民族 学历 政治面貌 籍贯 婚姻状况 住址 家庭住址 毕业院校 专业 职称 合计 小计 排名 名次 办理状态 处理状态 处置状态 流转状态 办结状态 事件状态'.split(
    ' ',
  ),
);
/** Dates and times that every system keeps of a record or a person, and no rule asks for. */
const EVERYDAY_DATE =
  /^(?:出生|入党|入团|毕业|参加工作|工作|从业|首次|最近|最后|审核|审批|创建|新建|建立|建档|更新|修改|编辑|录入|登记|填报|填写|上传|下载|导出|导入|打印|归档|提交|同步|推送|受理|接收|接单|签收|领取|响应|流转|转办|转交|督办|催办|回访|评价|反馈|核实|核查|复核|复查|结案|存档|发布|公示|生效|签订|合同(?:开始|起始|签订|到期|终止|截止|结束)?|证件(?:到期|有效)|有效|体检|培训|考试|发证|领证|缴费|参保|退休|操作|处理|处置|上线|下线|登录|离线|发生|事发|巡查开始|巡查结束|开始巡查|结束巡查)?(?:日期|时间|年月|日|期限|期)$/;

/** Whether a heading is one of those that every export may have. */
export function isEveryday(heading: string): boolean {
  const name = parseHeading(heading).base;
  const own = name.slice(name.lastIndexOf('/') + 1);
  return [name, own].some((one) => EVERYDAY.has(one) || (EVERYDAY_DATE.test(one) && !/^(?:日期|时间)$/.test(one)));
}

/** What a heading can never stand for: to be sent out is not to be done, a beginning is no end. */
const NEVER: Readonly<Record<string, RegExp>> = {
  done: /交办|派|下发|签收|受理|接收|要求|时限|期限|截止|应|计划|开始|起始/,
  due: /交办|派|下发|签收|受理|接收|完成|办结|反馈|实际|开始|起始|上报/,
  dispatched: /完成|办结|反馈|截止|时限|期限|结束|签收|受理/,
  from: /结束|截止|终|止$|离/,
  to: /开始|起始|起$|始/,
  hired: /离|退|终止|结束|到期/,
  left: /入职|上岗|到岗|开始|起始|出生|入党/,
  at: /审核|受理|办结|完成|处置|反馈|导出/,
  amount: /数量|次数|天数|编号|号码/,
};

/** How alike a heading must be: to a field the table cannot do without, and to one it may lack. */
interface Floor {
  readonly similarity: number;
  /** Shorter headings are too easily alike. */
  readonly length: number;
}
const NEEDED: Floor = { similarity: 0.5, length: 2 };
const OPTIONAL: Floor = { similarity: 0.75, length: 4 };
/** A longer text is no heading. */
const LONGEST = 20;
/** A heading like more fields than this is like none. */
const MOST_MEANINGS = 2;

interface Likeness {
  readonly unknown: HeaderColumn;
  readonly field: string;
  readonly score: number;
}

/** The heading, and its own part where it stands below a group. */
function namesOf({ heading }: HeaderColumn): string[] {
  const { base } = parseHeading(heading);
  return [...new Set([base, base.slice(base.lastIndexOf('/') + 1)])];
}

function likenessOf(spec: KindSpec, field: string, unknown: HeaderColumn, floor: Floor): Likeness | null {
  const names = namesOf(unknown).filter(({ length }) => length >= floor.length && length <= LONGEST);
  if (isEveryday(unknown.heading) || names.some((name) => NEVER[field]?.test(name))) return null;
  const aliases = [...aliasesOf(spec)].filter(([alias, [of]]) => of === field && alias.length >= floor.length);
  const score = Math.max(0, ...aliases.flatMap(([alias]) => names.map((name) => similarity(name, alias))));
  return score >= floor.similarity ? { unknown, field, score } : null;
}

/** Each unknown heading with the field it is most like, where no other heading is as much like that field: one to one. */
function suggested(
  spec: KindSpec,
  fields: readonly string[],
  unknown: readonly HeaderColumn[],
  floor: Floor,
): HeadingSuggestion[] {
  if (isOfficeKind(spec.kind)) return [];
  const all = unknown.flatMap((one) => fields.flatMap((field) => likenessOf(spec, field, one, floor) ?? []));
  const best = all.filter(
    (one) =>
      !all.some(
        (other) =>
          (other.score > one.score && other.unknown === one.unknown) ||
          (other.score >= one.score && other.unknown !== one.unknown && other.field === one.field),
      ),
  );
  return unknown.flatMap((one) => {
    const meanings = best.filter((like) => like.unknown === one).map(({ field }) => canonicalHeading(spec, field));
    if (meanings.length === 0 || meanings.length > MOST_MEANINGS) return [];
    return [{ kind: TABLE_KINDS[spec.kind], column: one.column, heading: one.heading, meanings }];
  });
}

/** A suggestion with what stands below its heading. */
export const withSamples = (one: HeadingSuggestion, profile: ColumnProfile | undefined): HeadingSuggestion => ({
  ...one,
  samples: profile?.samples ?? [],
});

/** A suggestion without the meanings whose words its values have none of: 08:55 under 签到时间 is no 签到. */
export function fittingValues(found: HeadingSuggestion, profile: ColumnProfile | undefined): HeadingSuggestion[] {
  const one = withSamples(found, profile);
  const texts = profile?.texts ?? new Set();
  const specs = KINDS.filter(({ kind, dateColumns }) => TABLE_KINDS[kind] === one.kind && !dateColumns);
  const meanings = one.meanings.filter((meaning) =>
    specs.some(({ fields, words }) => {
      const field = Object.keys(fields).find((name) => fields[name]?.[0] === meaning);
      const vocabulary = field === undefined ? undefined : words[field]?.vocabulary;
      return (
        vocabulary === undefined || texts.size === 0 || [...texts].some((text) => vocabulary.known.has(wordIn(text)))
      );
    }),
  );
  return meanings.length === 0 ? [] : [{ ...one, meanings }];
}

/** For fields that a table cannot do without. */
export const suggestionsFor = (
  spec: KindSpec,
  fields: readonly string[],
  unknown: readonly HeaderColumn[],
): HeadingSuggestion[] => suggested(spec, fields, unknown, NEEDED);

/** The column a problem stands at: that of its only suggestion. */
export const suggestedColumn = (suggestions: readonly HeadingSuggestion[]): number | null =>
  suggestions.length === 1 ? (suggestions[0]?.column ?? null) : null;

const PATROL = KINDS.find(({ kind, fields }) => kind === 'patrol' && 'onlineTime' in fields) as KindSpec;

/** For a figure no column of a patrol table holds. */
export const figureSuggestions = (figure: PatrolFigure, unknown: readonly HeaderColumn[]): HeadingSuggestion[] =>
  suggestionsFor(PATROL, [figure], unknown);

/** Fields that only describe people and places, and figures, which are looked for over all tables together. */
const NOT_MISSED: ReadonlySet<string> = new Set(
  [...Object.keys(PERSON_FIELDS), ...Object.keys(PLACE_FIELDS), ...Object.keys(PATROL_FIGURES)].filter(
    (field) => !['grid', 'township', 'onlineRate'].includes(field),
  ),
);

/** For fields that a table may lack: only headings that are nearly theirs. */
export function optionalSuggestions(
  spec: KindSpec,
  taken: (field: string) => boolean,
  unknown: readonly HeaderColumn[],
): HeadingSuggestion[] {
  const fields = Object.keys(spec.fields).filter((field) => !taken(field) && !NOT_MISSED.has(field));
  return suggested(spec, fields, unknown, OPTIONAL);
}

/** The kind that a row of headings fits but for a few columns. */
export interface Nearest {
  readonly kind: TableKind;
  /** Headings of the fields that the kind cannot do without. */
  readonly missing: readonly string[];
  readonly suggestions: readonly HeadingSuggestion[];
}

/** A column of a header, and the field it is of a kind. */
export interface SeenColumn {
  readonly header: HeaderColumn;
  readonly fieldIn: (spec: KindSpec) => string | null;
}

interface Candidate extends Nearest {
  readonly known: number;
  /** How alike the headings are to the fields that are missing. */
  readonly likeness: number;
}

/** Fields that must be known of a row before it is said to be near a kind. */
const KNOWN_AT_LEAST = 2;

function candidate(spec: KindSpec, columns: readonly SeenColumn[]): Candidate | null {
  const fields = columns.map(({ fieldIn }) => fieldIn(spec));
  const known = new Set(fields.filter((field) => field !== null));
  if (known.size < KNOWN_AT_LEAST) return null;
  const unknown = columns.filter((_, index) => fields[index] === null).map(({ header }) => header);
  const required = spec.required.filter((group) => !group.some((field) => known.has(field)));
  const best = spec.recognisedBy
    .map((group) => ({ group, lacking: group.filter((field) => !known.has(field)) }))
    .filter(({ group, lacking }) => lacking.length < group.length || group.length === 1)
    .flatMap(({ lacking }) => {
      const suggestions = suggestionsFor(spec, [...new Set([...lacking, ...required.flat()])], unknown);
      const isAnswered = (field: string) =>
        suggestions.some(({ meanings }) => meanings.includes(canonicalHeading(spec, field)));
      if (!lacking.every(isAnswered)) return [];
      const without = required.flatMap((group) =>
        group.some((field) => lacking.includes(field)) ? [] : (group[0] ?? []),
      );
      const missing = [...lacking, ...without].map((field) => canonicalHeading(spec, field));
      return [{ missing, suggestions, likeness: likenessTo(spec, lacking, unknown) }];
    })
    .sort((a, b) => a.missing.length - b.missing.length || b.likeness - a.likeness)[0];
  return best ? { ...best, kind: spec.kind, known: known.size } : null;
}

/** The mean over the fields of the likest heading's score. */
const likenessTo = (spec: KindSpec, fields: readonly string[], unknown: readonly HeaderColumn[]): number =>
  fields
    .map((field) => Math.max(0, ...unknown.map((one) => likenessOf(spec, field, one, NEEDED)?.score ?? 0)))
    .reduce((total, score) => total + score / fields.length, 0);

const byNearness = (a: Candidate, b: Candidate): number =>
  b.known - a.known || a.missing.length - b.missing.length || b.likeness - a.likeness;

/** The nearest kind to headers none fits: the most known columns, the fewest missing, the likest headings; the first of equals. */
export function nearestKind(
  headers: readonly (readonly SeenColumn[])[],
): (Nearest & { readonly header: number }) | null {
  const candidates = headers.flatMap((columns, header) =>
    KINDS.filter(({ kind, dateColumns }) => !dateColumns && !isOfficeKind(kind)).flatMap((spec) => {
      const found = candidate(spec, columns);
      return found ? [{ ...found, header }] : [];
    }),
  );
  const found = candidates.sort(byNearness)[0];
  if (!found) return null;
  const { kind, missing, suggestions, header } = found;
  return { kind, missing, suggestions, header };
}
