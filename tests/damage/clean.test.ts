// Offices in which nothing is wrong are asked nothing: no error, and no question besides what a first month is told.
import { describe, expect, test } from 'vitest';
import { filesOf } from './damages.ts';
import { everydayOffice, type OfficeOptions } from './office.ts';
import { outcomeOf } from './outcome.ts';

/** What the program said before it asked: the first month has no month before it. */
const FIRST_MONTH = /^warning (?:monthBeforeMissing|quarterIncomplete) /;

async function askedOf(seed: number, options: OfficeOptions): Promise<readonly string[]> {
  const office = everydayOffice(seed, options);
  const { pay, asked } = await outcomeOf(filesOf(office), office.period);
  expect(pay).not.toBeNull();
  return asked.filter((one) => !FIRST_MONTH.test(one));
}

const seeds = Array.from({ length: 50 }, (_, index) => 5000 + index);

test('50 random offices', async () => {
  const asked = await Promise.all(seeds.map(async (seed) => [seed, await askedOf(seed, {})] as const));
  expect(asked.filter(([, said]) => said.length > 0)).toEqual([]);
});

describe('three to six people with everyday columns', () => {
  test.each([3, 4, 5, 6])('%d', async (people) => {
    const options = { people, everyday: true, hasLeave: people % 2 === 0 };
    const asked = await Promise.all(
      seeds.slice(0, 12).map(async (seed) => [seed, await askedOf(seed, options)] as const),
    );
    expect(asked.filter(([, said]) => said.length > 0)).toEqual([]);
  });
});
