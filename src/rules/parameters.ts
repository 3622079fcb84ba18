// Shapes for the `with` of an item: parameters of the edition by their unit.
import * as z from 'zod';
import type { Parameter } from '../scheme/scheme.ts';

const isParameter = (value: unknown): value is Parameter =>
  typeof value === 'object' && value !== null && 'key' in value && 'unit' in value && 'basis' in value;

const ofUnit = (matches: (unit: string) => boolean, message: string) =>
  z.custom<Parameter>((value) => isParameter(value) && matches(value.unit), message);

/** Yuan, of whatever (元, 元/月, 元/天 …). */
export const money = () => ofUnit((unit) => unit === '元' || unit.startsWith('元/'), 'a parameter in 元');

/** A whole number of something. */
export const quantity = () => ofUnit((unit) => !unit.startsWith('元') && unit !== '是否' && unit !== '周期', 'a count');

/** A target's threshold: %, 小时, 公里 or 次. */
export const threshold = () => ofUnit((unit) => ['%', '小时', '公里', '次'].includes(unit), 'a threshold');

export const period = () => ofUnit((unit) => unit === '周期', 'a 周期');
export const yesNo = () => ofUnit((unit) => unit === '是否', 'a 是否');
