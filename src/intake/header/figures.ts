// The daily patrol figures by the names that tables, titles and rows give them (巡查指标).
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { patrol } from '../kinds/patrol.ts';
import { compact } from '../values/text.ts';
import { aliasesOf } from './aliases.ts';
import { matchHeading, parseHeading } from './heading.ts';
import { unitIn } from './heading-units.ts';

export interface NamedFigure {
  readonly figure: PatrolFigure;
  readonly unit: string | null;
}

/** Headings of the column that says which figure a row holds. */
export const FIGURE_HEADINGS = [
  '项目',
  '指标',
  '考核项目',
  '考核指标',
  '统计项目',
  '巡查项目',
  '项目名称',
  '指标名称',
  '数据项',
  '统计指标',
];

const isFigure = (field: string): field is PatrolFigure => field in PATROL_FIGURES;

/** What a heading such as 在线时长（小时） names; null when it is no figure. */
export function figureNamed(text: string): NamedFigure | null {
  const aliases = aliasesOf(patrol);
  const match = matchHeading(parseHeading(text), (name) => aliases.get(name));
  const field = match?.found[0];
  return match && field !== undefined && isFigure(field) ? { figure: field, unit: match.unit } : null;
}

const IN_TITLES: Readonly<Record<PatrolFigure, RegExp>> = {
  onlineRate: /在线率/,
  onlineTime: /时长|在线时间/,
  mileage: /里程|轨迹/,
  keyPersonVisits: /重点人员/,
  keyPlaceVisits: /重点场所/,
};
const UNIT_IN_TITLE = /单位[:为]?([^\s,;)]+)|\(([^()]+)\)/g;

/** The figures that titles speak of. */
export function figuresInTitles(titles: readonly string[]): PatrolFigure[] {
  return (Object.keys(IN_TITLES) as PatrolFigure[]).filter((figure) =>
    titles.some((title) => IN_TITLES[figure].test(compact(title))),
  );
}

/** The unit in a title such as 在线时长（单位：小时）. */
export function unitInTitles(titles: readonly string[]): string | null {
  const notes = titles.flatMap((title) =>
    [...compact(title).matchAll(UNIT_IN_TITLE)].map((match) => match[1] ?? match[2]),
  );
  return notes.map((note) => unitIn(note ?? '')).find((unit) => unit !== null) ?? null;
}
