// 合计增减较大: a full-time member of both months whose total differs by a large part of last month's.
import { compare, decimalText, type Fraction, fraction, HUNDRED, mul } from '../../model/fraction.ts';
import { type Fen, fen, yuanText } from '../../model/money.ts';
import type { SubjectRecord } from '../../model/record.ts';
import { type FindClues, type PaidSubject, personOf } from './clue.ts';
import { JUMP_PERCENT } from './thresholds.ts';
import { signedYuan, sizeText } from './words.ts';

export const totalJump: FindClues = ({ history }, paid) => {
  const last = history.at(-1);
  if (last === undefined) return [];
  const members = last.subjects.filter(({ role, served }) => role === 'fullTime' && served);
  const before = new Map(members.map((member) => [member.id, member]));
  return paid.flatMap((now) => {
    const { person, role, service } = now.subject;
    const was = role === 'fullTime' && service.days.size > 0 ? before.get(person.id) : undefined;
    if (was === undefined || !isJump(was.total, now.total)) return [];
    return [
      {
        clue: 'totalJump' as const,
        people: [personOf(person)],
        text: `${totalsText(was.total, now.total)}：${movesText(was, now)}`,
        sources: [{ type: 'record' as const, period: last.period, person: person.id, item: 'total' }],
      },
    ];
  });
};

const percentOf = (part: number, whole: Fen): Fraction => mul(fraction(part, whole), HUNDRED);

/** Whatever follows nothing is a jump. */
const isJump = (was: Fen, is: Fen): boolean =>
  was === 0 ? is > 0 : compare(percentOf(Math.abs(is - was), was), fraction(JUMP_PERCENT)) >= 0;

function totalsText(was: Fen, is: Fen): string {
  const difference = fen(is - was);
  const share = was === 0 ? '' : `（${decimalText(percentOf(Math.abs(difference), was), 1)}%）`;
  const direction = difference > 0 ? '增加' : '减少';
  return `上月合计 ${yuanText(was)} 元，本月合计 ${yuanText(is)} 元，${direction} ${sizeText(difference)} 元${share}`;
}

type Settled = Pick<PaidSubject, 'decisions' | 'carriedOut'>;

/** What a month's total is the sum of: its items, less what is carried out of it. */
const partsOf = ({ decisions, carriedOut }: Settled): ReadonlyMap<string, { title: string; amount: Fen }> =>
  new Map([
    ...decisions.map(({ item, title, amount }) => [item, { title, amount }] as const),
    ['carriedOut', { title: '结转追扣', amount: fen(-carriedOut) }] as const,
  ]);

/** The largest first, then in the order of the items. */
function movesText(was: SubjectRecord, is: Settled): string {
  const [before, after] = [partsOf(was), partsOf(is)];
  return [...new Map([...after, ...before])]
    .map(([item, { title }]) => ({
      title,
      moved: fen((after.get(item)?.amount ?? 0) - (before.get(item)?.amount ?? 0)),
    }))
    .filter(({ moved }) => moved !== 0)
    .sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved))
    .map(({ title, moved }) => `${title} ${signedYuan(moved)} 元`)
    .join('、');
}
