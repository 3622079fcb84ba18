// An office's own copy against an edition: what a changed copy no longer supports.
import { createHash } from 'node:crypto';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Finding, Support } from '../../../src/scheme/document/findings.ts';
import { verifyDocument } from '../../../src/scheme/document/verify.ts';
import { verificationDocument, verificationSummary, verificationTree } from '../../../src/views/scheme/verification.ts';
import { treeText } from '../../../src/writers/terminal.ts';
import { EDITION, HEADINGS, LINES, placed, SHA256, sentencesNamed, TEXT } from './invented.ts';

const NOTHING: Support = { parameters: [], items: [], checks: [], tables: [], interpretations: [] };
const PATROL = { item: 'patrol', title: '巡查补贴' };
const INFORMATION = { item: 'information', title: '信息补贴' };
const SUM = { item: 'total', title: '应发合计' };
const amount = { key: 'amount', title: '补贴标准', value: '100', unit: '元/月', setBy: 'quote' } as const;
const deduction = { key: 'deduction', title: '未完成扣减', value: '5', unit: '元/天', setBy: 'quote' } as const;
const information = { key: 'information', title: '信息标准', value: '60', unit: '元/月', setBy: 'quote' } as const;
const base = { key: 'base', title: '信息基数', value: '8', unit: '条', setBy: 'reading' } as const;
const hours = { key: 'hours', title: '巡查时长', value: '2', unit: '小时', setBy: 'quote' } as const;

/** What is found beside the bytes. */
const found = (text: string): readonly Finding[] => verifyDocument(EDITION, 'f'.repeat(64), text).findings.slice(1);
const changed = (from: string, to: string): string => {
  if (!TEXT.includes(from)) throw new Error(from);
  return TEXT.replace(from, to);
};

describe('a copy with the same words', () => {
  test('of the same bytes', () => {
    const result = verifyDocument(EDITION, SHA256, TEXT);
    expect(result).toEqual({
      verified: true,
      sameBytes: true,
      quotes: 4,
      sentences: 24,
      findings: [{ kind: 'sameBytes', sha256: SHA256 }],
    });
    expect(verificationSummary(result)).toBe('文件与登记的逐字节相同，4 处引文、24 句原文全部核对一致');
  });
  test('of other bytes', () => {
    const result = verifyDocument(EDITION, 'f'.repeat(64), TEXT.replaceAll('\n', '\r\n\u3000'));
    expect(result.findings).toEqual([{ kind: 'otherBytes', expected: SHA256, found: 'f'.repeat(64) }]);
    expect(result.verified).toBe(true);
    expect(verificationSummary(result)).toBe(
      '文件与登记的字节不同（格式、换行或空格等），4 处引文、24 句原文全部核对一致',
    );
  });
  test('an edition without a map: quotes and clauses only', () => {
    const { coverage: _, ...unmapped } = EDITION;
    const result = verifyDocument(unmapped, SHA256, `${TEXT}\n附件`);
    expect(result.findings).toEqual([{ kind: 'sameBytes', sha256: SHA256 }, { kind: 'mapMissing' }]);
    expect(verificationSummary(result)).toBe('文件与登记的逐字节相同，4 处引文全部核对一致');
  });
});

describe('a changed copy', () => {
  test('a figure altered', () => {
    const mapped = { clause: '二（一）1', sentence: 3, begins: '未完成的扣减' };
    expect(found(changed('扣减5元', '扣减6元'))).toEqual([
      {
        kind: 'quoteMissing',
        clause: '二（一）1',
        quote: '未完成的扣减5元/天',
        support: { ...NOTHING, parameters: [deduction], items: [PATROL, SUM] },
      },
      {
        kind: 'sentenceChanged',
        mapped,
        now: { clause: '二（一）1', sentence: 3, text: '未完成的扣减6元/天。' },
        support: { ...NOTHING, parameters: [deduction], items: [PATROL], tables: ['patrol'] },
      },
    ]);
  });
  test('a figure that a reading rests on', () => {
    expect(found(changed('不少于8条', '不少于9条'))).toEqual([
      {
        kind: 'sentenceChanged',
        mapped: { clause: '二（一）2', sentence: 2, begins: '每月上报不少' },
        now: { clause: '二（一）2', sentence: 2, text: '每月上报不少于9条的，补助60元/月。' },
        support: { ...NOTHING, parameters: [base], items: [INFORMATION], tables: ['reports'], interpretations: ['K1'] },
      },
    ]);
  });
  test('a sentence removed leaves the later ones unchanged', () => {
    expect(found(changed('完成巡查的，补助100元/月。', ''))).toEqual([
      {
        kind: 'quoteMissing',
        clause: '二（一）1',
        quote: '补助100元/月',
        support: { ...NOTHING, parameters: [amount], items: [PATROL, SUM] },
      },
      {
        kind: 'sentenceRemoved',
        mapped: { clause: '二（一）1', sentence: 2, begins: '完成巡查的，' },
        support: {
          ...NOTHING,
          parameters: [amount],
          items: [PATROL],
          checks: ['personWithoutPatrol'],
          tables: ['patrol'],
        },
      },
    ]);
  });
  test('a sentence removed and the next one altered', () => {
    const copy = changed('完成巡查的，补助100元/月。', '').replace('扣减5元', '扣减6元');
    expect(found(copy).flatMap((one) => ('mapped' in one ? [[one.kind, one.mapped.sentence]] : []))).toEqual([
      ['sentenceRemoved', 2],
      ['sentenceChanged', 3],
    ]);
  });
  test('a sentence written anew where one stood', () => {
    expect(found(changed('网格由街道划分', '村社自行划分网格'))).toEqual([
      {
        kind: 'sentenceChanged',
        mapped: { clause: '一', sentence: 2, begins: '网格由街道划' },
        now: { clause: '一', sentence: 2, text: '村社自行划分网格。' },
        support: NOTHING,
      },
    ]);
  });
  test('a sentence added', () => {
    expect(found(changed('网格由街道划分。', '网格由街道划分。每年一次。'))).toEqual([
      { kind: 'sentenceUnknown', now: { clause: '一', sentence: 3, text: '每年一次。' } },
    ]);
  });
  test('a sentence moved to another clause, with the quote in it', () => {
    const copy = changed('未完成的扣减5元/天。', '').replace('2.信息补贴。', '2.信息补贴。未完成的扣减5元/天。');
    expect(found(copy)).toEqual([
      {
        kind: 'quoteElsewhere',
        clause: '二（一）1',
        quote: '未完成的扣减5元/天',
        found: ['二（一）2'],
        support: { ...NOTHING, parameters: [deduction], items: [PATROL, SUM] },
      },
      {
        kind: 'sentenceMoved',
        mapped: { clause: '二（一）1', sentence: 3, begins: '未完成的扣减' },
        now: { clause: '二（一）2', sentence: 2, text: '未完成的扣减5元/天。' },
        support: { ...NOTHING, parameters: [deduction], items: [PATROL], tables: ['patrol'] },
      },
    ]);
  });
  test('a sentence moved inside its clause', () => {
    const copy = changed('走访住户；及时上报；', '及时上报；走访住户；');
    expect(found(copy)).toEqual([
      {
        kind: 'sentenceMoved',
        mapped: { clause: '二（二）任务1', sentence: 1, begins: '走访住户；' },
        now: { clause: '二（二）任务1', sentence: 2, text: '走访住户；' },
        support: NOTHING,
      },
    ]);
  });
  test('two items exchanged: each stands unchanged under the number of the other', () => {
    const copy = changed('1.巡查补贴', '3.巡查补贴')
      .replace('2.信息补贴', '1.信息补贴')
      .replace('3.巡查补贴', '2.巡查补贴');
    const swapped = copy.split('\n');
    [swapped[9], swapped[10]] = [swapped[10] as string, swapped[9] as string];
    const findings = found(swapped.join('\n'));
    expect(findings.map(({ kind }) => kind)).toEqual([
      'clauseMoved',
      'clauseMoved',
      'quoteElsewhere',
      'quoteElsewhere',
      'quoteElsewhere',
    ]);
    expect(findings[1]).toEqual({
      kind: 'clauseMoved',
      clause: '二（一）2',
      to: '二（一）1',
      support: {
        parameters: [information, base],
        items: [INFORMATION],
        checks: [],
        tables: ['reports'],
        interpretations: ['K1'],
      },
    });
  });
  test('an item removed with its number', () => {
    const copy = LINES.filter((line) => !line.startsWith('1.每天巡查')).join('\n');
    const support = { ...NOTHING, parameters: [hours], items: [PATROL], tables: ['patrol'] as const };
    expect(found(copy)).toEqual([
      {
        kind: 'clauseMissing',
        clause: '二（二）要求1',
        lost: [{ clause: '二（二）要求1', sentence: 1, begins: '每天巡查不少' }],
        support,
      },
      {
        kind: 'quoteMissing',
        clause: '二（二）要求1',
        quote: '每天巡查不少于2小时',
        support: { ...NOTHING, parameters: [hours], items: [PATROL, SUM] },
      },
    ]);
  });
  test('a clause that is cited and never was there', () => {
    const items = [...EDITION.items, { item: 'lunch', title: '误餐补贴', clause: '三' }];
    expect(verifyDocument({ ...EDITION, items }, SHA256, TEXT).findings.slice(1)).toEqual([
      {
        kind: 'clauseMissing',
        clause: '三',
        lost: [],
        support: { ...NOTHING, items: [{ item: 'lunch', title: '误餐补贴' }] },
      },
    ]);
  });
  test('another document altogether: no quote and no clause but the first is found', () => {
    const kinds = found('关于放假的通知\n各村：\n明日放假。').map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'quoteMissing').length).toBe(4);
    expect(kinds.filter((kind) => kind === 'clauseMissing').length).toBe(14);
  });
});

describe('every sentence', () => {
  test.each(placed(TEXT, HEADINGS))('$clause $number removed or altered is named', ({ clause, number, text, at }) => {
    const copies = ['', ...[0, 1, text.length - 1].map((index) => `${text.slice(0, index)}变${text.slice(index + 1)}`)];
    for (const words of copies) {
      const copy = TEXT.slice(0, at) + words + TEXT.slice(at + text.length);
      expect(sentencesNamed(found(copy)), words).toContain(`${clause} ${number}`);
    }
  });
});

describe('shown', () => {
  const result = verifyDocument(EDITION, 'f'.repeat(64), changed('扣减5元', '扣减6元'));
  test('as a tree of at most 80 columns', () => {
    const tree = verificationTree(result);
    expect(tree.map(({ text }) => text).slice(1)).toEqual([
      '二（一）1 的引文“未完成的扣减5元/天”在该文件中找不到',
      '二（一）1 第3句“未完成的扣减…”已改动',
    ]);
    expect(tree[1]?.below.map(({ text }) => text)).toEqual([
      '失去依据的参数：未完成扣减 5元/天',
      '涉及项目：巡查补贴、应发合计',
    ]);
    expect(tree[2]?.below.map(({ text }) => text)).toEqual([
      '该文件 二（一）1 第3句：“未完成的扣减6元/天。”',
      '失去依据的参数：未完成扣减 5元/天',
      '涉及项目：巡查补贴',
      '涉及数据表：巡查',
    ]);
    expect(
      treeText(tree)
        .split('\n')
        .filter((line) => stringWidth(line) > 80),
    ).toEqual([]);
    expect(verificationSummary(result)).toBe('文件与登记的不同，有 2 处核对不一致');
    const [reading] = verificationTree(verifyDocument(EDITION, SHA256, changed('8条', '9条'))).slice(1);
    expect(reading?.below[1]?.text).toBe('按口径取值、需重新核对的参数：信息基数 8条');
  });
  test('as JSON, and every kind in words', () => {
    const copy = changed('未完成的扣减5元/天。', '').replace('1.每天巡查不少于2小时；\n', '').replace('8条', '9条。甲');
    const all = verifyDocument(EDITION, 'f'.repeat(64), `${copy}`);
    const document = verificationDocument({ id: 'invented' }, all);
    expect(document).toEqual({ scheme: { id: 'invented' }, ...all });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(verificationTree(all).every(({ text }) => text.length > 0)).toBe(true);
  });
});

test('a SHA-256 is that of node:crypto', () => {
  const sha256 = createHash('sha256').update(TEXT).digest('hex');
  expect(verifyDocument({ ...EDITION, document: { ...EDITION.document, sha256 } }, sha256, TEXT).sameBytes).toBe(true);
});
