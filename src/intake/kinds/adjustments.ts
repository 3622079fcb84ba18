// 增减项: corrections, back pay and other items, each with reason and approver. The sign stands in 金额 itself, in a column
// of its own, or in the heading of one of two columns (spec 3.0).
import { type Fen, fen, yuanText } from '../../model/money.ts';
import { problem } from '../../problems/problem.ts';
import { defineKind } from '../kind.ts';
import { isTotal } from '../rows/footnotes.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { type ParsedTable, placeIn } from '../table.ts';
import { MONEY_UNITS, money, moneyUnitWord } from '../values/money.ts';
import { compact, text, verbatim } from '../values/text.ts';
import { wordIn, wordOf } from '../values/words.ts';
import { NO_VALIDITY, PERSON_FIELDS, PLACE_FIELDS, SOME_PERSON, VALIDITY_FIELDS, VALIDITY_WORDS } from './common.ts';

/** The column an amount stands in. */
type AmountField = 'amount' | 'added' | 'deducted';

export interface AdjustmentDraft {
  readonly title: string;
  readonly amount: Fen;
  readonly reason: string;
  readonly approver: string;
  readonly field: AmountField;
  /** What 类型 or 性质 says: a sign, if every row's word is one. */
  readonly signWord: string;
  /** What 单位 says: a unit of money, if any row's word is one. */
  readonly unitWord: string;
  /** Another column than 金额 has told the sign. */
  readonly directed: boolean;
}

const PLUS = ['增', '加', '补', '增加', '增发', '补发', '补贴', '奖励', '加发', '发放', '应补', '+'];
const MINUS = [
  '减',
  '扣',
  '罚',
  '减少',
  '扣减',
  '扣款',
  '扣除',
  '扣发',
  '减发',
  '罚款',
  '追扣',
  '追缴',
  '扣回',
  '-',
  '−',
  '－',
];
const SIGNS: readonly (readonly [string, 1 | -1])[] = [
  ...PLUS.map((word) => [word, 1] as const),
  ...MINUS.map((word) => [word.normalize('NFKC'), -1] as const),
];
const directionWord = wordOf<1 | -1>(SIGNS, ['增', '减']);
const SIGN_OF = new Map(SIGNS.map(([word, sign]) => [wordIn(word), sign]));

type Row = RowReader<string>;
type Amount = Pick<AdjustmentDraft, 'amount' | 'field' | 'directed'>;

/** 金额 with the sign of its column; a negative amount in a column that tells the sign is said twice. */
function signedAmount(row: Row): Amount | null {
  const amount = row.need('amount', money);
  const direction = row.has('direction') ? row.need('direction', directionWord) : null;
  if (amount === null || (row.has('direction') && direction === null)) return null;
  if (direction === null) return { amount, field: 'amount', directed: false };
  if (amount < 0 && direction < 0) {
    row.fail('amountSignTwice', { heading: row.headingOf('direction') }, 'amount');
    return null;
  }
  return { amount: fen(direction * amount), field: 'amount', directed: true };
}

/** 补发 and 扣款 as two columns: each that is filled is an amount of its own. */
function amountsInTwo(row: Row): readonly Amount[] {
  const read = (field: 'added' | 'deducted') => {
    const amount = row.read(field, money);
    if (amount === null || amount >= 0 || field === 'added') return amount;
    row.fail('amountSignTwice', { heading: row.headingOf(field) }, field);
    return null;
  };
  const [added, deducted] = [read('added'), read('deducted')];
  if (added === null && deducted === null && !row.failed) {
    row.fail(
      'cellEmpty',
      { heading: row.headingOf(row.has('added') ? 'added' : 'deducted') },
      row.has('added') ? 'added' : 'deducted',
    );
  }
  const isBoth = added !== null && deducted !== null;
  return [
    ...(added === null || (isBoth && added === 0 && deducted !== 0)
      ? []
      : [{ amount: added, field: 'added' as const, directed: true }]),
    ...(deducted === null || (isBoth && deducted === 0)
      ? []
      : [{ amount: fen(-deducted), field: 'deducted' as const, directed: true }]),
  ];
}

function amountsOf(row: Row): readonly Amount[] {
  const isInTwo = row.has('added') || row.has('deducted');
  if (!isInTwo) {
    const amount = signedAmount(row);
    return amount ? [amount] : [];
  }
  if (row.has('amount') && !row.isEmpty('amount')) {
    row.fail(
      'amountsTwice',
      { headings: ['amount', 'added', 'deducted'].filter((one) => row.has(one)).map((one) => row.headingOf(one)) },
      'amount',
    );
    return [];
  }
  return amountsInTwo(row);
}

/** 单位 decides only where a value is a unit of money: then every value must be one. */
function refuseOtherUnits(table: ParsedTable<'adjustments'>): void {
  const words = [...table.entries.distinct('unitWord')];
  if (!words.some((word) => MONEY_UNITS.has(word))) return;
  const wordAt = table.entries.reader('unitWord');
  const { column = 0, heading = '' } = table.fields.get('unit') ?? {};
  table.entries.rewrite('amount', (amount, index, row) => {
    const found = wordAt(index);
    if (MONEY_UNITS.has(found)) return amount;
    const allowed = [...MONEY_UNITS.keys()];
    return [problem('wordUnknown', { heading, found, allowed }, placeIn(table as ParsedTable, row, column))];
  });
}

/** 类型 and 性质 tell the sign where every value is a word for one. */
function settleSigns(table: ParsedTable<'adjustments'>): void {
  if (!table.fields.has('sign') || table.valueRules === 1) return;
  const words = [...table.entries.distinct('signWord')];
  if (words.length === 0 || !words.every((word) => SIGN_OF.has(word))) return;
  const signAt = table.entries.reader('signWord');
  table.entries.rewrite('amount', (amount, index, row) => {
    const sign = SIGN_OF.get(signAt(index) ?? '') ?? 1;
    if (amount >= 0 || sign > 0) return fen(sign * amount);
    const { column = 0, heading = '' } = table.fields.get('sign') ?? {};
    return [problem('amountSignTwice', { heading }, placeIn(table as ParsedTable, row, column))];
  });
  table.entries.rewrite('directed', () => true);
}

/** Fen: more than a year's pay of a grid worker, as one item. */
const LARGE = 10_000_000;

/** Amounts that nobody is paid at once: a unit in the heading that does not fit them, or a slipped point. */
function askLargeAmounts(table: ParsedTable<'adjustments'>): void {
  if (table.valueRules === 1) return;
  const large = [...table.entries].flatMap(({ row, value }) =>
    value !== null && Math.abs(value.amount) >= LARGE ? [{ row, ...value }] : [],
  );
  const [first] = large;
  if (first === undefined) return;
  const { column = 0, heading = '', unit = null } = table.fields.get(first.field) ?? {};
  const most = fen(Math.max(...large.map(({ amount }) => Math.abs(amount))));
  const data = { heading, unit, count: large.length, largest: yuanText(most), amount: most };
  table.problems.push(problem('amountLarge', data, placeIn(table as ParsedTable, first.row, column)));
}

export const adjustments = defineKind({
  kind: 'adjustments',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    ...VALIDITY_FIELDS,
    title: ['项目', '项目名称', '增减项', '增减项目'],
    amount: ['金额', '增减金额'],
    added: ['补发', '增加', '增加金额', '补发金额', '应补', '应补金额', '增发', '加发', '增项金额', '增项'],
    deducted: [
      '扣款',
      '扣减',
      '扣减金额',
      '扣款金额',
      '扣除',
      '扣除金额',
      '应扣',
      '应扣金额',
      '减少',
      '减少金额',
      '扣发',
      '减项金额',
      '减项',
      '扣回',
    ],
    direction: ['增减', '方向', '收支', '加减', '增减方向', '增减类型', '增/减', '加/减'],
    sign: ['类型', '性质', '类别'],
    unit: ['单位', '金额单位', '计量单位'],
    reason: ['原因', '事由', '增减原因'],
    approver: ['批准人', '审批人'],
  },
  before: { ...NO_VALIDITY, added: [], deducted: [], direction: [], sign: [], unit: [] },
  recognisedBy: [
    ['amount', 'reason'],
    ['amount', 'title'],
    ['added', 'deducted'],
    ['added', 'title'],
    ['deducted', 'title'],
  ],
  required: [['title'], ['amount', 'added', 'deducted'], ['reason'], ['approver'], SOME_PERSON],
  requiredBefore: [['title'], ['amount'], ['reason'], ['approver'], SOME_PERSON],
  comparesOtherColumns: true,
  words: { ...VALIDITY_WORDS, direction: directionWord },
  typed: { amount: 'money' },
  parse(row) {
    row.identify();
    row.locate();
    const title = row.need('title', verbatim);
    if (title !== null && row.valueRules === 2 && isTotal(compact(title)))
      row.fail('adjustmentIsTotal', { found: title }, 'title');
    row.measureIn('unit', moneyUnitWord);
    const amounts = amountsOf(row);
    const reason = row.need('reason', verbatim);
    const approver = row.need('approver', verbatim);
    const signWord = row.read('sign', text);
    if (!title || !reason || !approver || amounts.length === 0) return null;
    const unitWord = row.read('unit', text);
    const words = { signWord: wordIn(signWord ?? ''), unitWord: wordIn(unitWord ?? '') };
    return amounts.map((amount) => ({ title, reason, approver, ...amount, ...words }));
  },
  finish(table) {
    settleSigns(table);
    refuseOtherUnits(table);
    askLargeAmounts(table);
  },
});
