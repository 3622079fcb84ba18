// Every amount is the sum of its lines, and every line's amount follows from the numbers in its own sentence.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { YearMonth } from '../../src/model/civil.ts';
import type { Line } from '../../src/model/decision.ts';
import { formulaText } from '../../src/model/expression.ts';
import {
  add,
  ceil,
  compare,
  div,
  type Fraction,
  fraction,
  mul,
  parseFraction,
  roundTo,
  sub,
  ZERO,
} from '../../src/model/fraction.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import { runMonth } from '../../src/run/month.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { openWorkspace } from '../../src/store/workspace.ts';

/** A reader of the Chinese formula that knows nothing of the expression it came from. */
function valueIn(formula: string): Fraction {
  let rest = formula;
  const skip = () => {
    rest = rest.trimStart();
  };
  const take = (sign: string): boolean => {
    skip();
    if (!rest.startsWith(sign)) return false;
    rest = rest.slice(sign.length);
    return true;
  };
  const args = (): Fraction[] => {
    const list = [disjunction()];
    while (take('，')) list.push(disjunction());
    if (!take(')')) throw new Error(`no ) in ${formula}`);
    return list;
  };
  const truth = (holds: boolean) => fraction(holds ? 1 : 0);
  const FUNCTIONS: Record<string, (list: Fraction[]) => Fraction> = {
    '四舍五入(': ([x]) => roundTo(x as Fraction, 2),
    '进一取整(': ([x]) => fraction(ceil(x as Fraction)),
    '取小(': (list) => list.reduce((a, b) => (compare(a, b) <= 0 ? a : b)),
    '取大(': (list) => list.reduce((a, b) => (compare(a, b) >= 0 ? a : b)),
    '若(': ([when, then, other]) => (when?.n === 0n ? other : then) as Fraction,
    '(': ([x]) => x as Fraction,
  };
  function atom(): Fraction {
    if (take('−')) return sub(ZERO, atom());
    for (const [name, apply] of Object.entries(FUNCTIONS)) if (take(name)) return apply(args());
    if (take('是')) return fraction(1);
    if (take('否')) return ZERO;
    const [text] = /^\d+(\.\d+|\/\d+)?/.exec(rest) ?? [];
    const number = text === undefined ? null : parseFraction(text);
    if (number === null) throw new Error(`no number at ${rest} of ${formula}`);
    rest = rest.slice((text as string).length);
    return number;
  }
  function product(): Fraction {
    let value = atom();
    for (;;) {
      if (take('×')) value = mul(value, atom());
      else if (take('÷')) value = div(value, atom());
      else return value;
    }
  }
  function sum(): Fraction {
    let value = product();
    for (;;) {
      if (take('+')) value = add(value, product());
      else if (take('−')) value = sub(value, product());
      else return value;
    }
  }
  function comparison(): Fraction {
    const value = sum();
    return take('≥') ? truth(compare(value, sum()) >= 0) : value;
  }
  function conjunction(): Fraction {
    let value = comparison();
    while (take('且')) value = truth(comparison().n !== 0n && value.n !== 0n);
    return value;
  }
  function disjunction(): Fraction {
    let value = conjunction();
    while (take('或')) value = truth(conjunction().n !== 0n || value.n !== 0n);
    return value;
  }
  const value = disjunction();
  skip();
  if (rest !== '') throw new Error(`left over: ${rest}`);
  return value;
}

const records: MonthRecord[] = [];
beforeAll(async () => {
  const workspace = await openWorkspace(join(import.meta.dirname, '../../fixtures/sample'));
  for (const month of ['2021-07', '2021-08', '2021-09'] as YearMonth[]) {
    const { record } = await runMonth(workspace, shippedEditions(), month);
    if (record === null) throw new Error(`no record of ${month}`);
    records.push(record);
  }
});

const everyLine = (): readonly Line[] =>
  records.flatMap(({ subjects }) => subjects.flatMap(({ decisions }) => decisions.flatMap(({ lines }) => lines)));

describe('the sample quarter', () => {
  test('amounts are the sums of their lines, totals of their amounts', () => {
    for (const subject of records.flatMap(({ subjects }) => subjects)) {
      for (const { amount, lines } of subject.decisions)
        expect(lines.reduce((all, line) => all + line.amount, 0)).toBe(amount);
      const sum = subject.decisions.reduce((all, { amount }) => all + amount, 0);
      expect([subject.total, subject.carriedOut]).toEqual([Math.max(0, sum), Math.min(0, sum)]);
    }
  });
  test('each line follows from its sentence', () => {
    expect(everyLine().length).toBeGreaterThan(1000);
    for (const line of everyLine()) {
      const yuan = valueIn(formulaText(line.expression));
      expect(mul(yuan, fraction(100)), formulaText(line.expression)).toEqual(fraction(line.amount));
    }
  });
  test('a line with quantity and rate is their product, no further than what is left', () => {
    for (const { key, quantity, rate, amount } of everyLine()) {
      if (quantity === null || rate === null) continue;
      const product = roundTo(mul(parseFraction(quantity) as Fraction, fraction(rate, 100)), 2);
      const size = fraction(Math.abs(amount), 100);
      expect(compare(size, product) <= 0, key).toBe(true);
      if (key === 'full' || key === 'each') expect(size).toEqual(product);
    }
  });
  test('every line has a basis; every deduction and every payment has a source', () => {
    for (const line of everyLine()) {
      expect(Object.keys(line.basis).length).toBeGreaterThan(0);
      expect(line.sources.length, `${line.key} ${line.label}`).toBeGreaterThan(0);
    }
  });
});
