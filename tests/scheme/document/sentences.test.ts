// Clauses, spans and sentences of official documents.
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../../src/scheme/document/normalise.ts';
import { parseDocumentText } from '../../../src/scheme/document/sentences.ts';
import { HEADINGS, TEXT } from './invented.ts';
import { edition, isThere, text as published, titled } from './published.ts';

const sentences = (text: string) =>
  parseDocumentText(text, HEADINGS).sentences.map(({ clause, number, text: words }) => `${clause} ${number} ${words}`);

describe('an invented document', () => {
  test('clauses are named as they are cited, titles and headings are sentences, numbers are not', () => {
    expect(sentences(TEXT)).toEqual([
      '前言 1 某街道办事处关于网格考核的办法',
      '前言 2 各村：',
      '前言 3 为做好考核，制定本办法：',
      '一 1 总则',
      '一 2 网格由街道划分。',
      '二 1 考核',
      '二（一） 1 补贴',
      '二（一） 2 补贴按月发放，分以下两项：',
      '二（一）1 1 巡查补贴。',
      '二（一）1 2 完成巡查的，补助100元/月。',
      '二（一）1 3 未完成的扣减5元/天。',
      '二（一）2 1 信息补贴。',
      '二（一）2 2 每月上报不少于8条的，补助60元/月。',
      '二（一）末段 1 连续二个月未完成的给予警告。',
      '二（二） 1 要求',
      '二（二）任务 1 工作任务',
      '二（二）任务1 1 走访住户；',
      '二（二）任务1 2 及时上报；',
      '二（二）任务2 1 完成派单任务。',
      '二（二）要求 1 工作要求',
      '二（二）要求1 1 每天巡查不少于2小时；',
      '二（二）要求2 1 完成派单任务。',
      '落款 1 某街道办事处',
      '落款 2 2020年1月1日',
    ]);
  });
  test('the span of a section contains those of its items, an item only itself', () => {
    const { text, clauses } = parseDocumentText(TEXT, HEADINGS);
    const span = (name: string) => {
      const { start, end } = clauses.get(name) ?? { start: 0, end: 0 };
      return text.slice(start, end).trimEnd().split('\n');
    };
    expect(span('二（一）2')).toEqual(['2.信息补贴。每月上报不少于8条的,补助60元/月。']);
    expect(span('二（一）末段')).toEqual(['连续二个月未完成的给予警告。']);
    expect(span('二（二）要求')).toEqual(['工作要求', '1.每天巡查不少于2小时;', '2.完成派单任务。']);
    expect(span('二（一）').map((line) => line.slice(0, 4))).toEqual([
      '(一)补',
      '补贴按月',
      '1.巡查',
      '2.信息',
      '连续二个',
    ]);
    expect(span('二').length).toBe(13);
    expect(span('落款')).toEqual(['某街道办事处', '2020年1月1日']);
  });
  test('other line ends, widths and spacing make no other sentence', () => {
    const digests = (text: string) =>
      parseDocumentText(text, HEADINGS).sentences.map(({ clause, digest }) => clause + digest);
    const wide = TEXT.replace(/[0-9]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
    const variants = [
      TEXT.replaceAll('\n', '\r\n'),
      TEXT.replaceAll('\n', '\r\n\r\n\u3000\u3000'),
      wide.replaceAll('.', '．'),
      TEXT.replaceAll('；', ';').replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')'),
      TEXT.replaceAll('1.', '⒈').replaceAll('（一）', '㈠').replaceAll('2.', '2、'),
      `\ufeff${[...TEXT].join('\u200b').replaceAll('\n', ' \n\t')}`,
    ];
    for (const variant of variants) expect(digests(variant)).toEqual(digests(TEXT));
  });
});

describe('numbers', () => {
  test.each([
    ['a decimal is no number', '一、总\n1.5倍计发。', ['一 1 总', '一 2 1.5倍计发。']],
    ['a year after a number', '一、总\n1.2021年起。', ['一 1 总', '一1 1 2021年起。']],
    ['numbers above ten', '十一、总\n（十二）款', ['十一 1 总', '十一（十二） 1 款']],
    [
      'a paragraph between items belongs to the one before',
      '一、总\n1.甲。\n续甲。\n2.乙。',
      ['一 1 总', '一1 1 甲。', '一1 2 续甲。', '一2 1 乙。'],
    ],
    [
      'several paragraphs after the items',
      '一、总\n1.甲。\n丙。\n丁。',
      ['一 1 总', '一1 1 甲。', '一末段 1 丙。', '一末段 2 丁。'],
    ],
    [
      'a heading that nobody named',
      '一、总\n工作责任\n1.甲。',
      ['一 1 总', '一工作责任 1 工作责任', '一工作责任1 1 甲。'],
    ],
    [
      'a list that begins again',
      '一、总\n1.甲。\n2.乙。\n1.丙。',
      ['一 1 总', '一1 1 甲。', '一2 1 乙。', '一第2组1 1 丙。'],
    ],
    ['a number used twice', '一、总\n一、再。', ['一 1 总', '一之2 1 再。']],
    ['a closing quotation mark', '一、称“甲。”乙。', ['一 1 称“甲。”', '一 2 乙。']],
    ['nothing numbered', '甲。乙', ['前言 1 甲。', '前言 2 乙']],
    ['no text', ' \n', []],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

test('a digest is of the normalised sentence', () => {
  expect(digestOf('巡查 补贴。')).toBe('2428ad9e');
  expect(digestOf('补助８００元')).toBe(digestOf('补助800元'));
});

describe.skipIf(!isThere)(titled('the published text'), () => {
  test('has the clauses that are cited', () => {
    const { clauses, sentences: all } = parseDocumentText(published, edition.document.headings);
    const items = (base: string, count: number) => Array.from({ length: count }, (_, index) => `${base}${index + 1}`);
    expect([...clauses.keys()]).toEqual([
      ...[
        '前言',
        '一',
        '二',
        '二（一）',
        '二（二）',
        '二（三）',
        '二（四）',
        '三',
        '三（一）',
        '三（二）',
        '三（三）',
        '三（四）',
      ],
      ...['三（四）任务', ...items('三（四）任务', 11), '三（四）要求', ...items('三（四）要求', 8), '三（四）末段'],
      ...['三（五）', ...items('三（五）', 2), '三（六）', ...items('三（六）', 5), '三（六）末段'],
      ...['四', '四（一）', '四（二）', '四（三）', '四（四）', '落款'],
    ]);
    expect(all.length).toBe(109);
  });
});
