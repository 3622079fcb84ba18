// Live formulas of the pay workbook: names, amounts that read like the clause, figures that are counted or left as they were read.
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src/model/decision.ts';
import { binary, type Expression, negate, number, times } from '../../../../src/model/expression.ts';
import { fen } from '../../../../src/model/money.ts';
import type { SchemeRecord } from '../../../../src/model/record.ts';
import { amountFormula } from '../../../../src/views/workbook/live/amount.ts';
import { parameterNames } from '../../../../src/views/workbook/live/names.ts';
import { cellOf } from '../../../../src/views/workbook/model.ts';
import { payWorkbook } from '../../../../src/views/workbook/pay.ts';
import { formulaText } from '../../../../src/writers/xlsx/formula.ts';
import { rowAt, sheetNamed } from '../cells.ts';
import { monthRecord } from '../record.ts';

const BLANK = { preparedBy: null, preparedOn: null };

describe('names of parameters', () => {
  const names = (...titles: readonly string[]) => {
    const parameters = titles.map((title, index) => ({ key: `k${index}`, title }));
    const scheme = { parameters, items: [{ title: '巡查补贴' }] } as unknown as SchemeRecord;
    return [...parameterNames(scheme).values()];
  };
  it('read like the clause, are legal and differ', () => {
    expect(names('巡查补贴标准', '目标.在线率.标准', '巡查补贴')).toEqual([
      '巡查补贴_标准',
      '目标_在线率_标准',
      '巡查补贴',
    ]);
    expect(names('A1', '3天', 'K-7（甲）')).toEqual(['_A1', '_3天', '_K_7_甲_']);
    expect(names('比 率', '比.率', '比率')).toEqual(['比_率', '比_率_2', '比率']);
  });
});

describe('an amount over its lines', () => {
  const leaf = (op: 'figure' | 'line' | 'parameter', key: string): Expression => ({
    op,
    key,
    title: key,
    value: '1',
    unit: '',
  });
  const line = (key: string, expression: Expression): Line => ({
    key,
    label: key,
    amount: fen(0),
    quantity: null,
    rate: null,
    unit: null,
    expression,
    basis: { clause: '一', quote: '一' },
    interpretations: [],
    missing: null,
    sources: [],
  });
  const said = (...lines: readonly Line[]): string => {
    const formula = amountFormula(lines, ({ op, key }) => ({ name: op === 'line' ? `行_${key}` : key }));
    return formula ? formulaText(formula, '表', { row: () => 1, column: () => 'A' }) : '';
  };
  const full = line('full', leaf('parameter', '标准'));
  const owed = (key: string) => times(leaf('parameter', `每${key}`), leaf('figure', key));
  const stopping = (key: string, ...before: readonly string[]) => {
    const left = before.map((one) => leaf('line', one)).reduce((sum, one) => binary('add', sum, one));
    return line(key, negate({ op: 'min', left: owed(key), right: left }));
  };

  it('stops at zero where the lines do', () => {
    expect(said(full, stopping('天', 'full'), stopping('次', 'full', '天'))).toBe('MAX(0,MAX(0,标准-每天*天)-每次*次)');
  });
  it('goes below zero where they do not', () => {
    expect(said(full, line('天', negate(owed('天'))), line('次', owed('次')))).toBe('标准-每天*天+每次*次');
  });
  it('says as it stands what leaves out a line before it', () => {
    expect(said(full, stopping('天', 'full'), stopping('次', 'full'))).toBe('MAX(0,标准-每天*天)-MIN(每次*次,行_full)');
  });
  it('without lines there is none', () => {
    expect(said()).toBe('');
    expect(said(line('无', number(0)))).toBe('0');
  });
});

describe('figures', () => {
  const record = monthRecord(5);
  const payroll = sheetNamed(payWorkbook(record, BLANK), '发放表');
  it('are counted on the sheets of detail', () => {
    const formula = rowAt(payroll, 0).get('有效信息')?.formula;
    expect(formula).toEqual({
      call: 'COUNTIF',
      with: [{ cells: { sheet: '信息明细', row: 0, toRow: 21, column: 'verdict' } }, { text: '有效' }],
    });
  });
  it('stay as they were read where the sheets count otherwise', () => {
    const subjects = record.subjects.map((subject, index) =>
      index === 3
        ? {
            ...subject,
            figures: {
              ...subject.figures,
              effectiveReports: { ...subject.figures.effectiveReports, value: '99' } as never,
            },
          }
        : subject,
    );
    const changed = sheetNamed(payWorkbook({ ...record, subjects }, BLANK), '发放表');
    const isLive = changed.rows.map((_, row) => rowAt(changed, row).get('有效信息')?.formula !== undefined);
    expect(isLive).toEqual([true, true, true, false, true]);
    expect(rowAt(changed, 3).get('有效信息')?.value).toBe(99);
  });
});

describe('links', () => {
  const book = payWorkbook(monthRecord(5), BLANK);
  it('lead from a person to the first row of detail and back', () => {
    const others = sheetNamed(book, '以奖代补');
    const { link, value } = cellOf(others.rows[2]?.[1] ?? null);
    expect(link?.sheet).toBe('信息明细');
    const back = cellOf(sheetNamed(book, '信息明细').rows[link?.row ?? -1]?.[0] ?? null);
    expect([back.value, back.link]).toEqual([value, { sheet: '以奖代补', row: 2 }]);
  });
});
