// What records say of assessments (考核), as views need it: scores of people, scores and departures of grids, requirements.
import type { CivilDate } from '../model/civil.ts';
import type { Assessment, Finding, Score } from '../model/decision.ts';
import { decimalText, div, type Fraction, HUNDRED, isZero, mul, parseFraction, plainText } from '../model/fraction.ts';
import type { GridRecord, MonthRecord, RankedRecord, SubjectRecord } from '../model/record.ts';
import { CARDS, type Card } from '../model/terms.ts';

type Scored = Assessment & { readonly score: Score };
type Assessed = Pick<SubjectRecord | GridRecord, 'assessments'>;

export const isScored = (assessment: Assessment): assessment is Scored => assessment.score !== null;

const findingsOf = ({ assessments }: Assessed, sort: Assessment['sort']): readonly Finding[] =>
  assessments.filter((one) => one.sort === sort).flatMap(({ findings }) => findings);

/** Full-time members who served in the month. */
export const membersOf = ({ subjects }: MonthRecord): readonly SubjectRecord[] =>
  subjects.filter(({ role, served }) => role === 'fullTime' && served);

/** The score of a subject or grid: that of the last item that makes one. */
export const scoreOf = ({ assessments }: Assessed): Scored | null => assessments.filter(isScored).at(-1) ?? null;

/** What is required of a person, or of the office for a grid. */
export const requirementsOf = (record: Assessed): readonly Finding[] => findingsOf(record, 'requirements');

/** Those that are not met. */
export const failedOf = (record: Assessed): readonly Finding[] =>
  requirementsOf(record).filter(({ met }) => met === false);

/** The posts of a grid's team. */
export const postsOf = (grid: GridRecord): readonly Finding[] => findingsOf(grid, 'team');

/** What the team departs in. */
export const departuresOf = (grid: GridRecord): readonly Finding[] => postsOf(grid).filter(({ met }) => met === false);

const exact = (text: string): Fraction => {
  const value = parseFraction(text);
  if (value === null) throw new RangeError(`not a number: ${text}`);
  return value;
};

/** A figure that is a whole number; 0 where there is none. */
export const countIn = ({ figures }: Pick<GridRecord, 'figures'>, key: string): number =>
  Number(parseFraction(String(figures[key]?.value ?? '0'))?.n ?? 0n);

/** Two decimals, half up. */
export const twoDecimals = (text: string): number => Number(decimalText(exact(text), 2));

/** A score to two decimals; null where nothing was measured. */
export const scoreNumber = (text: string | null): number | null => (text === null ? null : twoDecimals(text));

/** Points as a share of those there were, 0 to 100 with two decimals; null for 无数据. */
export function percentOf({ value, full }: Finding): number | null {
  if (value === null || full === null || isZero(exact(full))) return null;
  return Number(decimalText(mul(HUNDRED, div(exact(value), exact(full))), 2));
}

/** `22`, `99.5%`, `是`; 无数据 where there is none. */
export function findingText(value: string | null, unit: string): string {
  if (value === null) return '无数据';
  if (unit === '是否') return value === '0' ? '否' : '是';
  const number = exact(value);
  const plain = plainText(number);
  return `${plain.includes('/') ? decimalText(number, 2) : plain}${unit === '%' ? '%' : ` ${unit}`}`;
}

const BOUNDS = { atLeast: '不少于', atMost: '不多于', exactly: '' } as const;

/** `应不少于 22 天`, `应 1 名`, `应为是` */
export function requiredText({ required, unit }: Finding): string {
  if (required === null) return '';
  const text = findingText(required.value, unit);
  return unit === '是否' ? `应为${text}` : `应${BOUNDS[required.bound]}${unit === '%' ? '' : ' '}${text}`;
}

export const metText = ({ met, value }: Finding): string =>
  met === null ? (value === null ? '无数据' : '不作判断') : met ? '达到' : '未达到';

/** `1至15日、20日` of days in order. */
export function daysText(days: readonly string[]): string {
  const spans: [number, number][] = [];
  for (const day of days.map((one) => Number(one.slice(8)))) {
    const last = spans.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else spans.push([day, day]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}日` : `${from}至${to}日`)).join('、');
}

/** `有效信息`, `入户走访（每周重点人员走访）5至11日` */
export const failureText = ({ title, days }: Finding): string => (days === null ? title : `${title}${daysText(days)}`);

/** First and last of the days a finding is about; nothing where it is about the whole month. */
export function spanOf({ days }: Finding): { readonly from: CivilDate; readonly to: CivilDate } | undefined {
  const [from, to] = [days?.[0], days?.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

const isCard = (value: unknown): value is Card => typeof value === 'string' && Object.hasOwn(CARDS, value);

export const cardOf = ({ figures }: SubjectRecord): Card | null =>
  isCard(figures.card?.value) ? figures.card.value : null;

export interface Removal {
  readonly subject: SubjectRecord;
  readonly isRed: boolean;
  readonly failed: readonly Finding[];
}

/** Members to be looked at (四（二）, K36): shown a red card, or with a requirement that is not met; red cards first. */
export function removalsOf(record: MonthRecord): readonly Removal[] {
  const list = record.scheme.lists.removals;
  if (list === undefined) return [];
  const failedIn = ({ assessments }: SubjectRecord) =>
    assessments
      .filter(({ item }) => list.items.includes(item))
      .flatMap(({ findings }) => findings.filter(({ met }) => met === false));
  return membersOf(record)
    .map((subject) => ({ subject, isRed: cardOf(subject) === 'red', failed: failedIn(subject) }))
    .filter(({ isRed, failed }) => isRed || failed.length > 0)
    .sort((a, b) => Number(b.isRed) - Number(a.isRed));
}

/** Members with as many stars as the scheme's candidates have (四（二）, K36). */
export const candidatesOf = (ranked: readonly RankedRecord[], { scheme }: MonthRecord): readonly RankedRecord[] => {
  const list = scheme.lists.candidates;
  return list === undefined ? [] : ranked.filter(({ stars }) => stars >= list.stars);
};
