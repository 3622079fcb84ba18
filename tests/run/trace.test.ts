// The whole sample quarter, everybody and every item: lines sum to the amounts of `pay`, each has a basis of the right
// kind and sources, and every named cell, opened by another reader, holds the value shown.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Quarter, YearMonth } from '../../src/model/civil.ts';
import type { Basis } from '../../src/model/decision.ts';
import type { MonthRecord, RankingRecord } from '../../src/model/record.ts';
import type { TableKind } from '../../src/model/terms.ts';
import { withCellTexts } from '../../src/run/cells.ts';
import { runMonth } from '../../src/run/month.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { explainDocument } from '../../src/views/documents/explain.ts';
import { explainQuarterDocument } from '../../src/views/documents/explain-quarter.ts';
import { payDocument } from '../../src/views/documents/pay.ts';
import type { NamedSource } from '../../src/views/sources.ts';
import { independent } from './independent-cells.ts';

type Document = ReturnType<typeof explainDocument>;
type Item = Document['items'][number];
type ExplainedLine = Item['lines'][number];
type Rows = Extract<NamedSource, { type: 'rows' }>;

interface Explained {
  readonly record: MonthRecord;
  readonly documents: readonly Document[];
}

const months: Explained[] = [];
let quarter: readonly ReturnType<typeof explainQuarterDocument>[] = [];

beforeAll(async () => {
  const workspace = await openWorkspace(join(import.meta.dirname, '../../fixtures/sample'));
  for (const month of ['2021-07', '2021-08', '2021-09'] as YearMonth[]) {
    const { record, past } = await runMonth(workspace, shippedEditions(), month);
    if (record === null) throw new Error(`no record of ${month}`);
    const ids = [...new Set(record.subjects.map(({ id }) => id))];
    const subjectsOf = (id: string) => record.subjects.filter((one) => one.id === id);
    const documents = await withCellTexts(workspace, (textAt) =>
      ids.map((id) => explainDocument(record, subjectsOf(id), null, past.history, textAt)),
    );
    months.push({ record, documents });
    const { ranking } = record;
    if (ranking)
      quarter = await withCellTexts(workspace, (textAt) =>
        [...ranking.ranked, ...ranking.ineligible].map((person) =>
          explainQuarterDocument(record, ranking, person, past.history, textAt),
        ),
      );
  }
}, 120_000);

const fenOf = (yuan: number): number => Math.round(yuan * 100);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

interface Traced {
  readonly record: MonthRecord;
  readonly document: Document;
  readonly item: Item;
  readonly line: ExplainedLine;
}
const everyLine = (): readonly Traced[] =>
  months.flatMap(({ record, documents }) =>
    documents.flatMap((document) =>
      document.items.flatMap((item) => item.lines.map((line) => ({ record, document, item, line }))),
    ),
  );

/** Every source anywhere in a document. */
function sourcesIn(value: unknown): readonly NamedSource[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value ? value.type : null;
  if (type === 'rows' || type === 'cell' || type === 'absence' || type === 'setting' || type === 'record')
    return [value as NamedSource];
  return Object.values(value).flatMap(sourcesIn);
}
const everySource = (): readonly NamedSource[] => [
  ...months.flatMap(({ documents }) => sourcesIn(documents)),
  ...sourcesIn(quarter),
];

test('every worker, 网格长 and 兼职网格员 of the quarter', () => {
  expect(months.map(({ documents }) => documents.length)).toEqual([149, 151, 151]);
  expect(quarter.length).toBe(46);
  expect(everyLine().length).toBeGreaterThan(1400);
});

test('lines sum to the amounts of pay', () => {
  for (const { record, documents } of months) {
    const { workers, informationRewards } = payDocument(record);
    for (const { id, items } of documents) {
      for (const { item, amount, lines } of items)
        expect(sum(lines.map((line) => fenOf(line.amount))), `${id} ${item}`).toBe(fenOf(amount));
      const worker = workers.find((one) => one.id === id);
      const rewarded = informationRewards.find((one) => one.id === id);
      const amounts = Object.fromEntries(items.map(({ item, amount }) => [item, amount]));
      if (worker) for (const [item, amount] of Object.entries(amounts)) expect(worker[item], item).toBe(amount);
      if (rewarded)
        expect([amounts.informationReward, amounts.adjustments]).toEqual([rewarded.amount, rewarded.adjustments]);
      expect(worker !== undefined || rewarded !== undefined, String(id)).toBe(true);
    }
  }
});

describe('basis', () => {
  const isKnown = ({ scheme }: MonthRecord, basis: Basis, line: ExplainedLine): boolean => {
    if ('quote' in basis) return scheme.parameters.some((one) => JSON.stringify(one.basis) === JSON.stringify(basis));
    if ('interpretation' in basis) return scheme.interpretations.some(({ number }) => number === basis.interpretation);
    return line.label !== '' && basis.reason !== '' && basis.approver !== '';
  };
  test('a clause with its words, a reading, or an approval with its reason; all of them the scheme’s own', () => {
    for (const { record, document, line } of everyLine()) {
      expect(['clause,quote', 'clause,interpretation', 'interpretation', 'approver,reason']).toContain(
        Object.keys(line.basis).sort().join(','),
      );
      expect(isKnown(record, line.basis, line), `${document.id} ${line.label}`).toBe(true);
      for (const number of line.interpretations)
        expect(record.scheme.interpretations.some((one) => one.number === number)).toBe(true);
    }
  });
  test('what was approved stands in the row itself', async () => {
    for (const { line } of everyLine()) {
      if (!('approver' in line.basis)) continue;
      const [source] = line.sources as [Rows];
      const at = (await independent(source.file))(source.sheet);
      const row = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((column) => at(source.rows[0] as number, column));
      expect(row).toEqual(expect.arrayContaining([line.basis.approver, line.basis.reason, line.label]));
    }
  });
});

describe('sources', () => {
  test('every line and every card has some; rows name a column and one value a row', () => {
    for (const { document, line } of everyLine())
      expect(line.sources.length, `${document.id} ${line.label}`).toBeGreaterThan(0);
    for (const { sources } of months.flatMap(({ documents }) => documents.flatMap(({ notes }) => notes)))
      expect(sources.length).toBeGreaterThan(0);
    for (const source of everySource()) {
      if (source.type !== 'rows') continue;
      expect(source.rows.length).toBeGreaterThan(0);
      expect([source.column, source.values.length]).toEqual([expect.stringMatching(/^[A-Z]$/), source.rows.length]);
    }
  });

  const KINDS: readonly (readonly [RegExp, TableKind])[] = [
    [/漏报/, 'missedIncidents'],
    [/巡查质量/, 'scores'],
    [/巡查记录|考核日/, 'patrol'],
    [/例会/, 'meetings'],
    [/信息/, 'reports'],
    [/专项/, 'specialDuties'],
    [/派单|临时任务/, 'tasks'],
  ];
  test('an absence names all tables of its kind with their rows, none only where the month has none', () => {
    let empty = 0;
    for (const { record, documents } of months) {
      // Cards show the months before as well, whose tables are those of their own records.
      for (const source of sourcesIn(documents.map(({ items }) => items))) {
        if (source.type !== 'absence') continue;
        const kind = KINDS.find(([words]) => words.test(source.what))?.[1];
        const tables = record.tables.filter((table) => table.kind === kind);
        expect([source.what, source.searched]).toEqual([
          source.what,
          tables.map(({ file, sheet, rows }) => ({ file, sheet, rows: rows.read })),
        ]);
        if (tables.length === 0) empty++;
        else expect(sum(source.searched.map(({ rows }) => rows))).toBeGreaterThan(0);
        expect(tables.length > 0 || kind === 'missedIncidents').toBe(true);
      }
    }
    expect(empty).toBeGreaterThan(0);
  });

  test('every named cell holds the value shown', async () => {
    const checked = new Set<string>();
    for (const source of everySource()) {
      if (source.type !== 'rows' && source.type !== 'cell') continue;
      const { file, sheet, column } = source;
      const at = (await independent(file))(sheet);
      const cells =
        source.type === 'cell'
          ? [[source.row, source.value] as const]
          : source.rows.map((row, index) => [row, source.values[index]] as const);
      for (const [row, value] of cells) {
        const place = `${file}!${sheet}!${column}${row}`;
        checked.add(place);
        const found = at(row, column as string);
        if (found !== value) expect([place, value]).toEqual([place, found]);
      }
    }
    expect(checked.size).toBeGreaterThan(10_000);
  });

  test('a row with a 工号 is the person’s own', async () => {
    const ownColumn = new Map<string, string | null>();
    const columnOf = async ({ file, sheet }: Rows) => {
      const key = `${file}!${sheet}`;
      const known = ownColumn.get(key);
      if (known !== undefined) return known;
      const at = (await independent(file))(sheet);
      const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
      const found = letters.find((letter) => [1, 2, 3].some((row) => /工号/.test(at(row, letter) ?? ''))) ?? null;
      ownColumn.set(key, found);
      return found;
    };
    let own = 0;
    for (const document of [...months.flatMap(({ documents }) => documents), ...quarter]) {
      for (const source of sourcesIn(document)) {
        const column = source.type === 'rows' ? await columnOf(source) : null;
        if (source.type !== 'rows' || column === null) continue;
        const at = (await independent(source.file))(source.sheet);
        for (const row of source.rows) {
          const id = at(row, column);
          if (id === null && source.file.includes('免考')) continue;
          if (id !== document.id) expect([source.file, row, id]).toEqual([source.file, row, document.id]);
          own++;
        }
      }
    }
    expect(own).toBeGreaterThan(20_000);
  });
});

const AFFIRMED = new Set(['有效', '是', '通过', '√']);
const rowsIn = (sources: readonly NamedSource[], file: RegExp): readonly Rows[] =>
  sources.filter((source): source is Rows => source.type === 'rows' && file.test(source.file));

describe('what the cells mean', () => {
  test('effective reports: as many cells that say so', () => {
    for (const { record, document, item, line } of everyLine()) {
      if (item.item !== 'informationReward' && !line.label.startsWith('有效信息')) continue;
      const values = rowsIn(line.sources, /信息上报/).flatMap((source) => source.values);
      const { workers, informationRewards } = payDocument(record);
      const people = [...workers, ...informationRewards] as { id: string; effectiveReports: number }[];
      expect(values.length).toBe(people.find(({ id }) => id === document.id)?.effectiveReports);
      for (const value of values) expect(AFFIRMED).toContain(value);
    }
  });

  test('a full task reward: each task assigned, once', () => {
    for (const { record, document, line } of everyLine()) {
      if (!line.label.startsWith('任务奖励：派单全部')) continue;
      const ids = rowsIn(line.sources, /派单台账/).flatMap(({ values }) => values);
      const worker = payDocument(record).workers.find(({ id }) => id === document.id);
      expect([new Set(ids).size, ids.length]).toEqual([worker?.tasksAssigned, worker?.tasksDone]);
    }
  });

  test('an unfinished task: done later than due, or not at all; as many as are missing', () => {
    const moment = (text: string) => text.replaceAll('/', '-').replace(/-(\d)(?!\d)/g, '-0$1');
    let late = 0;
    for (const { line } of everyLine()) {
      if (line.tasks === undefined) continue;
      expect(line.tasks.length).toBe(line.missing?.quantity);
      for (const { id, sources } of line.tasks) {
        const [named, due, done] = rowsIn(sources, /派单台账/).map(({ values }) => values[0]);
        expect(named).toBe(id);
        if (done === null) continue;
        expect(moment(done as string) > moment(due as string), `${due} ${done}`).toBe(true);
        late++;
      }
    }
    expect(late).toBeGreaterThan(0);
  });

  test('unmet days: as many as pay counts, each failed cell below its threshold', async () => {
    let judged = 0;
    for (const { record, documents } of months) {
      for (const { id, items } of documents) {
        const days = items.flatMap(({ unmetDays = [] }) => unmetDays);
        const worker = payDocument(record).workers.find((one) => one.id === id);
        expect(days.length).toBe(worker?.unmetDays ?? 0);
        for (const { failed, sources } of days) {
          if (failed.length === 0) expect(sources[0]?.type).toBe('absence');
          for (const target of failed) {
            const cells = target.sources.filter((source): source is Rows => source.type === 'rows');
            if (target.reached === null)
              expect(cells.every(({ values }) => values.every((v) => v === null))).toBe(true);
            else expect(await measured(target.figure, cells)).toBeLessThan(threshold(target.owed as string));
            judged++;
          }
        }
      }
    }
    expect(judged).toBeGreaterThan(80);
  });

  test('forfeited, cancelled, no duty, no star: zero with a reason and something to look at', () => {
    const zero = everyLine().filter(({ item, line }) => item.lines[0] === line && line.amount === 0);
    const labels = new Set(zero.map(({ line }) => line.label.replace(/\d+/g, '')));
    expect([...labels].sort()).toEqual([
      '专项奖励：未完成专项职责',
      '以奖代补：有效信息',
      '任务奖励：当月没有派单',
      '任务奖励：派单未全部按时办结',
      '信息补贴全额',
      '信息补贴取消：漏报',
      '巡查补贴不发放：累计未达标',
      '巡查补贴不发放：连续未达标',
      '巡查补贴全额',
      '排名奖励：未参加排名，季末最后一日不在职',
      '排名奖励：未参加排名，本季有月份没有考核日',
      '排名奖励：未参加排名，本季有红牌',
      '排名奖励：本月不发，随季度最后一个月发放',
      '排名奖励：第名，未获星',
    ]);
  });
});

/** Seconds, metres, a rate of 1 or times. */
function threshold(owed: string): number {
  const clock = /^(\d+):(\d\d):(\d\d)$/.exec(owed);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  if (owed.endsWith(' km')) return Math.round(Number(owed.slice(0, -3)) * 1000);
  return owed.endsWith('%') ? Number(owed.slice(0, -1)) / 100 : Number(owed);
}

/** The sum of the cells (the best rate) in the same units, by their own units or those of the heading. */
async function measured(figure: string, cells: readonly Rows[]): Promise<number> {
  const values: number[] = [];
  for (const { file, sheet, column, values: texts } of cells) {
    const at = (await independent(file))(sheet);
    const heading = [1, 2, 3].map((row) => at(row, column as string) ?? '').join(' ');
    for (const text of texts) if (text !== null) values.push(amountOf(text, heading));
  }
  return figure === 'onlineRate' ? Math.max(...values) : sum(values);
}

function amountOf(text: string, heading: string): number {
  const clock = /^(\d+):(\d\d):(\d\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const spelled = /^(?:(\d+)小时)?(?:(\d+)分)?$/.exec(text);
  if (spelled) return Number(spelled[1] ?? 0) * 3600 + Number(spelled[2] ?? 0) * 60;
  if (text.endsWith('%')) return Number(text.slice(0, -1)) / 100;
  if (text.endsWith('公里')) return Math.round(Number(text.slice(0, -2)) * 1000);
  if (heading.includes('公里')) return Math.round(Number(text) * 1000);
  return heading.includes('分钟') ? Number(text) * 60 : Number(text);
}

describe('cards and the quarter', () => {
  test('the cards of the sample, each with the unmet days of every month it rests on', () => {
    const carded = months.flatMap(({ record, documents }) =>
      documents.flatMap(({ id, notes }) =>
        notes
          .filter(({ label }) => label !== '无')
          .map(({ label, months: behind }) =>
            [record.period, id, label, ...behind.map(({ period, days }) => `${period}:${days.length}`)].join(' '),
          ),
      ),
    );
    expect(carded).toEqual([
      '2021-07 W002 黄牌 2021-07:3',
      '2021-07 W011 黄牌 2021-07:3',
      '2021-07 W023 黄牌 2021-07:5',
      '2021-08 W006 黄牌 2021-08:3',
      '2021-08 W009 黄牌 2021-08:5',
      '2021-09 W005 黄牌 2021-09:3',
      '2021-09 W006 红牌 2021-08:3 2021-09:5',
      '2021-09 W023 黄牌 2021-09:3',
    ]);
  });

  test('figures of the months add up, dimensions to the composite, within a rounding of what is shown', () => {
    const { ranking } = (months[2] as Explained).record as { ranking: RankingRecord };
    for (const { id, ranking: own } of quarter) {
      expect(own.quarter).toBe('2021-Q3' as Quarter);
      for (const { figure, months: parts, sum: total } of own.figures) {
        expect(sum(parts.map(({ value }) => Number(value))), `${id} ${figure}`).toBe(total);
        for (const { period, sources } of parts) {
          const isThere = months.some(
            ({ record, documents }) => record.period === period && documents.some((one) => one.id === id),
          );
          expect(sources.length > 0, `${id} ${figure} ${period}`).toBe(isThere);
        }
      }
      const ranked = ranking.ranked.find((one) => one.id === id);
      if (!('dimensions' in own)) {
        expect(own.evidence?.length).toBeGreaterThan(0);
        continue;
      }
      const total = sum((own.dimensions ?? []).map(({ contribution }) => contribution ?? 0));
      expect(Math.abs(total - (own.composite ?? 0))).toBeLessThan(0.031);
      expect([own.rank, own.stars]).toEqual([ranked?.rank, ranked?.stars]);
    }
  });
});
