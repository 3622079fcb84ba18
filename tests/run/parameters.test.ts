// Changing each parameter in a workspace, one at a time, moves results only inside the items it declares, and moves
// something on the sample.
import { beforeAll, describe, expect, test } from 'vitest';
import type { MonthRecord } from '../../src/model/record.ts';
import type { ParameterDefinition } from '../../src/scheme/edition.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { movedBetween, quarterUnder } from './sample-quarter.ts';

/** Every second of them; with WANGGE_ALL=1 (npm run prove) all. */
const parameters = Object.entries(shippedEditions()[0]?.edition.parameters ?? {}).filter(
  (_, index) => index % 2 === 0 || process.env.WANGGE_ALL === '1',
);

/** Every other choice; of a number one step up and the least there may be. */
function otherValues({
  value,
  choices,
  min = 0,
  max = Number.POSITIVE_INFINITY,
}: ParameterDefinition): readonly string[] {
  if (choices) return choices.filter((choice) => choice !== value);
  const number = Number(value);
  const steps = new Set([number + 1, min]);
  return [...steps].filter((step) => step >= min && step <= max && step !== number).map(String);
}

let shipped: readonly MonthRecord[];
beforeAll(async () => {
  shipped = await quarterUnder();
});

test('nothing changed moves nothing; a value equal to the shipped one moves nothing', async () => {
  expect([...movedBetween(shipped, await quarterUnder())]).toEqual([]);
  expect([...movedBetween(shipped, await quarterUnder('巡查补贴标准,800,,,'))]).toEqual([]);
});

/** Parameters that the sample has nothing to do with, each with what tries them instead. */
const NOT_IN_SAMPLE: Readonly<Record<string, string>> = {
  'patrol.marksDecide': 'no table of √ and ×; tests/rules/patrol-subsidy.test.ts (K31)',
  'duty.targets.checked': 'no table of 量化指标; tests/rules/quantified-targets.test.ts',
  'leave.morning.from': 'no times of leave; tests/rules/leave.test.ts (K37)',
  'leave.morning.to': 'no times of leave; tests/rules/leave.test.ts (K37)',
  'leave.afternoon.from': 'no times of leave; tests/rules/leave.test.ts (K37)',
  'leave.afternoon.to': 'no times of leave; tests/rules/leave.test.ts (K37)',
  'leave.rest': 'no times of leave; tests/rules/leave.test.ts (K37)',
};

describe.each(parameters)('%s', (key, definition) => {
  test(`${definition.title}: only ${definition.moves.join(', ')}, and something`, async () => {
    const moved = new Set<string>();
    for (const value of otherValues(definition)) {
      // One that moves something is enough; with WANGGE_ALL=1 (npm run prove) each is tried.
      if (moved.size > 0 && process.env.WANGGE_ALL !== '1') break;
      const found = movedBetween(shipped, await quarterUnder(`${definition.title},${value},,会议纪要,王主任`));
      expect(
        [...found].filter((area) => !definition.moves.includes(area)),
        `${key} = ${value}`,
      ).toEqual([]);
      for (const area of found) moved.add(area);
    }
    expect(moved.size > 0).toBe(!(key in NOT_IN_SAMPLE));
  });
});
