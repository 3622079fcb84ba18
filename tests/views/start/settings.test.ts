// 设置.xlsx to be filled in: its words and bounds are those the scheme takes, and it has everything there is to set.
import { describe, expect, test } from 'vitest';
import type { ConfirmationRow } from '../../../src/intake/read-workspace.ts';
import type { YearMonth } from '../../../src/model/civil.ts';
import { NOWHERE } from '../../../src/problems/problem.ts';
import { readConfirmations } from '../../../src/scheme/confirmations.ts';
import { type Scheme, schemeOf } from '../../../src/scheme/scheme.ts';
import { valueFor } from '../../../src/scheme/settings.ts';
import { shippedEditions } from '../../../src/scheme/shipped.ts';
import { settingsSheet } from '../../../src/views/start/settings/parameters.ts';
import { readingsSheet } from '../../../src/views/start/settings/readings.ts';
import { cellOf } from '../../../src/views/workbook/model.ts';

const schemes: readonly [string, Scheme][] = shippedEditions().map(({ edition }) => [
  edition.id,
  schemeOf(edition, '0'.repeat(64)),
]);

describe.each(schemes)('%s', (_, scheme) => {
  const { edition } = scheme;
  const rows = settingsSheet(scheme, '剡湖街道').rows.map((cells) => cells.map(cellOf));
  const read = (name: string, value: string) => valueFor(edition, { name, value, place: NOWHERE, columns: {} });

  test('every parameter has a row, behind the names of the office', () => {
    const titles = Object.values(edition.parameters).map(({ title }) => title);
    expect(rows.map(([name]) => name?.value)).toEqual(['单位名称', '网格编号前缀', '所属镇街', '工号位数', ...titles]);
    expect(
      rows
        .slice(1)
        .every(([, value, ...decided]) => [value, ...decided.slice(0, 3)].every((cell) => cell?.value === null)),
    ).toBe(true);
    expect(rows[0]?.[1]?.value).toBe('剡湖街道');
  });
  test('the value in force and every word of a drop-down are values', () => {
    for (const [name, value, , , , now, unit] of rows.slice(4)) {
      const title = String(name?.value);
      expect(read(title, `${now?.value}${unit?.value ?? ''}`), title).toHaveProperty('value');
      if (value?.validation?.type !== 'list') continue;
      for (const word of value.validation.words) expect(read(title, word), `${title} ${word}`).toHaveProperty('value');
    }
  });
  test('the bounds of a number are values, what lies beyond is none', () => {
    for (const [name, value, , , , , unit] of rows.slice(4)) {
      const validation = value?.validation;
      if (validation?.type !== 'number') continue;
      const { least, most, whole } = validation;
      const at = (figure: number) => read(String(name?.value), `${figure}${unit?.value}`);
      for (const bound of [least, most]) if (bound !== null) expect(at(bound)).toHaveProperty('value');
      if (most !== null) expect(at(most + 1)).toHaveProperty('code', 'settingOutOfRange');
      expect('value' in at((least ?? 0) + 0.5)).toBe(!whole);
    }
  });
  test('every interpretation has a row; every word of its drop-down is a reading that is computed', () => {
    const readings = readingsSheet(scheme).rows.map((cells) => cells.map(cellOf));
    expect(readings.map(([number]) => number?.value)).toEqual(Object.keys(edition.interpretations));
    const chosen = readings.flatMap(([number, choice]): ConfirmationRow[] =>
      (choice?.validation?.type === 'list' ? choice.validation.words : []).map((word) => ({
        id: String(number?.value),
        choice: word,
        from: null,
        basis: null,
        approver: null,
        place: NOWHERE,
        columns: {},
      })),
    );
    expect(chosen.length).toBeGreaterThan(readings.length);
    for (const row of chosen)
      expect(
        readConfirmations(edition, [row], '2021-07' as YearMonth, (key) => edition.parameters[key]?.value).problems,
      ).toEqual([]);
  });
});
