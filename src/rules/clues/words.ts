// Words that the sentences of clues share: people, lists that are cut, figures in human units.
import { type Fraction, fraction, mul, plainText } from '../../model/fraction.ts';
import { type Fen, fen, yuanText } from '../../model/money.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import type { CluePerson } from './clue.ts';
import { EXCERPT_CHARACTERS, LISTED } from './thresholds.ts';

/** `W001 张三` */
export const personText = ({ id, name }: CluePerson): string => `${id} ${name}`;

/** `甲、乙`; of a long list the first ones and how many there are. */
export const listText = (texts: readonly string[], unit: string): string =>
  texts.length > LISTED ? `${texts.slice(0, LISTED).join('、')} … 等 ${texts.length} ${unit}` : texts.join('、');

/** Numbers as long as those of phones, identity cards and accounts, but for their last digits. */
const PRIVATE_DIGITS = /\d{7,}(?=\d{4})/g;

/** On one line. */
export function excerpt(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').replace(PRIVATE_DIGITS, (digits) => '*'.repeat(digits.length))];
  const first = characters.slice(0, EXCERPT_CHARACTERS).join('');
  return characters.length > EXCERPT_CHARACTERS ? `${first}…` : first;
}

/** `+40.00`, `-800.00` */
export const signedYuan = (amount: Fen): string => (amount > 0 ? `+${yuanText(amount)}` : yuanText(amount));

export const sizeText = (amount: Fen): string => yuanText(fen(Math.abs(amount)));

/** 4小时30分, 25小时0分1秒 */
function durationText(value: Fraction): string {
  const all = Number(value.n);
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return seconds > 0
    ? `${hours}小时${minutes}分${seconds}秒`
    : minutes > 0
      ? `${hours}小时${minutes}分`
      : `${hours}小时`;
}

const UNITS: Readonly<Record<Exclude<PatrolFigure, 'onlineRate'>, (value: Fraction) => string>> = {
  onlineTime: durationText,
  mileage: (metres) => `${plainText(mul(metres, fraction(1, 1000)))} 公里`,
  keyPersonVisits: (times) => `${plainText(times)} 次`,
  keyPlaceVisits: (times) => `${plainText(times)} 次`,
};

/** Figures of patrol that say what somebody did. */
export const WORK_FIGURES = ['onlineTime', 'mileage', 'keyPersonVisits', 'keyPlaceVisits'] as const;
export type WorkFigure = (typeof WORK_FIGURES)[number];

/** 在线时长 4小时30分 */
export const figureText = (figure: WorkFigure, value: Fraction): string =>
  `${PATROL_FIGURES[figure]} ${UNITS[figure](value)}`;
