// The sample quarter decided under a 设置.csv row: facts are read once, and what moves is told by item.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { YearMonth } from '../../src/model/civil.ts';
import { personRowsOf } from '../../src/model/person-rows.ts';
import type { GridRecord, MonthRecord, SubjectRecord } from '../../src/model/record.ts';
import { conditionsOf, type MonthConditions, officeTables } from '../../src/run/conditions.ts';
import { decide, type ReadFacts, readFacts } from '../../src/run/decide.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { inputsOf, type MonthInputs } from '../../src/store/inputs.ts';
import { type MemoryFile, memoryWorkspace } from '../memory-workspace.ts';

const SAMPLE = join(import.meta.dirname, '../../fixtures/sample');
export const MONTHS = ['2021-07', '2021-08', '2021-09'] as YearMonth[];

export const sampleFiles: readonly MemoryFile[] = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(xlsx|csv)$/.test(path) && !path.includes('输出'))
  .map((path) => ({ path, bytes: readFileSync(join(SAMPLE, path)) }));

const settingsFile = (...rows: readonly string[]): MemoryFile => ({
  path: '设置.csv',
  text: `参数,取值,起始月,决定,批准人\n${rows.join('\n')}\n`,
});

const inputs = new Map<YearMonth, Promise<MonthInputs>>();
const facts = new Map<string, Promise<ReadFacts>>();
const plain = memoryWorkspace(sampleFiles);

const inputsFor = (month: YearMonth): Promise<MonthInputs> => {
  const known = inputs.get(month) ?? inputsOf(plain, month);
  inputs.set(month, known);
  return known;
};

/** The packed rows, unpacked once and not for each setting again. */
function unpacked(read: ReadFacts): ReadFacts {
  if (read === null) return null;
  const [patrol, reports] = [personRowsOf([...read.facts.patrol]), personRowsOf([...read.facts.reports])];
  return { ...read, facts: { ...read.facts, patrol, reports } };
}

/** A setting leaves a month's facts as they are but for the columns it makes needless. */
async function factsFor(month: YearMonth, conditions: MonthConditions): Promise<ReadFacts> {
  const key = `${month} ${[...conditions.switchedOff].join()} ${conditions.marksBy}`;
  const known = facts.get(key) ?? readFacts(await inputsFor(month), conditions, []).then(unpacked);
  facts.set(key, known);
  return known;
}

/** The records of the quarter's months under these rows of 设置; throws where one has an error. */
export async function quarterUnder(...rows: readonly string[]): Promise<readonly MonthRecord[]> {
  const tables = await officeTables(
    memoryWorkspace([...sampleFiles.filter(({ path }) => !path.includes('/')), settingsFile(...rows)]),
  );
  const history: MonthRecord[] = [];
  for (const month of MONTHS) {
    const conditions = await conditionsOf(tables, shippedEditions(), month);
    if ('code' in conditions) throw new Error(conditions.code);
    const { problems, ...decided } = decide(
      await inputsFor(month),
      await factsFor(month, conditions),
      conditions,
      history,
    );
    const record = decided.record();
    if (record === null) throw new Error(`${month} ${rows.join(' ')}: ${problems.map(({ code }) => code).join()}`);
    history.push(record);
  }
  return history;
}

/** What a warning is about: it moves with that, and is no effect of its own. */
const FOLLOWS: Readonly<Record<string, string>> = {
  noTasksAssigned: 'taskReward',
  redCardCheckIncomplete: 'cards',
  redCardStillServing: 'cards',
  redCardUnknown: 'starReward',
  dimensionLeftOut: 'starReward',
  quarterIncomplete: 'starReward',
  rewardBelowZero: 'total',
};

const CARD_FIGURES = ['card', 'consecutiveFailedMonths', 'failed', 'cardIncomplete'];

/** What an assessment says, without where it was read. */
const assessed = ({ assessments }: Pick<SubjectRecord | GridRecord, 'assessments'>, item: string) =>
  assessments
    .filter((one) => one.item === item)
    .map(({ score, findings }) => [
      score?.value,
      score?.rank,
      findings.map(({ key, value, full, required, met, days }) => [key, value, full, required, met, days]),
    ]);

/** Everything a reader can see of one person's month, by the item it belongs to. */
function areasOf({ scheme }: MonthRecord, subject: SubjectRecord): Readonly<Record<string, unknown>> {
  const { decisions, figures, total, carriedOut } = subject;
  const values = (keys: readonly string[]) => keys.map((key) => figures[key]?.value ?? null);
  const amounts = (item: string) =>
    decisions
      .filter((one) => one.item === item)
      .map((one) => [one.amount, one.lines.map((line) => [line.key, line.amount])]);
  const items = scheme.items.map(
    ({ item, shows }) => [item, [amounts(item), values(shows), assessed(subject, item)]] as const,
  );
  return {
    ...Object.fromEntries(items),
    cards: values(CARD_FIGURES),
    adjustments: amounts('adjustments'),
    carriedIn: [amounts('carriedIn'), carriedOut],
    total,
  };
}

interface Said {
  readonly area: string;
  readonly text: string;
}

const said = new WeakMap<MonthRecord, ReadonlyMap<string, Said>>();

/** The areas of everyone's month, by person, role and area. */
function saidIn(record: MonthRecord): ReadonlyMap<string, Said> {
  const known = said.get(record);
  if (known) return known;
  const areas = record.subjects.flatMap((subject) =>
    Object.entries(areasOf(record, subject)).map(
      ([area, value]) => [`${subject.id} ${subject.role} ${area}`, { area, text: JSON.stringify(value) }] as const,
    ),
  );
  const found = new Map(areas);
  said.set(record, found);
  return found;
}

/** What is said, in whatever order: the dearest first is another order for other amounts. */
const issuesOf = ({ issues }: MonthRecord, area: string) =>
  issues
    .filter(({ code }) => (FOLLOWS[code] ?? 'issues') === area)
    .map(({ code, message, file, row }) => JSON.stringify([code, message, file, row]))
    .sort();

/** Parts of the ranking that no other item moves: those who stand in it, their figures and what they are given. */
const rankingOf = ({ ranking }: MonthRecord) =>
  ranking && {
    ranked: ranking.ranked.map(({ id, rank, stars, reward, composite, dimensions, ties }) => [
      id,
      rank,
      stars,
      reward,
      composite,
      dimensions.map(({ score }) => score),
      ties,
    ]),
    ineligible: ranking.ineligible,
    paidIn: ranking.paidIn,
  };

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** The items, `total`, `carriedIn` and `issues` in which two quarters differ. */
export function movedBetween(before: readonly MonthRecord[], after: readonly MonthRecord[]): ReadonlySet<string> {
  const moved = new Set<string>();
  const note = (area: string, a: unknown, b: unknown) => {
    if (differ(a, b)) moved.add(area);
  };
  for (const [index, one] of before.entries()) {
    const other = after[index] as MonthRecord;
    const [a, b] = [saidIn(one), saidIn(other)];
    for (const [key, { area }] of [...a, ...b]) if (a.get(key)?.text !== b.get(key)?.text) moved.add(area);
    for (const { item } of one.scheme.items)
      note(
        item,
        one.grids.map((grid) => [grid.id, assessed(grid, item)]),
        other.grids.map((grid) => [grid.id, assessed(grid, item)]),
      );
    note('starReward', rankingOf(one), rankingOf(other));
    for (const area of new Set(['issues', ...Object.values(FOLLOWS)]))
      note(area, issuesOf(one, area), issuesOf(other, area));
  }
  return moved;
}
