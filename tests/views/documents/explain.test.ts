// `explain`: for everybody of the sample quarter the lines sum to the amounts that `pay` shows, each with basis and sources.
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import type { YearMonth } from '../../../src/model/civil.ts';
import type { MonthRecord } from '../../../src/model/record.ts';
import { runMonth } from '../../../src/run/history.ts';
import { shippedEditions } from '../../../src/scheme/shipped.ts';
import { openWorkspace } from '../../../src/store/workspace.ts';
import { explainDocument } from '../../../src/views/documents/explain.ts';
import { payDocument } from '../../../src/views/documents/pay.ts';
import { explanation } from '../../../src/views/explanation.ts';
import { treeText } from '../../../src/writers/terminal.ts';

const records: MonthRecord[] = [];
beforeAll(async () => {
  const workspace = await openWorkspace(join(import.meta.dirname, '../../../fixtures/sample'));
  for (const month of ['2021-07', '2021-08', '2021-09'] as YearMonth[]) {
    const { record } = await runMonth(workspace, shippedEditions(), month);
    if (record) records.push(record);
  }
});

const fenOf = (yuan: number): number => Math.round(yuan * 100);

describe('everybody of the sample quarter', () => {
  test('lines sum to the amounts of pay', () => {
    expect(records.length).toBe(3);
    for (const record of records) {
      const workers = new Map(payDocument(record).workers.map((worker) => [worker.id, worker]));
      for (const subject of record.subjects.filter(({ role }) => role === 'fullTime')) {
        const worker = workers.get(subject.id);
        const { items } = explainDocument(record, subject, null);
        for (const { item, amount, lines } of items) {
          expect(lines.reduce((sum, line) => sum + fenOf(line.amount), 0)).toBe(fenOf(amount));
          expect(worker?.[item], item).toBe(amount);
        }
      }
    }
  });
  test('a clause with its words, a reading, or an approval with its reason', () => {
    const bases = records.flatMap((record) =>
      record.subjects.flatMap((subject) => explainDocument(record, subject, null).items.flatMap(({ lines }) => lines)),
    );
    for (const { basis } of bases) {
      expect(['clause,quote', 'clause,interpretation', 'interpretation', 'approver,reason']).toContain(
        Object.keys(basis).sort().join(','),
      );
    }
  });
});

describe('the tree of one worker', () => {
  const told = (id: string, item: string | null = null) => {
    const [record] = records as [MonthRecord];
    const subject = record.subjects.find((one) => one.id === id);
    if (subject === undefined) throw new Error(id);
    return treeText(explanation(record, subject, item));
  };
  test('a forfeiture names the clause, the days, what they lacked and the row', () => {
    for (const words of [
      '巡查补贴不发放：连续未达标 0.00 元',
      '“连续3天未达标”',
      '2021-07-12 未达标：巡查里程 2.99 km（应 3.00 km）',
      '2021-07/平安系统_巡查统计_202107.xlsx!巡查统计!第 318 行',
    ]) {
      expect(told('W002')).toContain(words);
    }
  });
  test('one item only; no line wider than the screen', () => {
    const tree = told('W014', 'informationSubsidy');
    expect(tree).toContain('有效信息少报扣减 -10.00 元');
    expect(tree).not.toContain('巡查补贴');
    for (const line of told('W002').split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });
});
