// What zod says about an edition's document, in Chinese.
import * as z from 'zod';

const { localeError } = z.locales.zhCN();

/** For `safeParse`; a schema's own message goes before. */
export const inChinese = { error: localeError };
