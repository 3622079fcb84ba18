// The published text against the shipped edition: it verifies in every form an office may have it in, and whatever is
// altered in it is named.
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/files/document.ts';
import type { Finding } from '../../../src/scheme/document/findings.ts';
import { withoutSpace } from '../../../src/scheme/document/normalise.ts';
import { citedQuotes } from '../../../src/scheme/document/support.ts';
import { verifyDocument } from '../../../src/scheme/document/verify.ts';
import { sha256 } from '../../../src/store/workspace.ts';
import { zipped } from '../../files/helpers.ts';
import { placed, sentencesNamed } from './invented.ts';
import { bytes, edition, isThere, text, titled } from './published.ts';

async function verified(copy: Uint8Array, name: string) {
  const read = await readDocument(copy, name);
  if (!('text' in read)) throw new Error(read.problem.code);
  return verifyDocument(edition, sha256(copy), read.text);
}
const found = (copy: string): readonly Finding[] => verifyDocument(edition, 'f'.repeat(64), copy).findings.slice(1);
function changed(from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(from);
  return text.replace(from, to);
}

/** Two-byte characters only. */
function gb18030(words: string): Uint8Array {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1) codes.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from([...words].flatMap((one) => (one < '\x80' ? [one.charCodeAt(0)] : (codes.get(one) ?? []))));
}

const docx = (words: string): Uint8Array => {
  const paragraphs = words.split('\n').map((line) => {
    const runs = [line.slice(0, 5), line.slice(5)].map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`);
    return `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${runs.join('')}</w:p>`;
  });
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`;
  return zipped({ 'word/document.xml': strToU8(body) });
};

describe.skipIf(!isThere)(titled('the published text'), () => {
  test('itself: the same bytes, every quote and every sentence', () => {
    const quotes = new Set(citedQuotes(edition).map(({ clause, quote }) => clause + quote));
    expect(verifyDocument(edition, sha256(bytes), text)).toEqual({
      verified: true,
      sameBytes: true,
      quotes: quotes.size,
      sentences: 109,
      findings: [{ kind: 'sameBytes', sha256: edition.document.sha256 }],
    });
    expect(quotes.size).toBeGreaterThan(15);
  });
  test.each([
    ['GB18030', () => gb18030(text)],
    ['CRLF', () => strToU8(text.replaceAll('\n', '\r\n'))],
    ['full-width digits and spaces', () => strToU8(`\ufeff${wide(text).replaceAll('\n', '\n\u3000\u3000')}`)],
    ['.docx', () => docx(text)],
  ])('as %s: other bytes, the same words', async (_, make) => {
    const { verified: isVerified, sameBytes, findings } = await verified(make(), 'copy');
    expect(findings.map(({ kind }) => kind)).toEqual(['otherBytes']);
    expect([isVerified, sameBytes]).toEqual([true, false]);
  });
  test('25元 → 30元', () => {
    const findings = found(changed('扣减25元/天', '扣减30元/天'));
    const deduction = { key: 'patrol.deduction', title: '未达标日扣减', value: '25', unit: '元/天', setBy: 'quote' };
    expect(findings.map(({ kind }) => kind)).toEqual(['quoteMissing', 'sentenceChanged']);
    const [quote, sentence] = findings;
    if (quote?.kind !== 'quoteMissing' || sentence?.kind !== 'sentenceChanged') throw new Error('kinds');
    expect([quote.clause, quote.quote, quote.support.parameters]).toEqual([
      '三（六）1',
      '未完成的扣减25元/天',
      [deduction],
    ]);
    expect(sentence.mapped).toEqual({ clause: '三（六）1', sentence: 3, begins: '开展入格巡查，完' });
    expect(sentence.now.text).toContain('未完成的扣减30元/天');
    expect(sentence.support.parameters.filter(({ setBy }) => setBy === 'quote')).toEqual([deduction]);
    expect(sentence.support.items.map(({ title }) => title)).toEqual(['巡查补贴', '黄红牌']);
    expect(sentence.support.checks).toEqual(['workdayWithoutPatrol', 'personWithoutPatrol']);
  });
  test('20条 → 25条: a figure that a reading rests on', () => {
    const [finding, ...others] = found(changed('不少于20条', '不少于25条'));
    expect(others).toEqual([]);
    if (finding?.kind !== 'sentenceChanged') throw new Error(finding?.kind);
    expect(finding.mapped).toEqual({ clause: '三（四）要求6', sentence: 1, begins: '每月上报有效信息' });
    expect(finding.support.parameters).toContainEqual({
      key: 'information.base',
      title: '信息考核基数',
      value: '20',
      unit: '条',
      setBy: 'reading',
    });
  });
  test('a sentence removed: the later ones of the clause are not said to have changed', () => {
    const findings = found(changed('专职网格员每月完成相关派单任务的，给予奖励200元/月。', ''));
    expect(findings.map(({ kind }) => kind)).toEqual(['quoteMissing', 'sentenceRemoved']);
    expect(sentencesNamed(findings)).toEqual(['三（六）3 3']);
    const removedFirst = found(
      changed('党工委、办事处通过综合信息指挥室向网格分派具体事件和工作任务，每月分别不少于四次。', ''),
    );
    expect(sentencesNamed(removedFirst)).toEqual(['三（六）3 2']);
    const [finding] = removedFirst;
    if (finding?.kind !== 'sentenceRemoved') throw new Error(finding?.kind);
    expect(finding.support.checks).toEqual(['dispatchBelowMinimum']);
    expect(finding.support.parameters.map(({ key }) => key)).toEqual(['task.minimumEvents', 'task.minimumTasks']);
  });
  test('a sentence added', () => {
    expect(found(changed('给予500元的专项奖励。', '给予500元的专项奖励。每年评定一次。'))).toEqual([
      { kind: 'sentenceUnknown', now: { clause: '三（六）5', sentence: 3, text: '每年评定一次。' } },
    ]);
  });
  test('an item taken out and the later ones renumbered', () => {
    const lines = text.split('\n').filter((line) => !line.startsWith('3.任务奖励'));
    const copy = lines.join('\n').replace('4.排名奖励', '3.排名奖励').replace('5.专项奖励', '4.专项奖励');
    const findings = found(copy);
    expect(findings.flatMap((one) => (one.kind === 'clauseMoved' ? [[one.clause, one.to]] : []))).toEqual([
      ['三（六）4', '三（六）3'],
      ['三（六）5', '三（六）4'],
    ]);
    expect(sentencesNamed(findings)).toEqual(['三（六）3 1', '三（六）3 2', '三（六）3 3']);
    const elsewhere = findings.flatMap((one) => (one.kind === 'quoteElsewhere' ? [[one.clause, ...one.found]] : []));
    expect(elsewhere.at(-1)).toEqual(['三（六）4', '三（六）3']);
    expect(elsewhere[0]).toEqual(['三（六）5', '三（六）4']);
  });
});

describe.skipIf(!isThere)(titled('every sentence of the published text'), () => {
  const plain = text.split('\n').map(withoutSpace).join('\n');
  const sentences = placed(plain, edition.document.headings);
  /** Whose alteration gives other names to the clauses below. */
  const headings = new Set(['三（四）任务 1', '三（四）要求 1']);
  test.each(sentences)('$clause $number', ({ clause, number, text: words, at }) => {
    const name = `${clause} ${number}`;
    const edited = (replacement: string) => found(plain.slice(0, at) + replacement + plain.slice(at + words.length));
    for (const index of new Set([0, Math.floor(words.length / 2), words.length - 1])) {
      const findings = edited(`${words.slice(0, index)}某${words.slice(index + 1)}`);
      expect(sentencesNamed(findings), `${index}`).toContain(name);
      if (index < words.length - 1 && !headings.has(name)) expect(sentencesNamed(findings)).toEqual([name]);
    }
    expect(sentencesNamed(edited(''))).toEqual([name]);
  });
});

function wide(words: string): string {
  return words.replace(/[0-9]/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
}
