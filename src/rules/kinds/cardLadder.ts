// 黄牌 and 红牌: the ladder of months failed in a row (三（六）末段). Months without an assessable day are skipped (K22);
// hiring, the first month of the scheme and a month not to be had end the walk back.
import * as z from 'zod';
import { addMonths, lastDay } from '../../model/civil.ts';
import type { Figures } from '../../model/decision.ts';
import { compare, fraction, isZero } from '../../model/fraction.ts';
import type { SubjectRecord } from '../../model/record.ts';
import { firstDayAs } from '../../model/service.ts';
import type { Source } from '../../model/source.ts';
import { CARDS, type Card } from '../../model/terms.ts';
import { problem } from '../../problems/problem.ts';
import { numberOf } from '../../scheme/scheme.ts';
import { figureOf, perSubject, type RuleKind } from '../kind.ts';
import { numberIn } from '../leaves.ts';
import { count, flag } from '../measures/figure.ts';
import { type Office, rosterPlace, type Subject } from '../office.ts';
import { quantity, word } from '../parameters.ts';

const parameters = z.strictObject({
  /** Figures by the word for a failed month (K21): a flag that holds, or a count above 0. */
  failedWhen: z.record(z.string(), z.string()),
  /** The word that holds. */
  failedBy: word(),
  /** The figure that is 0 in a month without an assessable day. */
  assessedWhen: z.string(),
  /** Months failed in a row for each card, ascending. */
  ladder: z.array(z.strictObject({ card: z.enum(Object.keys(CARDS) as [Card]), months: quantity() })).min(1),
});
type Parameters = z.infer<typeof parameters>;
type Step = Parameters['ladder'][number];

interface Walk {
  readonly failedBefore: number;
  readonly incomplete: boolean;
  readonly sources: readonly Source[];
}

const inRecord = (office: Office, month: string, { person, role }: Subject): SubjectRecord | null | undefined => {
  const record = office.history.find(({ period }) => period === month);
  return record && (record.subjects.find((before) => before.id === person.id && before.role === role) ?? null);
};

/** Failed months in a row before this one. */
function walkBack(office: Office, subject: Subject, rule: Parameters, item: string): Walk {
  const sources: Source[] = [];
  const start = firstDayAs(subject.person, subject.role);
  for (let month = addMonths(office.period, -1); month >= office.schemeStart; month = addMonths(month, -1)) {
    if (start !== null && start > lastDay(month)) break;
    const before = inRecord(office, month, subject);
    if (before === undefined) return { failedBefore: sources.length, incomplete: sources.length === 0, sources };
    const assessed = before?.figures[rule.assessedWhen];
    if (before === null || assessed === undefined || assessed.value === '0') continue;
    if (before.isUncertain) return { failedBefore: sources.length, incomplete: sources.length === 0, sources };
    if (before.figures.failed?.value !== true) break;
    sources.push({ type: 'record', period: month, person: subject.person.id, item });
  }
  return { failedBefore: sources.length, incomplete: false, sources };
}

const UNCERTAIN = '有行因错误没有计入，是否达到巡查要求待核实';

function reasonFor(months: number, isAssessed: boolean, isIncomplete: boolean): string {
  if (!isAssessed) return '本月没有考核日，不计达标也不计未达标';
  if (months === 0) return '本月达到巡查要求';
  const inARow = months === 1 ? '本月未达到巡查要求' : `连续 ${months} 个月未达到巡查要求`;
  return isIncomplete ? `${inARow}；上月资料不全，未核对红牌` : inARow;
}

export const kind: RuleKind<Parameters> = {
  parameters,
  givesCards: true,
  decide: perSubject(({ office, item, with: rule }, subject, figures) => {
    const { person } = subject;
    const test = figureOf(figures, rule.failedWhen[rule.failedBy.value] ?? '');
    const holds = test.type === 'flag' ? test.value : test.value !== '0';
    const isAssessed = !isZero(numberIn(figures, rule.assessedWhen));
    const isUncertain = office.uncertain.has(person.id);
    const failed = holds && isAssessed && !isUncertain;
    const walk = failed
      ? walkBack(office, subject, rule, item.item)
      : { failedBefore: 0, incomplete: false, sources: [] };
    const months = failed ? walk.failedBefore + 1 : 0;
    const step = rule.ladder.findLast((one) => compare(fraction(months), numberOf(one.months)) >= 0);
    const sources = [...test.sources, ...walk.sources];
    const yields: Figures = {
      failed: flag(failed, sources),
      consecutiveFailedMonths: count(months, sources),
      card: { type: 'text', value: step?.card ?? '', sources },
      cardIncomplete: flag(walk.incomplete || isUncertain, sources),
    };
    const lastRed = office.history.findLast(
      (record) => inRecord(office, record.period, subject)?.figures.card?.value === 'red',
    );
    const stillServing = lastRed !== undefined && subject.service.days.size > 0;
    const who = { id: person.id, name: person.name };
    const place = rosterPlace(office.facts, person);
    const note = {
      label: step ? CARDS[step.card] : '无',
      reason: isUncertain ? UNCERTAIN : reasonFor(months, isAssessed, walk.incomplete),
      basis: (step ?? (rule.ladder[0] as Step)).months.basis,
      sources,
    };
    return {
      figures: yields,
      note,
      problems: [
        ...(walk.incomplete
          ? [problem('redCardCheckIncomplete', { ...who, month: addMonths(office.period, -1) }, place)]
          : []),
        ...(stillServing ? [problem('redCardStillServing', { ...who, month: lastRed.period }, place)] : []),
      ],
    };
  }),
};
