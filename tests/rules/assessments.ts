// What a test asks of assessments: a finding by its key, in a line.
import type { Finding } from '../../src/model/decision.ts';
import type { GridRecord, SubjectRecord } from '../../src/model/record.ts';

type Assessed = Pick<SubjectRecord | GridRecord, 'assessments'>;

export const findingsOf = ({ assessments }: Assessed, item: string): readonly Finding[] =>
  assessments.find((one) => one.item === item)?.findings ?? [];

/** `20 of 22: missed`; `-` is 无数据, `open` neither met nor missed. */
export const told = (finding: Finding | undefined): string =>
  finding === undefined
    ? 'none'
    : `${finding.value ?? '-'} of ${finding.required?.value}: ${finding.met === null ? 'open' : finding.met ? 'met' : 'missed'}`;

export const requirement = (subject: Assessed, key: string): string =>
  told(findingsOf(subject, 'dutyChecklist').find((one) => one.key === key));

export const scoreOf = ({ assessments }: Assessed, item: string) => {
  const score = assessments.find((one) => one.item === item)?.score;
  return score ? [score.value, score.rank] : null;
};
