// The shipped edition against the published text, and editions with mistakes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseEdition } from '../../src/scheme/parse-edition.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { sha256 } from '../../src/store/workspace.ts';

const DOCUMENT = join(import.meta.dirname, '../../../shared/scheme/yanhu-2021-06-04.txt');
const isThere = existsSync(DOCUMENT);
const [shipped] = shippedEditions();
if (shipped === undefined) throw new Error('no edition');
const { edition, text } = shipped;

describe.skipIf(!isThere)(`the published text${isThere ? '' : ' (skipped: it is not shipped and not here)'}`, () => {
  const bytes = isThere ? readFileSync(DOCUMENT) : Buffer.alloc(0);
  test('is the one the edition names', () => {
    expect(sha256(bytes)).toBe(edition.document.sha256);
  });
  test('holds every quote', () => {
    const quotes = Object.values(edition.parameters).flatMap(({ basis }) => ('quote' in basis ? [basis.quote] : []));
    expect(quotes.length).toBeGreaterThan(20);
    quotes.push(...Object.values(edition.lists).map(({ quote }) => quote));
    expect(quotes.filter((quote) => !bytes.toString('utf8').includes(quote))).toEqual([]);
  });
});

describe('the edition holds together', () => {
  const numbers = new Set(Object.keys(edition.interpretations));
  const items = new Set([...edition.items.map(({ item }) => item), 'carriedIn', 'total', 'issues']);
  test('every interpretation that is named exists, K1 to K37 without a gap', () => {
    const named = [
      ...Object.values(edition.parameters).flatMap(({ basis }) =>
        'interpretation' in basis ? [basis.interpretation] : [],
      ),
      ...edition.items.flatMap(({ interpretations }) => Object.values(interpretations).flat()),
    ];
    expect(named.filter((number) => !numbers.has(number))).toEqual([]);
    expect([...numbers]).toEqual(Array.from({ length: 37 }, (_, index) => `K${index + 1}`));
  });
  test('parameters move items that exist, and every parameter is used', () => {
    for (const [key, { moves }] of Object.entries(edition.parameters)) {
      expect(
        moves.filter((item) => !items.has(item)),
        key,
      ).toEqual([]);
      expect(text, key).toContain(`$${key}`);
    }
  });
});

describe('mistakes are told with line and column', () => {
  test('a broken document', () => {
    const result = parseEdition('id: [x\n');
    expect('mistakes' in result && result.mistakes.length > 0 && result.mistakes[0]?.line).toBe(2);
  });
  test.each([
    ['an unknown key', text.replace('inForce:', 'inforce:'), 'inForce'],
    ['a month that is none', text.replace('from: 2021-06 }', 'from: 2021-13 }'), 'inForce.from'],
    ['a role that is none', text.replace('for: [fullTime]', 'for: [cook]'), 'items.0.for.0'],
  ])('%s', (_, changed, path) => {
    const result = parseEdition(changed);
    if (!('mistakes' in result)) throw new Error('no mistake found');
    const mistake = result.mistakes.find((one) => one.path === path);
    expect(mistake?.line).toBeGreaterThan(0);
    if (path !== 'inForce') {
      const wrong = { 'inForce.from': '2021-13', 'items.0.for.0': 'cook' }[path] as string;
      const line = changed.split('\n')[(mistake?.line ?? 0) - 1] ?? '';
      expect(line.slice((mistake?.column ?? 0) - 1)).toMatch(new RegExp(`^${wrong}`));
    }
  });
});
