// Every document that a run prints under `--json` has its schema here: a file and a line. Each is loaded only when asked for.
import type * as z from 'zod';

/** A document's `schema`, such as `pay/1`, and what it may hold. */
interface DocumentSchema {
  readonly id: string;
  readonly schema: z.ZodType;
}

interface PublishedSchema {
  /** Chinese. */
  readonly title: string;
  readonly load: () => Promise<DocumentSchema>;
}

/** By the part of `schema` before the slash: the command, or what an option makes of it. */
export const SCHEMAS: Readonly<Record<string, PublishedSchema>> = {
  status: { title: '状态：各月有什么、缺什么、生成了什么，下一步', load: () => import('./status.ts') },
  init: { title: '新建工作目录：写出的文件', load: () => import('./init.ts') },
  template: { title: '模板：写出的文件', load: () => import('./template.ts') },
  check: { title: '检查：每张表认作什么、各行的去向', load: () => import('./check.ts') },
  pay: { title: '发放：每人的各项金额和指标、考核评分、网格考核、工作要求', load: () => import('./pay.ts') },
  rank: { title: '星级排名：名次、星级、奖励和各项得分', load: () => import('./rank.ts') },
  warn: { title: '警告名单：黄牌、红牌和拟调整核查名单', load: () => import('./warn.ts') },
  alert: { title: '预警：月底以前每人的未达标、取消补贴和信息的情况', load: () => import('./alert.ts') },
  close: { title: '关账或作废：归档、校验码、处理意见、暂缓发放', load: () => import('./close.ts') },
  explain: { title: '来历：一个人、一个网格或季度排名的算式、依据和单元格', load: () => import('./explain.ts') },
  audit: { title: '审计：各归档是否相符、不符之处', load: () => import('./audit.ts') },
  scheme: { title: '方案：项目、参数、条款和解释口径', load: () => import('./scheme.ts') },
  coverage: { title: '逐句对照（scheme --coverage）', load: () => import('./coverage.ts') },
  verification: { title: '原文核对（scheme --verify）', load: () => import('./verification.ts') },
  simulate: { title: '测算：各方案、取值或读法的金额和增减的人', load: () => import('./simulate.ts') },
};
