// The total (spec 5.6): items, adjustments and what last month left below zero. What is now below zero is carried out
// for full-time members; for others it is listed, since the carry-over is theirs alone.
import { lastDay } from '../model/civil.ts';
import type { Decision, Line } from '../model/decision.ts';
import type { Adjustment } from '../model/facts.ts';
import { exactText } from '../model/fraction.ts';
import { addFen, type Fen, fen, yuanOf, yuanText } from '../model/money.ts';
import type { SubjectRecord } from '../model/record.ts';
import { rowsOf } from '../model/source.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { switchOf } from '../scheme/scheme.ts';
import { type Office, rosterPlace, type Subject } from './office.ts';
import { WITHHELD } from './withheld.ts';

const given = (key: string, label: string, amount: Fen, rest: Pick<Line, 'basis' | 'sources'>): Line => ({
  key,
  label,
  amount,
  quantity: null,
  rate: null,
  unit: null,
  expression: { op: 'number', value: exactText(yuanOf(amount)) },
  interpretations: [],
  missing: null,
  ...rest,
});

export const decisionOf = (item: string, title: string, lines: readonly Line[]): Decision => ({
  item,
  title,
  amount: addFen(...lines.map(({ amount }) => amount)),
  lines,
});

/** 增减项: one line a row, on its approver's word. */
const adjustmentsOf = (rows: readonly Adjustment[]): Decision =>
  decisionOf(
    'adjustments',
    '增减项',
    rows.map(({ title, amount, reason, approver, origin }, index) =>
      given(`adjustment${index + 1}`, title, amount, {
        basis: { approver, reason },
        sources: rowsOf([origin], 'amount'),
      }),
    ),
  );

/** 上月结转: what the record of the month before left below zero. */
function carriedIn(office: Office, before: SubjectRecord | undefined): Decision {
  const record = office.history.at(-1);
  if (record === undefined || before === undefined || before.carriedOut === 0)
    return decisionOf('carriedIn', '上月结转', []);
  return decisionOf('carriedIn', '上月结转', [
    given('carriedIn', `${record.period} 结转追扣`, before.carriedOut, {
      basis: { interpretation: office.scheme.edition.settlement.interpretation },
      sources: [{ type: 'record', period: record.period, person: before.id, item: 'carriedOut' }],
    }),
  ]);
}

/** 暂缓发放: what is due is not paid now, on somebody's word; what is owed stays owed. */
function withheld({ holds, uncertain }: Office, { person }: Subject, due: readonly Decision[]): readonly Decision[] {
  const hold = holds.find(({ id }) => id === person.id);
  if (hold === undefined) return [];
  const amount = fen(0 - Math.max(0, addFen(...due.map((decision) => decision.amount))));
  const basis = { approver: hold.by, reason: hold.reason };
  const label = uncertain.has(person.id) ? '暂缓发放（有行未计入，金额待核实）' : '暂缓发放';
  return [decisionOf(WITHHELD, '暂缓发放', [given(WITHHELD, label, amount, { basis, sources: [] })])];
}

export interface Settlement {
  readonly decisions: readonly Decision[];
  readonly total: Fen;
  readonly carriedOut: Fen;
  readonly problems: readonly Problem[];
}

/** Whether the person leaves in the month, or is not in service in it. */
const hasLeft = ({ period }: Office, { person, service }: Subject): boolean =>
  service.days.size === 0 || (person.left !== null && person.left <= lastDay(period));

/** The adjustments of a person join the first of the person's subjects: full-time before others. */
export function settle(office: Office, subject: Subject, isFirst: boolean, items: readonly Decision[]): Settlement {
  const rows = isFirst ? office.facts.adjustments.filter(({ person }) => person === subject.person.id) : [];
  const before = office.history
    .at(-1)
    ?.subjects.find(({ id, role }) => id === subject.person.id && role === subject.role);
  const due = [...items, adjustmentsOf(rows), carriedIn(office, before)];
  const decisions = [...due, ...withheld(office, subject, due)];
  const sum = addFen(...decisions.map(({ amount }) => amount));
  const below = fen(Math.min(0, sum));
  const carries =
    subject.role === 'fullTime' && switchOf(office.scheme, office.scheme.edition.settlement.carries, true);
  const owes = carries && below !== 0 && hasLeft(office, subject);
  return {
    decisions,
    total: fen(Math.max(0, sum)),
    carriedOut: carries ? below : fen(0),
    ...(owes && office.valueRules === 2 && { owesAsLeaver: true as const }),
    problems:
      below === 0 || (carries && !owes)
        ? []
        : carries
          ? [
              problem(
                'leaverOwes',
                { id: subject.person.id, name: subject.person.name, amount: yuanText(fen(-below)) },
                rosterPlace(office.facts, subject.person),
              ),
            ]
          : [
              problem(
                'rewardBelowZero',
                { id: subject.person.id, name: subject.person.name, left: yuanText(fen(-below)) },
                rosterPlace(office.facts, subject.person),
              ),
            ],
  };
}
