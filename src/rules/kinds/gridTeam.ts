// The team of each grid (1+1+1+N, 三（二）): how many hold each post on each day of the month. A day on which a post is held by
// fewer or more than required departs; one finding for each post and count.
import * as z from 'zod';
import type { CivilDate } from '../../model/civil.ts';
import type { Finding } from '../../model/decision.ts';
import { compare, exactText, fraction } from '../../model/fraction.ts';
import type { TeamMember } from '../../model/record.ts';
import { rowsOf, type Source } from '../../model/source.ts';
import { ROLES, type Role } from '../../model/terms.ts';
import { daysOfMonth } from '../../scheme/calendar.ts';
import { numberOf, type Parameter } from '../../scheme/scheme.ts';
import { perSubject, type RuleInput, type RuleKind, type Verdict } from '../kind.ts';
import { count, counted } from '../measures/figure.ts';
import { type GridUnit, type Office, tablesOf } from '../office.ts';
import { choice, quantity } from '../parameters.ts';
import { settingSource } from '../settings-behind.ts';

const PARTY = 'partyMember';
const post = z
  .strictObject({
    /** A role, or members of the party in any role. */
    rule: z.enum([...(Object.keys(ROLES) as [Role]), PARTY]),
    title: z.string(),
    exactly: quantity().optional(),
    atLeast: quantity().optional(),
  })
  .refine(
    ({ exactly, atLeast }) => (exactly === undefined) !== (atLeast === undefined),
    '应写明 exactly 或 atLeast 之一',
  );

const parameters = z.strictObject({
  posts: z.array(post).min(1),
  /** The days on which the team is looked at. */
  asOf: choice('每日', '月末'),
  /** The figure this item yields: how many departures there are. */
  departures: z.string(),
});
type Parameters = z.infer<typeof parameters>;
type Post = Parameters['posts'][number];
type Input = RuleInput<Parameters, GridUnit>;

const holds = ({ rule }: Post, member: TeamMember): boolean =>
  rule === PARTY ? member.partyMember : member.role === rule;

/** Who holds a post on a day, each person once. */
const holdersOn = (team: readonly TeamMember[], post: Post, day: CivilDate): readonly TeamMember[] => [
  ...new Map(team.filter((one) => holds(post, one) && one.days.includes(day)).map((one) => [one.id, one])).values(),
];

/** Nobody is known to be of the party, and of somebody the roster does not say: it has no such column. */
function isUnknown({ facts }: Office, { rule }: Post, team: readonly TeamMember[]): boolean {
  if (rule !== PARTY || team.some(({ partyMember }) => partyMember)) return false;
  const says = (id: number) => facts.tables.some((table) => table.id === id && table.columns.party !== undefined);
  return team.some(({ origins }) => origins.some(({ table }) => !says(table)));
}

interface Count {
  readonly days: CivilDate[];
  readonly holders: Map<string, TeamMember>;
}

function countsOf(team: readonly TeamMember[], post: Post, days: readonly CivilDate[]): ReadonlyMap<number, Count> {
  const counts = new Map<number, Count>();
  for (const day of days) {
    const holders = holdersOn(team, post, day);
    const held: Count = counts.get(holders.length) ?? { days: [], holders: new Map() };
    counts.set(holders.length, held);
    held.days.push(day);
    for (const one of holders) held.holders.set(`${one.role} ${one.id}`, one);
  }
  return new Map([...counts].sort(([a], [b]) => a - b));
}

function findingsOf({ office, item, with: rule }: Input, { grid, team }: GridUnit, post: Post): readonly Finding[] {
  const all = daysOfMonth(office.period);
  const days = rule.asOf.value === '月末' ? all.slice(-1) : all;
  const required = (post.exactly ?? post.atLeast) as Parameter;
  const bound = post.exactly === undefined ? 'atLeast' : 'exactly';
  const absence: Source = {
    type: 'absence',
    what: `网格 ${grid.id} 的${post.title}`,
    searched: tablesOf(office, 'roster'),
  };
  const finding = (found: number | null, held: Count, met: boolean | null): Finding => ({
    key: post.rule,
    title: post.title,
    clause: item.clause,
    value: found === null ? null : exactText(fraction(found)),
    unit: '名',
    expression: null,
    full: null,
    required: { value: required.value, bound },
    met,
    days: met === false ? held.days : null,
    basis: required.basis,
    interpretations: item.interpretations[post.rule] ?? [],
    sources: [
      ...counted(
        rowsOf(
          [...held.holders.values()].flatMap(({ origins }) => origins),
          post.rule === PARTY ? 'party' : 'role',
        ),
        absence,
      ),
      ...[required, rule.asOf].flatMap(settingSource),
    ],
  });
  if (isUnknown(office, post, team)) return [finding(null, { days: [], holders: new Map() }, null)];
  const counts = [...countsOf(team, post, days)];
  const departs = (found: number): boolean => {
    const difference = compare(fraction(found), numberOf(required));
    return bound === 'exactly' ? difference !== 0 : difference < 0;
  };
  const departing = counts.filter(([found]) => departs(found));
  if (departing.length > 0) return departing.map(([found, held]) => finding(found, held, false));
  const [last] = counts.filter(([, held]) => held.days.includes(all.at(-1) as CivilDate));
  return last ? [finding(last[0], last[1], true)] : [];
}

function decide(input: Input, unit: GridUnit): Verdict {
  const findings = input.with.posts.flatMap((post) => findingsOf(input, unit, post));
  const departures = findings.filter(({ met }) => met === false);
  const sources = (departures.length > 0 ? departures : findings).flatMap((one) => one.sources);
  return {
    figures: { [input.with.departures]: count(departures.length, sources) },
    assessment: { sort: 'team', score: null, findings },
  };
}

export const kind: RuleKind<Parameters, GridUnit> = { parameters, about: 'grids', decide: perSubject(decide) };
