// Whom the bank pays: one payment a person, and every cell of the roster that stands in the way.
import { expect, test } from 'vitest';
import type { RosterRow } from '../../src/intake/people/roster.ts';
import type { PersonId } from '../../src/model/facts.ts';
import { fen } from '../../src/model/money.ts';
import type { MonthRecord, SubjectRecord } from '../../src/model/record.ts';
import type { TableInfo } from '../../src/model/source.ts';
import { issuesOf } from '../../src/problems/issues.ts';
import { paymentsOf } from '../../src/record/payments.ts';

const ACCOUNT = '6222021201006781234';

const roster = (columns: TableInfo['columns']): TableInfo => ({
  id: 4,
  file: '花名册.xlsx',
  sheet: '在职',
  kind: 'roster',
  headerRow: 2,
  columns,
  rows: { read: 0, used: 0, leftOut: {}, inError: 0 },
});
const COLUMNS = { person: 0, name: 1, bankAccount: 6, bankName: 7 };

const subject = (id: string, name: string, yuan: number, role: SubjectRecord['role'] = 'fullTime'): SubjectRecord =>
  ({ id: id as PersonId, name, role, total: fen(yuan * 100) }) as SubjectRecord;

const record = (subjects: readonly SubjectRecord[], columns: TableInfo['columns'] = COLUMNS): MonthRecord =>
  ({ period: '2021-07', subjects, tables: [roster(columns)] }) as unknown as MonthRecord;

const row = (number: number, id: string, name: string, bankAccount: string | null, bankName: string | null = null) =>
  ({ id, name, bankAccount, bankName, origin: { table: 4, row: number } }) as unknown as RosterRow;

/** `code sheet row column` of each problem. */
const problemsOf = (subjects: readonly SubjectRecord[], rows: readonly RosterRow[], columns = COLUMNS) =>
  issuesOf(paymentsOf(record(subjects, columns), rows).problems, false).map((issue) =>
    [issue.code, issue.sheet, issue.row, issue.column].map((part) => part ?? '-').join(' '),
  );
const messageOf = (account: string): string => {
  const { problems } = paymentsOf(record([subject('W1', '王芳', 1)]), [row(3, 'W1', '王芳', account)]);
  return issuesOf(problems, false).map(({ message }) => message)[0] ?? '';
};

test('two roles are one payment; who gets nothing has none; the order is the record’s', () => {
  const subjects = [
    subject('W2', '李强', 0),
    subject('W3', '王芳', 725),
    subject('W4', '赵六', 0.01),
    subject('W1', '张敏', 5, 'gridLead'),
    subject('W3', '王芳', 15, 'partTime'),
  ];
  const rows = [
    row(3, 'W1', '张敏', ' 6222 0212-0100 6781 234 ', '农商银行'),
    row(4, 'W3', '王芳', null),
    row(5, 'W3', '王芳', '12345674', '工商银行'),
    row(6, 'W4', '赵六', `${'1'.repeat(29)}6`),
  ];
  expect(paymentsOf(record(subjects), rows)).toEqual({
    payments: [
      { id: 'W3', name: '王芳', bankName: '工商银行', account: '12345674', amount: 74_000 },
      { id: 'W4', name: '赵六', bankName: null, account: `${'1'.repeat(29)}6`, amount: 1 },
      { id: 'W1', name: '张敏', bankName: '农商银行', account: ACCOUNT, amount: 500 },
    ],
    problems: [],
  });
});

test('each problem names the cell that tells, all at once, by place', () => {
  const subjects = [
    subject('W1', '=王芳', 5),
    subject('W2', '李强', 5),
    subject('W3', '赵六', 5),
    subject('W9', '周明', 5),
  ];
  const rows = [
    row(5, 'W3', '赵六', null),
    row(8, 'W3', '赵六', '6222x', '@农商'),
    row(4, 'W2', '李强', null),
    row(7, 'W2', '李强', null),
    row(6, 'W1', '=王芳', ACCOUNT),
  ];
  expect(problemsOf(subjects, rows)).toEqual([
    'bankAccountMissing - - -',
    'bankAccountMissing 在职 4 G',
    'bankNameHostile 在职 6 B',
    'bankAccountMalformed 在职 8 G',
    'bankNameHostile 在职 8 H',
  ]);
});

test('a roster without accounts is one problem, not one a person', () => {
  const { bankAccount: _, ...without } = COLUMNS;
  const subjects = [subject('W1', '王芳', 5), subject('W2', '李强', 5), subject('W3', '赵六', 0)];
  const rows = [row(3, 'W1', '王芳', null), row(4, 'W2', '李强', null)];
  const { problems } = paymentsOf(record(subjects, without), rows);
  expect(issuesOf(problems, false)).toMatchObject([{ code: 'bankColumnMissing', sheet: '在职', row: 2, column: null }]);
  expect(issuesOf(problems, false)[0]?.message).toContain('2 人');
  expect(paymentsOf(record([subject('W3', '赵六', 0)], without), rows).problems).toEqual([]);
});

test.each([
  '1234567',
  '1'.repeat(31),
  '6222０21201006781234',
  '6222021201006781234X',
  '=6222021201006781234',
  '+8613800000000',
  '62220212.0',
  '٦٢٢٢٠٢١٢',
])('the account %s is refused, and not told whole', (account) => {
  expect(messageOf(account)).toContain(`共 ${account.length} 个字符`);
  expect(messageOf(account)).not.toContain(account);
  expect(messageOf(account)).not.toContain(account.slice(0, -4));
  expect(messageOf(account)).not.toContain(account.slice(-5));
});

test('an account too short for four characters to hide it tells half of them', () => {
  expect(['A', '12', '12345'].map(messageOf).map((message) => /尾号 (\S+)，/.exec(message)?.[1] ?? null)).toEqual([
    null,
    '2',
    '45',
  ]);
});

test.each([...'=+-@\t\r\n＝＋－＠'])('a name that begins with %j is refused', (sign) => {
  const name = `${sign}王芳`;
  expect(problemsOf([subject('W1', name, 5)], [row(3, 'W1', name, ACCOUNT)])).toEqual(['bankNameHostile 在职 3 B']);
  expect(problemsOf([subject('W1', '王芳', 5)], [row(3, 'W1', '王芳', ACCOUNT, name)])).toEqual([
    'bankNameHostile 在职 3 H',
  ]);
  expect(problemsOf([subject('W1', `王${sign}芳`, 5)], [row(3, 'W1', `王${sign}芳`, ACCOUNT)])).toEqual([]);
});
