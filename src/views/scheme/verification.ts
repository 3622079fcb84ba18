// 原文核对 (`scheme --verify`): what of the office's own copy does not agree with the edition, and what rests on it.
import type { CopySentence, Finding, MappedSentence, Support } from '../../scheme/document/findings.ts';
import type { Verification } from '../../scheme/document/verify.ts';
import type { Branch } from '../branch.ts';
import type { DocumentBody } from '../schemas/common.ts';
import type { verificationBody } from '../schemas/verification.ts';
import { checkTitle, listed, tableTitle } from './words.ts';

export const VERIFICATION_SCHEMA = 'verification/1';

export const verificationDocument = (
  edition: { readonly id: string },
  verification: Verification,
): DocumentBody<typeof verificationBody> => ({
  scheme: { id: edition.id },
  ...verification,
});

const SHOWN_CHARACTERS = 160;

const shown = (text: string): string => {
  const characters = [...text];
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS).join('')}…` : text;
};

const mappedText = ({ clause, sentence, begins }: MappedSentence): string => `${clause} 第${sentence}句“${begins}…”`;
const placeText = ({ clause, sentence }: CopySentence): string => `${clause} 第${sentence}句`;

function findingText(finding: Finding): string {
  switch (finding.kind) {
    case 'sameBytes':
      return `SHA-256 与登记的文件相同：${finding.sha256}`;
    case 'otherBytes':
      return `SHA-256 与登记的文件不同：登记 ${finding.expected}，该文件 ${finding.found}`;
    case 'mapMissing':
      return '该方案没有逐句对照，只核对引文和条款';
    case 'clauseMissing':
      return `条款 ${finding.clause} 不在该文件中`;
    case 'clauseMoved':
      return `条款 ${finding.clause} 在该文件中为 ${finding.to}，文字未变`;
    case 'quoteMissing':
      return `${finding.clause} 的引文“${finding.quote}”在该文件中找不到`;
    case 'quoteElsewhere':
      return `${finding.clause} 的引文“${finding.quote}”不在该条款内，见于 ${finding.found.join('、')}`;
    case 'sentenceRemoved':
      return `${mappedText(finding.mapped)}在该文件中没有`;
    case 'sentenceChanged':
      return `${mappedText(finding.mapped)}已改动`;
    case 'sentenceMoved':
      return `${mappedText(finding.mapped)}文字未变，移至 ${placeText(finding.now)}`;
    case 'sentenceUnknown':
      return `${placeText(finding.now)}不在逐句对照中`;
  }
}

/** Findings after which the words that set a parameter are nowhere in their clause. */
const UNFOUNDED: ReadonlySet<Finding['kind']> = new Set(['quoteMissing', 'sentenceChanged', 'sentenceRemoved']);

/** `未达标日扣减 25元/天`; a choice has no unit to show. */
const parameterText = ({ title, value, unit }: Support['parameters'][number]): string =>
  `${title} ${value}${/^\d/.test(value) ? unit : ''}`;

function supportTexts(support: Support, kind: Finding['kind']): readonly string[] {
  const setBy = (origin: 'quote' | 'reading') =>
    support.parameters.filter((one) => one.setBy === origin).map(parameterText);
  const texts = [
    ...listed(UNFOUNDED.has(kind) ? '失去依据的参数：' : '需重新核对的参数：', setBy('quote')),
    ...listed('按口径取值、需重新核对的参数：', setBy('reading')),
    ...listed(
      '涉及项目：',
      support.items.map(({ title }) => title),
    ),
    ...listed('涉及检查：', support.checks.map(checkTitle)),
    ...listed('涉及数据表：', support.tables.map(tableTitle)),
    ...listed('涉及口径：', support.interpretations),
  ];
  return texts.length > 0 ? texts : ['没有参数、项目或检查以这些文字为依据'];
}

function belowTexts(finding: Finding): readonly string[] {
  if (finding.kind === 'sentenceUnknown') return [`“${shown(finding.now.text)}”`, '没有项目、数据表或检查对应这句话'];
  if (!('support' in finding)) return [];
  const support = supportTexts(finding.support, finding.kind);
  if (finding.kind === 'clauseMissing') return [...finding.lost.map((one) => `${mappedText(one)}没有了`), ...support];
  if (finding.kind === 'sentenceChanged') {
    return [`该文件 ${placeText(finding.now)}：“${shown(finding.now.text)}”`, ...support];
  }
  return support;
}

/** One branch a finding, what rests on it below. */
export const verificationTree = ({ findings }: Verification): readonly Branch[] =>
  findings.map((finding) => ({
    text: findingText(finding),
    below: belowTexts(finding).map((text) => ({ text, below: [] })),
  }));

/** The result in one sentence. */
export function verificationSummary({ verified, sameBytes, quotes, sentences, findings }: Verification): string {
  const isMapped = findings.every(({ kind }) => kind !== 'mapMissing');
  const counted = `${quotes} 处引文${isMapped ? `、${sentences} 句原文` : ''}`;
  const aboutBytes = sameBytes ? '文件与登记的逐字节相同' : '文件与登记的字节不同（格式、换行或空格等）';
  if (verified) return `${aboutBytes}，${counted}全部核对一致`;
  const count = findings.filter(({ kind }) => !['sameBytes', 'otherBytes', 'mapMissing'].includes(kind)).length;
  return `${sameBytes ? aboutBytes : '文件与登记的不同'}，有 ${count} 处核对不一致`;
}
