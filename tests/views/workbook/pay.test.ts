// The pay workbook: columns follow the edition, values follow the record, links and sums hold.
import { describe, expect, it } from 'vitest';
import type { DayVerdict } from '../../../src/model/decision.ts';
import { fen } from '../../../src/model/money.ts';
import type { MonthRecord, SubjectRecord } from '../../../src/model/record.ts';
import { figureTitle } from '../../../src/views/figures.ts';
import { cellOf, plainOf } from '../../../src/views/workbook/model.ts';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import { shownText } from '../../../src/writers/xlsx/layout.ts';
import { headings, rowAt, sheetNamed, valuesOf } from './cells.ts';
import { monthRecord } from './record.ts';

const BLANK = { preparedBy: null, preparedOn: null };
const book = (record: MonthRecord) => payWorkbook(record, BLANK);

const withSubject = (record: MonthRecord, index: number, change: Partial<SubjectRecord>): MonthRecord => ({
  ...record,
  subjects: record.subjects.map((subject, at) => (at === index ? { ...subject, ...change } : subject)),
});

describe('发放表', () => {
  const record = monthRecord(5);
  const sheet = sheetNamed(book(record), '发放表');

  it('has the items of the edition between the figures and the sums', () => {
    expect(headings(sheet)).toEqual(
      [
        '序号 工号 姓名 网格 考核日 未达标日 无数据日 最长连续未达标 出勤份额 缺席会议 有效信息 考核基数 应办派单 办结派单',
        '巡查补贴 信息补贴 任务奖励 专项奖励 排名奖励 增减项 应发合计 结转追扣 备注 签名',
      ].flatMap((line) => line.split(' ')),
    );
  });

  it('lists full-time members only, in the order of the record', () => {
    const people = record.subjects.filter(({ role }) => role === 'fullTime');
    expect(sheet.rows.map((row) => valuesOf(row)[1])).toEqual(people.map(({ id }) => id));
    const third = people[2] as SubjectRecord;
    expect(rowAt(sheet, 2).get('应发合计')?.value).toBe(third.total / 100);
    expect(rowAt(sheet, 2).get('专项奖励')?.value).toBe(500);
    expect(rowAt(sheet, 3).get('出勤份额')).toMatchObject({
      value: 19 / 22,
      kind: 'share',
      formula: { number: '19/22' },
    });
  });

  it('sums each money column and writes the total in capitals', () => {
    const totals = valuesOf(sheet.totals);
    headings(sheet).forEach((_, at) => {
      if (sheet.columns[at]?.kind !== 'money') return;
      const sum = sheet.rows.reduce((fens, row) => fens + Math.round(Number(valuesOf(row)[at]) * 100), 0);
      expect(Math.round(Number(totals[at]) * 100)).toBe(sum);
    });
    expect(sheet.footer[0]?.map(plainOf)).toEqual(['合计（大写）：人民币伍仟零捌拾陆元伍角整', '人数：5人']);
  });

  it('has the carry columns only when somebody carries something', () => {
    const settled = withSubject(record, 1, { carriedOut: fen(0) });
    expect(headings(sheetNamed(book(settled), '发放表'))).not.toContain('结转追扣');
    expect(headings(sheet)).not.toContain('上月结转');
    const subject = record.subjects[0] as SubjectRecord;
    const decisions = subject.decisions.map((one) => (one.item === 'carriedIn' ? { ...one, amount: fen(-500) } : one));
    const carrying = sheetNamed(book(withSubject(record, 0, { decisions })), '发放表');
    expect(headings(carrying)).toContain('上月结转');
    expect(rowAt(carrying, 0).get('上月结转')?.value).toBe(-5);
  });

  it('follows another edition’s items and titles', () => {
    const items = record.scheme.items.filter(({ item }) => item !== 'taskReward');
    const renamed = items.map((item) => (item.item === 'patrolSubsidy' ? { ...item, title: '走访津贴' } : item));
    const other = sheetNamed(book({ ...record, scheme: { ...record.scheme, items: renamed } }), '发放表');
    expect(headings(other)).toContain('走访津贴');
    expect(headings(other)).not.toContain('巡查补贴');
    expect(headings(other)).not.toContain('应办派单');
  });

  it('says in words what the figures cannot: flags that hold, and people out of service', () => {
    const forfeited = record.subjects[0] as SubjectRecord;
    const figures = { ...forfeited.figures, forfeited: { type: 'flag', value: true, sources: [] } as const };
    const changed = sheetNamed(book(withSubject(record, 0, { figures })), '发放表');
    expect(rowAt(changed, 0).get('备注')).toEqual({ value: '巡查补贴取消', style: 'bad' });
    expect(rowAt(changed, 1).get('备注')?.value).toBeNull();
    expect(rowAt(changed, 4).get('备注')?.value).toBe('本月不在岗');
  });

  it('leaves who and when blank unless told', () => {
    expect(sheet.footer.at(-1)).toEqual(['制表：', '审核：', '审批：', '日期：　　　年　　月　　日']);
    const named = payWorkbook(record, { preparedBy: '张三', preparedOn: '2021-08-03' });
    const line = sheetNamed(named, '发放表').footer.at(-1);
    expect(line).toEqual(['制表：张三', '审核：', '审批：', '日期：2021年8月3日']);
  });

  it('names the office, else the issuer of the scheme', () => {
    expect(sheet.title).toBe('2021年7月 专职网格员工资发放表');
    expect(sheet.subtitle).toEqual([[`单位：${record.scheme.document.issuer}`, '单位：元']]);
    const own = sheetNamed(book({ ...record, office: '某某街道' }), '发放表');
    expect(own.subtitle[0]?.[0]).toBe('单位：某某街道');
  });

  it('links each number to the person’s first day', () => {
    const days = sheetNamed(book(record), '巡查明细');
    sheet.rows.forEach((row) => {
      const { value, link } = cellOf(row[1] ?? null);
      const at = link?.row ?? -1;
      expect(valuesOf(days.rows[at])[0]).toBe(value);
      expect(valuesOf(days.rows[at - 1])[0]).not.toBe(value);
    });
  });

  it('has a Chinese title for each figure of the edition', () => {
    const shown = record.scheme.items.flatMap(({ shows }) => shows);
    expect(shown.filter((figure) => figureTitle({ figures: {} }, figure) === figure)).toEqual([]);
  });

  it('stands without anybody', () => {
    const nobody = book({ ...record, subjects: [] });
    expect(sheetNamed(nobody, '发放表').rows).toEqual([]);
    expect(sheetNamed(nobody, '发放表').footer[0]?.map(plainOf)[0]).toBe('合计（大写）：人民币零元整');
  });
});

describe('明细', () => {
  const record = monthRecord(5);
  const target = (result: 'met' | 'missed' | 'noData' | 'notDue', value: string | null, owed: string | null) => ({
    result,
    value,
    owed,
    reached: value,
    over: null,
  });
  const judged: DayVerdict = {
    date: record.calendar.workdays[0] as DayVerdict['date'],
    recorded: true,
    unmet: true,
    follows: false,
    targets: [
      { figure: 'onlineRate', ...target('met', '39/40', '4/5') },
      { figure: 'onlineTime', ...target('missed', '14399', '14400') },
      { figure: 'mileage', ...target('missed', '2999', '3000') },
      { figure: 'keyPersonVisits', ...target('noData', null, '1') },
      { figure: 'keyPlaceVisits', result: 'notDue', value: '2', owed: null, reached: null, over: null },
    ],
    sources: [{ type: 'rows', table: 0, rows: [12, 15], field: null }],
  };
  const evidence = (days: readonly DayVerdict[]) => ({ ...(record.subjects[0] as SubjectRecord).evidence, days });

  it('shows each target in human units and never rounds up to what was missed', () => {
    const row = rowAt(sheetNamed(book(withSubject(record, 0, { evidence: evidence([judged]) })), '巡查明细'), 0);
    expect(Object.fromEntries(row)).toEqual({
      工号: { value: 'YH0001', link: { sheet: '发放表', row: 0 } },
      姓名: { value: '赵建' },
      日期: { value: '2021-07-01' },
      星期: { value: '周四' },
      在线率: { value: 0.975, kind: 'rate', decimals: 1 },
      在线时长: { value: 14_399 / 86_400, kind: 'duration', style: 'bad' },
      巡查里程: { value: 2.999, kind: 'kilometres', decimals: 3, style: 'bad' },
      重点人员走访: { value: '无数据', style: 'warn', kind: 'number' },
      重点场所走访: { value: 2, kind: 'integer', style: 'muted' },
      结论: { value: '未达标', style: 'bad', kind: 'number', formula: expect.anything() },
      计未达标: { value: 1, formula: expect.anything() },
      连续: { value: 1, formula: expect.anything() },
      未达标情况: {
        value: '在线时长 3:59:59（应 4:00:00）；巡查里程 2.999 km（应 3.00 km）；重点人员走访 无数据',
      },
      '来源（文件!工作表!行）': { value: '2021-07/平安系统_巡查统计_202107.xlsx!巡查统计!12、15' },
    });
  });

  it.each([
    ['1', '100%'],
    ['79999/100000', '79.999%'],
    ['2399999999/3000000000', '79.99999997%'],
    ['2/3', '66.6667%'],
  ])('a rate of %s is %s', (value, shown) => {
    const day = { ...judged, targets: [{ figure: 'onlineRate' as const, ...target('missed', value, '4/5') }] };
    const sheet = sheetNamed(book(withSubject(record, 0, { evidence: evidence([day]) })), '巡查明细');
    expect(shownText(rowAt(sheet, 0).get('在线率') ?? null, 'number')).toBe(shown);
  });

  it('tells a day without a record from one that falls short', () => {
    const targets = judged.targets.map(({ figure }) => ({ figure, ...target('noData', null, '1') }));
    const empty = { ...judged, recorded: false, targets, sources: [] };
    const row = rowAt(sheetNamed(book(withSubject(record, 0, { evidence: evidence([empty]) })), '巡查明细'), 0);
    expect(row.get('结论')).toMatchObject({ value: '无数据', style: 'warn' });
    expect(row.get('未达标情况')?.value).toBe('当日无巡查记录');
  });

  it('has one row for each day, report, task and meeting', () => {
    const workbook = book(record);
    const all = record.subjects.map((subject) => subject.evidence);
    const count = (name: string) => sheetNamed(workbook, name).rows.length;
    expect(count('巡查明细')).toBe(all.flatMap(({ days }) => days).length);
    expect(count('信息明细')).toBe(all.flatMap(({ reports }) => reports).length);
    expect(count('任务明细')).toBe(all.flatMap(({ tasks }) => tasks).length);
    expect(count('例会明细')).toBe(all.flatMap(({ meetings }) => meetings).length);
  });

  it('says which absence is deducted', () => {
    const row = rowAt(sheetNamed(book(record), '例会明细'), 6);
    expect([...row.values()].map(({ value }) => value)).toEqual([
      ...['YH0004', '李建国', '2021-07-09', '周五', '网格员例会', '缺席', '无故缺席'],
      '2021-07/例会签到.xlsx!签到!5',
    ]);
  });
});

describe('the other sheets', () => {
  const record = monthRecord(5);
  const workbook = book(record);

  it('stand in the order of spec 10', () => {
    expect(workbook.sheets.map(({ name }) => name).join(' ')).toBe(
      '发放表 工资条 巡查明细 信息明细 任务明细 例会明细 以奖代补 问题清单 异常线索 核对 规则依据 解释口径 数据来源',
    );
  });

  it('以奖代补 lists the others with their own item', () => {
    const sheet = sheetNamed(workbook, '以奖代补');
    expect(headings(sheet).join(' ')).toBe('序号 工号 姓名 角色 网格 有效信息 以奖代补 增减项 应发合计 备注 签名');
    expect(valuesOf(sheet.rows[1]).slice(0, 9)).toEqual([
      ...[2, 'JZ0002', '蒋建', '兼职网格员', '330683001002'],
      ...[1, 5, 0, 5],
    ]);
  });

  it('规则依据 tells the text from a reading and from the office’s own', () => {
    const own = { approver: '李主任', reason: '党工委会议纪要〔2021〕8号' };
    const parameters = record.scheme.parameters.map((one, at) =>
      at === 1 ? { ...one, value: '30', basis: own } : one,
    );
    const sheet = sheetNamed(book({ ...record, scheme: { ...record.scheme, parameters } }), '规则依据');
    expect(valuesOf(sheet.rows[0])).toEqual([
      1,
      '巡查补贴标准',
      800,
      '元/月',
      '三（六）1',
      '文件规定',
      '“补助800元/月”',
      // No amount of this made month has lines.
      null,
    ]);
    expect(valuesOf(sheet.rows[1]).slice(2)).toEqual([
      ...[30, '元/天', null, '单位设定'],
      ...['党工委会议纪要〔2021〕8号（批准人：李主任）', null],
    ]);
    const at = parameters.findIndex(({ title }) => title === '目标.在线率.标准');
    const reading = cellOf(sheet.rows[at]?.[6] ?? null);
    expect(valuesOf(sheet.rows[at]).slice(1, 6)).toEqual(['目标.在线率.标准', 80, '%', '三（六）1', '街道自定']);
    expect(valuesOf(sheet.rows[at]).at(-1)).toBe('目标_在线率_标准');
    expect(reading.link).toEqual({ sheet: '解释口径', row: 4 });
    expect(valuesOf(sheetNamed(workbook, '解释口径').rows[4])[0]).toBe('K5');
  });

  it('数据来源 has the hash of each file and the books of each table', () => {
    const sheet = sheetNamed(workbook, '数据来源');
    expect(valuesOf(sheet.rows[0])).toEqual([
      ...['2021-07/平安系统_巡查统计_202107.xlsx', '巡查', '巡查统计', 995, 991, 3],
      ...['合计行 1；完全相同的行 2', 1, 40_960, '0f'.repeat(32)],
    ]);
    expect(valuesOf(sheet.rows.at(-1)).slice(0, 2)).toEqual([
      '花名册.xlsx',
      '没有采用的表；本单位的设置、口径、日历见规则依据、解释口径',
    ]);
  });

  it('问题清单 lists every problem, or says that there is none', () => {
    expect(valuesOf(sheetNamed(workbook, '问题清单').rows[0]).slice(0, 2)).toEqual([1, '警告']);
    expect(sheetNamed(book({ ...record, issues: [] }), '问题清单').footer).toEqual([['本月没有问题。']]);
  });
});
