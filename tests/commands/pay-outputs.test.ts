// What `pay` writes beside the pay workbook: the notice, and the bank's list with --bank, all or nothing.
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashes, type Run, temporaryFolder, wanggeAll } from './office.ts';

const OFFICE = join(import.meta.dirname, '../../fixtures/problems/office');
const MONTH = '2021-06';
const ACCOUNTS = ['6222021201006781234', '6228480331234567815', '6217001540012345672'];
const ROSTER = (
  wang = ['王芳', ACCOUNTS[0], '农商银行'],
  zhang = ['张敏', ACCOUNTS[1], '"工行, ""嵊州"""'],
  chen = ['𠮷田', ` ${ACCOUNTS[2]?.slice(0, 8)}-${ACCOUNTS[2]?.slice(8)}`, ''],
) => `工号,姓名,角色,网格编号,银行账号,开户行
W001,${wang[0]},专职网格员,G001,${wang[1]},${wang[2]}
L001,${zhang[0]},网格长,G001,${zhang[1]},${zhang[2]}
P001,${chen[0]},兼职网格员,G001,${chen[1]},${chen[2]}
P002,赵六,兼职网格员,G001,,
A001,周明,网格指导员,G001,,
`;
const REPORTS = `编号,工号,姓名,上报时间,类别,网格编号,是否有效,内容
X01,W001,,2021-06-02 09:30,矛盾纠纷,G001,有效,邻里噪音纠纷已调解
X02,L001,,2021-06-03 10:15,安全隐患,G001,有效,楼道堆放杂物已清理
X03,P001,,2021-06-03 10:15,安全隐患,G001,有效,路灯已修
`;

function office(roster = ROSTER()): string {
  const folder = temporaryFolder();
  cpSync(OFFICE, folder, { recursive: true });
  writeFileSync(join(folder, '花名册.csv'), roster);
  writeFileSync(join(folder, MONTH, '信息.csv'), REPORTS);
  return folder;
}

const pathOf = (folder: string, name: string): string => join(folder, MONTH, '输出', name);
const outputsOf = (folder: string): readonly string[] => {
  const outputs = join(folder, MONTH, '输出');
  return existsSync(outputs) ? readdirSync(outputs).sort() : [];
};
const told = (folder: string): Record<string, string> => hashes(join(folder, MONTH, '输出'));

/** `sheet!A1` → value of every cell that has one. */
async function cellsOf(folder: string, name: string): Promise<ReadonlyMap<string, exceljs.CellValue>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(pathOf(folder, name));
  const cells = new Map<string, exceljs.CellValue>();
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => cells.set(`${sheet.name}!${cell.address}`, cell.value)));
  return cells;
}

const PAY = ['pay', MONTH];
const BANK = [...PAY, '--bank'];
const HEAD = '序号,户名,开户行,账号,金额,备注';

const [plain, bank, gb18030, broken, paidBefore] = [office(), office(), office(), office(), office()];
writeFileSync(
  join(broken, '花名册.csv'),
  ROSTER(['王芳', ' =62220212', '@农商'], ['＋张敏', '', ''], ['𠮷田', '1234567', '']),
);

const RUNS = {
  plain: { folder: plain, args: PAY },
  bank: {
    folder: bank,
    args: [...BANK, '--date', '2021-07-02', '--objections', '2021-07-02..2021-07-08', '--json'],
  },
  gb18030: { folder: gb18030, args: [...BANK, '--csv-encoding', 'gb18030'] },
  broken: { folder: broken, args: [...BANK, '--json'] },
  paidBefore: { folder: paidBefore, args: BANK },
  reversed: { folder: broken, args: [...PAY, '--objections', '2021-07-08..2021-07-02'] },
  notDates: { folder: broken, args: [...PAY, '--objections', '2021-07-08..'] },
  encodingAlone: { folder: broken, args: [...PAY, '--csv-encoding', 'utf8'] },
  encodingUnknown: { folder: broken, args: [...BANK, '--csv-encoding', 'latin1'] },
} satisfies Record<string, { folder: string; args: readonly string[] }>;
let runs = {} as Record<keyof typeof RUNS, Run>;
beforeAll(() => {
  const told = wanggeAll(Object.values(RUNS));
  runs = Object.fromEntries(Object.keys(RUNS).map((name, index) => [name, told[index]])) as typeof runs;
});

describe('公示', () => {
  test('is written beside the pay workbook, and nothing for the bank', () => {
    const { status, out } = runs.plain;
    expect([status, outputsOf(plain)]).toEqual([
      0,
      [`${MONTH}-公示.xlsx`, `${MONTH}-工资发放表.xlsx`, 'results.json', 'summary.json'],
    ]);
    expect(out.slice(out.indexOf('已生成')).split('\n')).toEqual([
      `已生成 ${MONTH}/输出/${MONTH}-工资发放表.xlsx`,
      `已生成 ${MONTH}/输出/${MONTH}-公示.xlsx`,
      '',
    ]);
  });

  test('masks 工号 and has blanks for the days', async () => {
    const cells = await cellsOf(plain, `${MONTH}-公示.xlsx`);
    expect([cells.get('公示!B5'), cells.get('公示!C5'), cells.get('网格长和兼职!B5')]).toEqual([
      'W**1',
      '王芳',
      'L**1',
    ]);
    const text = JSON.stringify([...cells.values()]);
    expect(text).toContain('自　　　　年　　月　　日起至');
    for (const hidden of ['W001', 'L001', '农商', ...ACCOUNTS]) expect(text).not.toContain(hidden);
  });

  test('takes its days from --objections and --date', async () => {
    const text = JSON.stringify([...(await cellsOf(bank, `${MONTH}-公示.xlsx`)).values()]);
    for (const part of ['自2021年7月2日起至2021年7月8日止', '"2021年7月2日"']) expect(text).toContain(part);
  });
});

describe('银行代发', () => {
  const lines = [
    HEAD,
    `1,王芳,农商银行,${ACCOUNTS[0]},1310.00,2021年6月补贴`,
    `2,张敏,"工行, ""嵊州""",${ACCOUNTS[1]},5.00,2021年6月补贴`,
    `3,𠮷田,,${ACCOUNTS[2]},5.00,2021年6月补贴`,
    '',
  ].join('\r\n');

  test('as CSV, in UTF-8 with its mark or in GB18030', () => {
    const csv = (folder: string) => readFileSync(pathOf(folder, `${MONTH}-银行代发.csv`));
    expect(csv(bank).toString('utf8')).toBe(`\ufeff${lines}`);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(csv(gb18030))).toBe(lines);
    expect(csv(gb18030).subarray(0, 4).toString('hex')).toBe('d0f2bac5');
  });

  test('as a workbook: accounts are text', async () => {
    const cells = await cellsOf(bank, `${MONTH}-银行代发.xlsx`);
    expect(['D4', 'D5', 'D6'].map((cell) => cells.get(`银行代发!${cell}`))).toEqual(ACCOUNTS);
    expect(['B6', 'D7', 'E7'].map((cell) => cells.get(`银行代发!${cell}`))).toEqual(['𠮷田', '3 笔', 1320]);
  });

  test('the accounts stand nowhere else', () => {
    expect(outputsOf(bank)).toEqual([
      `${MONTH}-公示.xlsx`,
      `${MONTH}-工资发放表.xlsx`,
      `${MONTH}-银行代发.csv`,
      `${MONTH}-银行代发.xlsx`,
      'results.json',
      'summary.json',
    ]);
    const record = readFileSync(pathOf(bank, 'results.json'), 'utf8');
    expect(record).toBe(readFileSync(pathOf(plain, 'results.json'), 'utf8'));
    const document = JSON.parse(runs.bank.out);
    expect([runs.bank.status, Object.keys(document)[0], 'payments' in document]).toEqual([0, 'schema', false]);
    for (const account of ACCOUNTS)
      for (const text of [record, ...Object.values(runs).flatMap(({ out, err }) => [out, err])])
        expect(text).not.toContain(account);
  });

  test('the summary names each file and the sum', () => {
    const { status, out } = runs.gb18030;
    expect([status, out.slice(out.indexOf('银行代发 3')).split('\n')]).toEqual([
      0,
      [
        '银行代发 3 笔，合计 1320.00 元',
        ...['工资发放表.xlsx', '公示.xlsx', '银行代发.xlsx', '银行代发.csv'].map(
          (name) => `已生成 ${MONTH}/输出/${MONTH}-${name}`,
        ),
        '',
      ],
    ]);
  });

  test('all that stands in the way is told at once, and nothing is written', () => {
    const document = JSON.parse(runs.broken.out);
    const errors = document.issues.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(
      errors.map(({ code, file, row, column }: Record<string, unknown>) => `${code} ${file} ${row} ${column}`),
    ).toEqual([
      'bankAccountMalformed 花名册.csv 2 E',
      'bankNameHostile 花名册.csv 2 F',
      'bankNameHostile 花名册.csv 3 B',
      'bankAccountMissing 花名册.csv 3 E',
      'bankAccountMalformed 花名册.csv 4 E',
    ]);
    expect([runs.broken.status, Object.keys(document), outputsOf(broken)]).toEqual([
      1,
      ['schema', 'period', 'issues'],
      [],
    ]);
    expect(errors.filter(({ message }: { message: string }) => message.includes('62220212'))).toEqual([]);
  });

  test('old files stay whole beside an error; a list that was not renewed is named; it is no input', () => {
    const before = told(paidBefore);
    writeFileSync(join(paidBefore, '花名册.csv'), ROSTER(['王芳', '', '']));
    copyFileSync(pathOf(paidBefore, `${MONTH}-银行代发.csv`), join(paidBefore, MONTH, '拖回来的.csv'));
    const [failed, again] = wanggeAll([
      { folder: paidBefore, args: BANK },
      { folder: paidBefore, args: PAY },
    ]);
    expect(failed?.status).toBe(1);
    expect(failed?.err).toContain('未生成任何文件');
    expect(again?.status).toBe(0);
    expect(again?.err).toContain('没有随本次核算更新');
    const after = told(paidBefore);
    const kept = Object.keys(before).filter((name) => name.includes('银行代发'));
    expect(kept.map((name) => after[name])).toEqual(kept.map((name) => before[name]));
  });
});

test.each([
  ['reversed', '“2021-07-08..2021-07-02”的止日在起日之前。\n'],
  ['notDates', '“2021-07-08..”不是起止日期，请写成 2021-08-02..2021-08-06 这样。\n'],
  ['encodingAlone', '--csv-encoding 要与 --bank 一起写。\n'],
  ['encodingUnknown', '“latin1”不是可选的编码，请写 utf8 或 gb18030。\n'],
] as const)('wrong usage: %s', (name, complaint) => {
  const { status, out, err } = runs[name];
  expect([status, out, err]).toEqual([2, '', complaint]);
});
