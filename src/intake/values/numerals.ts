// Chinese numerals (中文数字): 二十, 十二, 两百零五, 廿三; years digit by digit, 二〇二一.

const DIGITS = [...'零一二三四五六七八九'];
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const VARIANTS = new Map([
  ...[...'〇○'].map((sign) => [sign, '零'] as const),
  ...[...'壹贰叁肆伍陆柒捌玖'].map((sign, index) => [sign, DIGITS[index + 1] as string] as const),
  ['拾', '十'],
  ['佰', '百'],
  ['仟', '千'],
  ['廿', '二十'],
  ['卅', '三十'],
]);
const LIMIT = 100_000_000;

const plain = (text: string): string => [...text].map((sign) => VARIANTS.get(sign) ?? sign).join('');

/** Below ten thousand, places skipped written as one 零. */
function spelledSection(n: number): string {
  const places = [...UNITS].reverse().map(([unit, value]) => [Math.floor(n / value) % 10, unit] as const);
  return [...places, [n % 10, ''] as const]
    .map(([digit, unit]) => (digit === 0 ? '零' : `${DIGITS[digit]}${unit}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}

/** The one way to write a number: 二百零五, 十二, 一万零三. */
function spelled(n: number): string {
  const [high, low] = [Math.floor(n / 10_000), n % 10_000];
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : '';
  const text = `${high > 0 ? `${spelledSection(high)}万` : ''}${gap}${spelledSection(low)}`;
  return text === '' ? '零' : text.replace(/^一十/, '十');
}

/** What the signs add up to, in whatever order they stand. */
function summed(text: string): number {
  let [total, section, digit] = [0, 0, 0];
  for (const sign of text) {
    const unit = UNITS.get(sign);
    if (sign === '万') [total, section, digit] = [(section + digit) * 10_000, 0, 0];
    else if (unit !== undefined) [section, digit] = [section + (digit === 0 ? 1 : digit) * unit, 0];
    else digit = DIGITS.indexOf(sign);
  }
  return total + section + digit;
}

/**
 * A whole number below a hundred million; null when the text is none, or can be read in two ways: 一百二 is 120 to some
 * and 102 to others.
 */
export function chineseNumber(text: string): number | null {
  const written = plain(text)
    .replace(/^两$|两(?=[百千万])/g, '二')
    .replace(/^一十/, '十');
  if (!/^[零一二三四五六七八九十百千万]{1,16}$/.test(written)) return null;
  const n = summed(written);
  return n < LIMIT && spelled(n) === written ? n : null;
}

/** 二〇二一 as `2021`; also with the letter O or a zero in place of 〇. */
export function chineseYear(text: string): string | null {
  const digits = [...plain(text.replace(/[O0]/gi, '零'))].map((sign) => DIGITS.indexOf(sign));
  return digits.length === 4 && !digits.includes(-1) ? digits.join('') : null;
}
