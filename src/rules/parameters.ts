// Shapes for the `with` of an item: parameters of the edition by their unit.
import * as z from 'zod';
import { type Fen, fenOfYuan } from '../model/money.ts';
import { numberOf, type Parameter } from '../scheme/scheme.ts';
import { isWordUnit } from '../scheme/values.ts';

const isParameter = (value: unknown): value is Parameter =>
  typeof value === 'object' && value !== null && 'key' in value && 'unit' in value && 'basis' in value;

const ofUnit = (matches: (unit: string) => boolean, message: string) =>
  z.custom<Parameter>((value) => isParameter(value) && matches(value.unit), message);

/** A number: words have units of their own. */
const numberOfUnit = (matches: (unit: string) => boolean, message: string) =>
  ofUnit((unit) => !isWordUnit(unit) && matches(unit), message);

/** Yuan, of whatever (元, 元/月, 元/天 …). */
export const money = () => numberOfUnit((unit) => unit === '元' || unit.startsWith('元/'), '应为单位为元的参数');

/** What a money parameter says. */
export const fenOf = (parameter: Parameter): Fen => fenOfYuan(numberOf(parameter));

/** A number of something that is no money. */
export const quantity = () => numberOfUnit((unit) => !unit.startsWith('元'), '应为计数的参数');

/** A target's threshold: %, 小时, 公里 or 次. */
export const threshold = () =>
  numberOfUnit((unit) => ['%', '小时', '公里', '次'].includes(unit), '应为单位是 %、小时、公里或次的参数');

export const period = () => ofUnit((unit) => unit === '周期', '应为周期参数');
/** One of these words. */
export const choice = <C extends string>(...words: readonly C[]) =>
  z.custom<Parameter & { readonly value: C }>(
    (value) => isParameter(value) && (words as readonly string[]).includes(value.value),
    `应为取值 ${words.join('、')} 的选项参数`,
  );

/** A word of the edition's own choices. */
export const word = () => ofUnit((unit) => unit === '选项', '应为选项参数');

export const yesNo = () => ofUnit((unit) => unit === '是否', '应为是否参数');
