// A small document that nobody published, with an edition of it.
import type { CoverageEntry } from '../../../src/scheme/document/coverage.ts';
import type { Finding } from '../../../src/scheme/document/findings.ts';
import { type Headings, parseDocumentText } from '../../../src/scheme/document/sentences.ts';
import type { VerifiedEdition } from '../../../src/scheme/document/support.ts';

export const LINES = [
  '某街道办事处关于网格考核的办法',
  '',
  '各村：',
  '为做好考核，制定本办法：',
  '一、总则',
  '网格由街道划分。',
  '二、考核',
  '（一）补贴',
  '补贴按月发放，分以下两项：',
  '1.巡查补贴。完成巡查的，补助100元/月。未完成的扣减5元/天。',
  '2.信息补贴。每月上报不少于8条的，补助60元/月。',
  '连续二个月未完成的给予警告。',
  '（二）要求',
  '工作任务',
  '1.走访住户；及时上报；',
  '2.完成派单任务。',
  '工作要求',
  '1.每天巡查不少于2小时；',
  '2.完成派单任务。',
  '某街道办事处',
  '2020年1月1日',
];
export const TEXT = LINES.join('\n');
export const HEADINGS = { 工作任务: '任务', 工作要求: '要求' };
export const SHA256 = '0'.repeat(64);

const BY: Readonly<Record<string, Partial<CoverageEntry>>> = {
  '二（一） 2': { items: ['total'] },
  '二（一）1 1': { items: ['patrol'] },
  '二（一）1 2': { items: ['patrol'], tables: ['patrol'], checks: ['personWithoutPatrol'] },
  '二（一）1 3': { items: ['patrol'], tables: ['patrol'] },
  '二（一）2 1': { items: ['information'] },
  '二（一）2 2': { items: ['information'], tables: ['reports'], interpretations: ['K1'] },
  '二（二）要求1 1': { items: ['patrol'], tables: ['patrol'] },
};

const quoted = (title: string, value: string, unit: string, clause: string, quote: string, moves: string[]) => ({
  title,
  value,
  unit,
  moves,
  basis: { clause, quote },
});

export const EDITION: VerifiedEdition & { readonly coverage: readonly CoverageEntry[] } = {
  document: { sha256: SHA256, headings: HEADINGS },
  items: [
    { item: 'patrol', title: '巡查补贴', clause: '二（一）1' },
    { item: 'information', title: '信息补贴', clause: '二（一）2' },
  ],
  interpretations: { K1: { clause: '二（一）2' } },
  parameters: {
    amount: quoted('补贴标准', '100', '元/月', '二（一）1', '补助100元/月', ['patrol', 'total']),
    deduction: quoted('未完成扣减', '5', '元/天', '二（一）1', '未完成的扣减5元/天', ['patrol', 'total']),
    information: quoted('信息标准', '60', '元/月', '二（一）2', '补助60元/月', ['information', 'total']),
    hours: quoted('巡查时长', '2', '小时', '二（二）要求1', '每天巡查不少于2小时', ['patrol', 'total']),
    base: {
      title: '信息基数',
      value: '8',
      unit: '条',
      moves: ['information', 'total'],
      basis: { interpretation: 'K1', clause: '二（一）2' },
    },
  },
  coverage: parseDocumentText(TEXT, HEADINGS).sentences.map(({ clause, number, text, digest }) => ({
    clause,
    sentence: number,
    begins: text.slice(0, 6),
    digest,
    ...(BY[`${clause} ${number}`] ?? { outside: '不核算' }),
  })),
};

/** The sentences with the offsets at which they stand in the text; its lines must be without spaces. */
export function placed(text: string, headings: Headings) {
  let from = 0;
  return parseDocumentText(text, headings).sentences.map((sentence) => {
    const at = text.indexOf(sentence.text, from);
    from = at + sentence.text.length;
    return { ...sentence, at };
  });
}

/** The mapped sentences that findings speak of, as `clause number`. */
export const sentencesNamed = (findings: readonly Finding[]): readonly string[] =>
  findings
    .flatMap((one) => ('mapped' in one ? [one.mapped] : 'lost' in one ? one.lost : []))
    .map(({ clause, sentence }) => `${clause} ${sentence}`);
