// What zod and the YAML reader say about an edition's document, in Chinese.
import type { ErrorCode } from 'yaml';
import * as z from 'zod';

const { localeError } = z.locales.zhCN();

/** For `safeParse`; a schema's own message goes before. */
export const inChinese = { error: localeError };

const YAML_FAULTS: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: '引用（*）没有对应的锚点',
  BAD_DQ_ESCAPE: '双引号中的转义写法不正确',
  BAD_INDENT: '缩进不正确，或方括号、花括号没有配对',
  BAD_SCALAR_START: '这个字符不能作为值的开头，请用引号括起来',
  BLOCK_AS_IMPLICIT_KEY: '一行只能有一个“名称: 值”，值里有冒号的请用引号括起来',
  BLOCK_IN_FLOW: '花括号或方括号中不能这样换行书写',
  DUPLICATE_KEY: '同一处有两个相同的名称',
  MISSING_CHAR: '缺少括号、引号、冒号、逗号或空格',
  MULTIPLE_DOCS: '一个文件只能有一个文档',
  TAB_AS_INDENT: '缩进只能用空格，不能用制表符',
  UNEXPECTED_TOKEN: '有多余的或放错位置的内容',
};

/** Why a text is no YAML. */
export const yamlFault = (code: ErrorCode): string => YAML_FAULTS[code] ?? '这里无法识别';
