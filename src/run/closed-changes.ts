// Whether a closed month would come out otherwise (关账以后的改动): computed by its archive's edition, settings, holds and past from the
// files as they stand now. A file that is gone leaves the archived one standing.
import type { Archive } from '../archive/archive.ts';
import { type ClosedMonth, closedRecord } from '../archive/chain.ts';
import { archivedWorkspace } from '../archive/workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import { addFen, type Fen, yuanText } from '../model/money.ts';
import type { MonthRecord } from '../model/record.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { severityOf, wordsOf } from '../problems/words.ts';
import { changedFiles, inputRecords, inputsOf, type MonthInputs } from '../store/inputs.ts';
import type { Input, Workspace } from '../store/workspace.ts';
import { conditionsThen } from './conditions-then.ts';
import { decide, readFacts } from './decide.ts';

/** The archived files, with those that are there now in their place; one that was renamed is itself. */
function overlaid(then: readonly Input[], now: readonly Input[]): readonly Input[] {
  const [paths, hashes] = [new Set(now.map(({ path }) => path)), new Set(now.map(({ sha256 }) => sha256))];
  return [...then.filter(({ path, sha256 }) => !paths.has(path) && !hashes.has(sha256)), ...now].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

async function inputsNow(archive: Archive, workspace: Workspace): Promise<MonthInputs> {
  const { period } = archive.manifest;
  const [then, now] = [await inputsOf(archivedWorkspace(archive), period), await inputsOf(workspace, period)];
  return {
    period,
    hasFolder: true,
    month: overlaid(then.month, now.month),
    previous: overlaid(then.previous, now.previous),
    root: overlaid(then.root, now.root),
    links: [],
  };
}

interface PersonDifference {
  readonly id: string;
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

const NONE = '无';

/** What each person comes to: the amount, what is carried over, and a card. */
function standings({ subjects }: MonthRecord): ReadonlyMap<string, { readonly name: string; readonly text: string }> {
  const people = new Map<string, { name: string; total: Fen; carried: Fen; card: string }>();
  for (const { id, name, total, carriedOut, figures } of subjects) {
    const known = people.get(id);
    const card = String(figures.card?.value ?? '');
    people.set(id, {
      name,
      total: known ? addFen(known.total, total) : total,
      carried: known ? addFen(known.carried, carriedOut) : carriedOut,
      card: `${known?.card ?? ''}${card}`,
    });
  }
  return new Map(
    [...people].map(([id, { name, total, carried, card }]) => [
      id,
      {
        name,
        text: [yuanText(total), ...(carried === 0 ? [] : [`结转 ${yuanText(carried)}`]), ...cardText(card)].join('，'),
      },
    ]),
  );
}

const cardText = (card: string): readonly string[] =>
  card.includes('red') ? ['红牌'] : card.includes('yellow') ? ['黄牌'] : [];

function changesBetween(before: MonthRecord, after: MonthRecord): readonly PersonDifference[] {
  const [then, now] = [standings(before), standings(after)];
  return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((id) => {
    const [was, is] = [then.get(id), now.get(id)];
    if (was?.text === is?.text) return [];
    return [{ id, name: is?.name ?? was?.name ?? '', was: was?.text ?? NONE, is: is?.text ?? NONE }];
  });
}

/** Null where no file differs from what was archived. */
export async function changeSince(workspace: Workspace, closed: ClosedMonth): Promise<Problem | null> {
  const { period, archive } = closed;
  const record = closedRecord(closed);
  const files = changedFiles(record?.inputs ?? [], inputRecords(await inputsOf(workspace, period)));
  if (record === null || files.length === 0) return null;
  const then = await conditionsThen(archive);
  if ('problems' in then)
    return problem('closedNotComputable', { month: period, files, why: wordsOf(then.problems[0] as Problem).message });
  const inputs = await inputsNow(archive, workspace);
  const { conditions, history } = then;
  const decided = decide(inputs, await readFacts(inputs, conditions, history), conditions, history);
  const today = decided.record();
  if (today === null) {
    const first = decided.problems.find((one) => severityOf(one) === 'error') as Problem;
    return problem('closedNotComputable', { month: period, files, why: wordsOf(first).message });
  }
  const people = changesBetween(record, today);
  return people.length === 0
    ? problem('inputsChangedSinceClose', { month: period, files })
    : problem('closedResultsDiffer', { month: period, files, people });
}

/** Of all closed months, or of those named. */
export async function changesSince(
  workspace: Workspace,
  closed: readonly ClosedMonth[],
  months: (month: YearMonth) => boolean = () => true,
): Promise<readonly Problem[]> {
  const found: Problem[] = [];
  for (const one of closed.filter(({ period }) => months(period))) {
    const change = await changeSince(workspace, one);
    if (change !== null) found.push(change);
  }
  return found;
}
