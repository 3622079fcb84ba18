// 同分裁定: which of the tie rules told people of the same composite apart, with their figures.
import { compare, plainText } from '../../model/fraction.ts';
import type { RankedRecord, RankingRecord } from '../../model/record.ts';
import { exact, type Neighbour, neighboursOf } from '../explanation/neighbours.ts';

type TieRule = RankingRecord['ties'][number];

/** 未达标日少者在前 */
export const tieRuleText = ({ title, better }: TieRule): string => `${title}${better === 'fewer' ? '少' : '多'}者在前`;

const names = (people: readonly Neighbour[]): string => people.map(({ name }) => name).join('、');

/** `与 张三 同分：未达标日少者在前（2 ＜ 3）`, the own figure first. */
function decidedText({ ties }: RankingRecord, others: readonly Neighbour[]): string | null {
  const decider = others[0]?.decidedBy;
  if (decider?.type !== 'tie') return null;
  const rule = ties.find(({ figure }) => figure === decider.figure);
  if (rule === undefined) return null;
  const sign = compare(decider.own, decider.theirs) < 0 ? '＜' : '＞';
  return `与 ${names(others)} 同分：${tieRuleText(rule)}（${plainText(decider.own)} ${sign} ${plainText(decider.theirs)}）`;
}

/** Against the next ones above and below of the same composite; null where nobody has it. */
export function tieText(ranking: RankingRecord, ranked: RankedRecord): string | null {
  const composite = exact(ranked.composite);
  const { above, level, below } = neighboursOf(ranking, ranked);
  const isEven = (other: Neighbour): boolean => compare(other.composite, composite) === 0;
  const texts = [
    decidedText(ranking, above.filter(isEven)),
    level.length === 0 ? null : `与 ${names(level)} 同分：并列`,
    decidedText(ranking, below.filter(isEven)),
  ].filter((text) => text !== null);
  return texts.length === 0 ? null : texts.join('\n');
}

/** Whether people share a rank although a tie rule would tell them apart: the office lets equal composites share it. */
export const sharesInSpite = ({ ranked }: RankingRecord): boolean =>
  ranked.some(({ rank, ties }, index) => {
    const next = ranked[index + 1];
    return next?.rank === rank && next.ties.some((value, at) => value !== ties[at]);
  });
