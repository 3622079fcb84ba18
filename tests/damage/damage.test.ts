// Exports damaged in everyday ways: where pay moves, an error or a warning names the file, the table, a person or a day.
// Not tried, for nobody could see them: a row less, a digit other, a row more that is like the others, a meeting less, 信息 that
// end less than five workdays early, two columns of like sizes exchanged, a file outside the workspace.
// DAMAGES=1000 (npm run prove) tries a thousand and prints each kind, DAMAGE_SEED=7 others.
import { expect, test } from 'vitest';
import { Chance } from '../oracle/prng.ts';
import { DAMAGES, filesOf } from './damages.ts';
import { type DamagedOffice, everydayOffice } from './office.ts';
import { isSilent, type Outcome, outcomeOf } from './outcome.ts';
import { sampleOffice } from './sample.ts';

const SEED = Number(process.env.DAMAGE_SEED ?? 1);
const KINDS = Object.keys(DAMAGES);
const BY_HAND = process.env.DAMAGES ?? null;
const TIMES = BY_HAND === null ? 2 : Math.ceil(Number(BY_HAND) / KINDS.length);

interface Clean {
  readonly office: DamagedOffice;
  readonly outcome: Outcome;
}

const known = new Map<number, Promise<Clean>>();
const SAMPLE = -1;

function cleanOf(seed: number): Promise<Clean> {
  const made = async (): Promise<Clean> => {
    const office = seed === SAMPLE ? await sampleOffice() : everydayOffice(seed);
    return { office, outcome: await outcomeOf(filesOf(office), office.period) };
  };
  const found = known.get(seed) ?? made();
  known.set(seed, found);
  return found;
}

/** One of a kind; null where the office has nothing to damage so. */
async function tried(kind: string, seed: number, officeSeed: number) {
  const { office, outcome } = await cleanOf(officeSeed);
  const damaged = DAMAGES[kind]?.(office, new Chance(seed * 31 + KINDS.indexOf(kind)));
  if (!damaged) return null;
  const after = await outcomeOf(damaged.files, office.period);
  return { kind, seed, office: officeSeed, isSilent: isSilent(outcome, after, damaged.names), asked: after.asked };
}

test('the sample as tables of text is paid as one', async () => {
  expect((await cleanOf(SAMPLE)).outcome.pay?.size).toBeGreaterThan(100);
});

test(`${KINDS.length} kinds of damage, each ${TIMES} times: none is silent`, async () => {
  expect(KINDS.length).toBeGreaterThanOrEqual(30);
  const found: NonNullable<Awaited<ReturnType<typeof tried>>>[] = [];
  for (const [number, kind] of KINDS.entries()) {
    let count = 0;
    for (let step = 0; count < TIMES; step++) {
      const seed = SEED * 1000 + step + (BY_HAND === null ? number % 5 : 0);
      const one = await tried(kind, seed, (number + step) % 5 === 0 ? SAMPLE : seed);
      if (one === null) continue;
      count += 1;
      found.push(one);
    }
  }
  for (const kind of BY_HAND === null ? [] : KINDS) {
    const these = found.filter((one) => one.kind === kind);
    console.log(`${these.filter((one) => one.isSilent).length} of ${these.length} silent\t${kind}`);
  }
  const silent = found.filter((one) => one.isSilent);
  expect(silent.map(({ asked, ...one }) => ({ ...one, asked: asked.map((text) => text.slice(0, 90)) }))).toEqual([]);
}, 3_600_000);
