// The map of the published text: every sentence exactly once, and what treats it.
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { type CoverageEntry, coverageEntry, coverageMistakes } from '../../../src/scheme/document/coverage.ts';
import { normalised } from '../../../src/scheme/document/normalise.ts';
import { parseDocumentText } from '../../../src/scheme/document/sentences.ts';
import { coverageDocument, coverageSummary, coverageTree } from '../../../src/views/scheme/coverage.ts';
import { CHECK_TITLES } from '../../../src/views/scheme/words.ts';
import { treeText } from '../../../src/writers/terminal.ts';
import { edition, isThere, text, titled } from './published.ts';

const entry = { clause: '三（六）1', sentence: 2, begins: '专职网格员', digest: '4e3e4e1b' };
const accepts = (value: unknown) => coverageEntry.safeParse(value).success;

describe('an entry', () => {
  test.each([
    [{ items: ['patrolSubsidy'], tables: ['meetings'], checks: ['lateForMeeting'], interpretations: ['K8'] }, true],
    [{ interpretations: ['K28'] }, true],
    [{ outside: '指导思想' }, true],
    [{}, false],
    [{ outside: '' }, false],
    [{ outside: '章名', items: ['patrolSubsidy'] }, false],
    [{ outside: '章名', interpretations: ['K1'] }, false],
    [{ items: [] }, false],
    [{ tables: ['kitchen'] }, false],
    [{ checks: ['noSuchCode'] }, false],
    [{ interpretations: ['28'] }, false],
    [{ outside: '章名', begins: '专职网格员每月按时参加' }, false],
    [{ outside: '章名', digest: '4E3E4E1B' }, false],
    [{ outside: '章名', sentence: 0 }, false],
  ])('%j: %s', (by, isRight) => {
    expect(accepts({ ...entry, ...by })).toBe(isRight);
  });
});

describe('the shipped map', () => {
  const { coverage } = edition;
  test('names items and readings of its edition, each clause numbered from 1 without a gap', () => {
    expect(coverageMistakes(edition)).toEqual([]);
  });
  test('mistakes are named', () => {
    const wrong: CoverageEntry[] = [
      { ...entry, sentence: 1, items: ['lunch', 'total'] },
      { ...entry, sentence: 3, interpretations: ['K99'] },
      { ...entry, sentence: 3, outside: '章名' },
    ];
    expect(coverageMistakes({ ...edition, coverage: wrong })).toEqual([
      '三（六）1 1：没有 lunch',
      '三（六）1 3：应为第 2 句',
      '三（六）1 3：没有 K99',
      '三（六）1 3：应为第 4 句',
    ]);
  });
  test('every item, and every reading of a clause, treats a sentence of that clause', () => {
    const treats = (clause: string, isMeant: (one: CoverageEntry) => boolean | undefined) =>
      coverage.some((one) => one.clause.startsWith(clause) && isMeant(one));
    const items = edition.items.filter(({ item, clause }) => !treats(clause, (one) => one.items?.includes(item)));
    expect(items).toEqual([]);
    const readings = Object.entries(edition.interpretations).filter(
      ([number, { clause }]) => clause && !treats(clause, ({ interpretations }) => interpretations?.includes(number)),
    );
    expect(readings.map(([number]) => number)).toEqual([]);
  });
  test('nothing that the text asks for is still to come', () => {
    expect(coverage.filter(({ outside }) => outside?.includes('尚未')).map(({ clause }) => clause)).toEqual([]);
  });
  test('every check has a Chinese title', () => {
    const checks = new Set(coverage.flatMap((one) => one.checks ?? []));
    expect([...checks].filter((code) => CHECK_TITLES[code] === undefined)).toEqual([]);
    expect(Object.keys(CHECK_TITLES).filter((code) => !checks.has(code as keyof typeof CHECK_TITLES))).toEqual([]);
  });
});

describe.skipIf(!isThere)(titled('the published text'), () => {
  const { sentences } = parseDocumentText(text, edition.document.headings);
  test('every sentence is in the map exactly once and the map names no other', () => {
    const named = (
      list: readonly { clause: string; digest: string }[],
      number: (index: number) => number | undefined,
    ) => list.map(({ clause, digest }, index) => `${clause} ${number(index)} ${digest}`);
    expect(named(edition.coverage, (index) => edition.coverage[index]?.sentence)).toEqual(
      named(sentences, (index) => sentences[index]?.number),
    );
  });
  test('first words are those of the sentence', () => {
    const wrong = edition.coverage.filter(
      ({ begins }, index) => !normalised(sentences[index]?.text ?? '').startsWith(normalised(begins)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the map shown', () => {
  test('as JSON', () => {
    const document = coverageDocument(edition);
    expect(document.totals.sentences).toBe(document.sentences.length);
    expect(document.totals.treated + document.totals.outside).toBe(document.totals.sentences);
    expect(document.sentences.find(({ clause, sentence }) => clause === '三（六）3' && sentence === 2)).toEqual({
      clause: '三（六）3',
      sentence: 2,
      begins: '党工委、办事处通',
      digest: '065a4dcc',
      items: ['gridDispatch'],
      tables: ['tasks'],
      checks: ['dispatchBelowMinimum'],
      interpretations: ['K29'],
      outside: null,
    });
  });
  test('as a tree of at most 80 columns', () => {
    const tree = coverageTree(edition);
    expect(tree.find(({ text: clause }) => clause === '三（六）3')?.below.map((one) => one.text)).toEqual([
      '第1句“任务奖励…” → 项目 任务奖励',
      '第2句“党工委、办事处通…” → 项目 派单核对；数据表 派单；检查 网格派单不足；口径 K29',
      '第3句“专职网格员每月完…” → 项目 任务奖励；数据表 派单、请假；检查 当月无派单；口径 K11、K13、K14',
    ]);
    expect(tree[0]?.below[0]?.text).toBe('第1句“中共嵊州市剡湖街…” → 程序之外：文件标题');
    const lines = treeText(tree).split('\n');
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
    expect(coverageSummary({ ...edition, coverage: edition.coverage.slice(0, 3) })).toBe(
      '共 3 句：有对应的项目、数据表、检查或口径 0 句，程序之外 3 句（均注明理由）',
    );
  });
});
