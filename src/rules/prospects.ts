// A month in progress: how a member stands by the days judged so far, and what further unmet days would cost. Nothing is
// decided here: the items themselves say what they would yield.
import { type CivilDate, lastDay } from '../model/civil.ts';
import type { DayVerdict, Figures } from '../model/decision.ts';
import type { GridId, PersonId } from '../model/facts.ts';
import { ceil } from '../model/fraction.ts';
import { CARDS, type Card } from '../model/terms.ts';
import { daysOfMonth } from '../scheme/calendar.ts';
import { flagOf } from './kind.ts';
import type { Rule } from './kinds.ts';
import { numberIn } from './leaves.ts';
import type { Office, Subject } from './office.ts';

const REPORTS = 'effectiveReports';

/** A full-time member in service. */
export interface Prospect {
  readonly id: PersonId;
  readonly name: string;
  readonly grids: readonly GridId[];
  /** 考核日 of the month, as far as leave is known, and those after the last day looked at. */
  readonly assessableDays: number;
  readonly assessableDaysLeft: number;
  /** Null where no item judges days. */
  readonly patrol: PatrolProspect | null;
  readonly effectiveReports: number;
  /** Of the whole month; null where no item holds reports against one. */
  readonly reportBase: number | null;
  readonly meetingAbsences: number;
}

interface PatrolProspect {
  /** The title of the item that judges days. */
  readonly item: string;
  readonly unmetDays: number;
  /** Unmet days without a record. */
  readonly noDataDays: number;
  /** The run of unmet days that the last one judged ends. */
  readonly unmetRun: number;
  /** The fewest further unmet days that lose the item, 0 when it is lost; null where no number of them does. */
  readonly daysToForfeit: number | null;
  readonly forfeited: boolean;
  /** What the member is shown once the item is lost. */
  readonly cardIfForfeited: Card | null;
}

/** What is known of a member once all items are decided. */
interface Decided {
  readonly figures: Figures;
  readonly days: readonly DayVerdict[];
}

/** The figures after the days so far and these. */
type After = (further: readonly DayVerdict[]) => Figures;

interface Loss {
  readonly days: number;
  readonly figures: Figures;
}

export function prospectOf(
  office: Office,
  rules: readonly Rule[],
  subject: Subject,
  grids: readonly GridId[],
  decided: Decided,
): Prospect {
  const { figures } = decided;
  const { assessable } = subject.service;
  const own = rules.filter(({ item }) => item.for.includes(subject.role));
  const isPast = pastIn(office);
  return {
    id: subject.person.id,
    name: subject.person.name,
    grids,
    assessableDays: assessable.length,
    assessableDaysLeft: assessable.filter((day) => !isPast(day)).length,
    patrol: patrolProspect(office, own, subject, decided),
    effectiveReports: countIn(figures, REPORTS),
    reportBase: reportBase(own, figures),
    meetingAbsences: countIn(figures, 'meetingAbsences'),
  };
}

const countIn = (figures: Figures, key: string): number => Number(ceil(numberIn(figures, key)));

const pastIn =
  ({ asOf }: Office) =>
  (day: CivilDate): boolean =>
    asOf === null || day <= asOf;

function reportBase(rules: readonly Rule[], figures: Figures): number | null {
  const bases = rules.flatMap(({ kind, with: rule }) => kind.fallsShort?.(rule) ?? []);
  const base = bases.find(({ counted }) => counted === REPORTS)?.base;
  return base === undefined ? null : countIn(figures, base);
}

function patrolProspect(
  office: Office,
  rules: readonly Rule[],
  subject: Subject,
  { figures, days }: Decided,
): PatrolProspect | null {
  const rule = rules.find(({ kind }) => kind.afterDays !== undefined);
  const afterDays = rule?.kind.afterDays;
  if (rule === undefined || afterDays === undefined) return null;
  const input = { office, item: rule.item, with: rule.with, subjects: [subject], figuresOf: () => figures };
  const isPast = pastIn(office);
  const soFar = days.filter(({ date }) => isPast(date));
  const after: After = (further) => afterDays(input, subject, [...soFar, ...further]);
  const now = after([]);
  const left = days.filter(({ date }) => !isPast(date));
  const loss = nearestLoss(after, [...left, ...daysOfMonth(office.period).map(() => beyond(office))]);
  return {
    item: rule.item.title,
    unmetDays: countIn(now, 'unmetDays'),
    noDataDays: soFar.filter(({ unmet, recorded }) => unmet && !recorded).length,
    unmetRun: countIn(now, 'trailingUnmetRun'),
    daysToForfeit: loss?.days ?? null,
    forfeited: flagOf(now, 'forfeited'),
    cardIfForfeited: loss === null ? null : cardWith(office, rules, subject, { ...figures, ...loss.figures }),
  };
}

/** A day as if the month went on: how far somebody is from a loss is also told where too few days are left for it. */
const beyond = ({ period }: Office): DayVerdict => ({
  date: lastDay(period),
  recorded: true,
  unmet: true,
  follows: true,
  targets: [],
  sources: [],
});

/**
 * The fewest of the days ahead that lose the item when they are unmet. A run is shortest when it goes on from the days so far,
 * or begins anew where one cannot go on.
 */
function nearestLoss(after: After, ahead: readonly DayVerdict[]): Loss | null {
  const starts = ahead.flatMap(({ follows }, index) => (index === 0 || !follows ? [index] : []));
  let nearest: Loss | null = null;
  for (const start of starts) {
    const before = ahead.slice(0, start).map((day) => ({ ...day, unmet: false }));
    const most = nearest === null ? ahead.length - start : nearest.days - 1;
    for (let days = 0; days <= most; days++) {
      const unmet = ahead.slice(start, start + days).map((day) => ({ ...day, unmet: true }));
      const figures = after([...before, ...unmet]);
      if (!flagOf(figures, 'forfeited')) continue;
      nearest = { days, figures };
      break;
    }
  }
  return nearest;
}

/** The card that these figures bring. */
function cardWith(office: Office, rules: readonly Rule[], subject: Subject, figures: Figures): Card | null {
  const rule = rules.find(({ kind }) => kind.givesCards);
  if (rule === undefined) return null;
  const { item, with: parameters, kind } = rule;
  const outcome = kind.decide({ office, item, with: parameters, subjects: [subject], figuresOf: () => figures });
  const card = outcome.verdicts.get(subject)?.figures?.card;
  return card?.type === 'text' && isCard(card.value) ? card.value : null;
}

const isCard = (text: string): text is Card => Object.hasOwn(CARDS, text);
