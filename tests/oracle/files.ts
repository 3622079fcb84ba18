/** Prints an office as the CSV files of a workspace, in the many spellings an importer has to read. */
import type { GridRow, MonthData, Office, RosterRow, SurveyRow } from './office.ts';
import { Chance } from './prng.ts';

export interface OfficeFile {
  path: string;
  text: string;
}

interface Column<T> {
  headers: string[];
  cell: (row: T) => string;
}

export function officeFiles(office: Office, seed: number): OfficeFile[] {
  const files: OfficeFile[] = [];
  // Each file has chances of its own, so that one table does not change how another is printed.
  let count = 0;
  // A folder is also read with the next month's roster: a 姓名 alone has to be unique on every one of them.
  const people = [office.roster, ...office.months.map((data) => data.roster ?? [])].flat();
  const printer = (period: string | null) => {
    count += 1;
    return new Printer(new Chance(seed * 1009 + count), period, people);
  };
  files.push({ path: '花名册.csv', text: printer(null).roster(office.roster) });
  for (const data of office.months) {
    const add = (name: string, text: string) => files.push({ path: `${data.month}/${name}.csv`, text });
    const print = () => printer(data.month);
    if (data.roster !== undefined) add('花名册', print().roster(data.roster));
    add('巡查', print().patrol(data));
    add('信息', print().reports(data));
    add('派单', print().tasks(data));
    add('例会', print().meetings(data));
    if (data.leave.length > 0) add('请假', print().leave(data));
    if (data.excused.length > 0) add('免考', print().excused(data));
    if (data.missedIncidents.length > 0) add('漏报', print().missedIncidents(data));
    if (data.specialDuties.length > 0) add('专项', print().specialDuties(data));
    if (data.scores.length > 0) add('评分', print().scores(data));
    if (data.adjustments.length > 0) add('增减项', print().adjustments(data));
    if (data.survey !== undefined && data.survey.length > 0) add('测评', print().survey(data.survey));
  }
  // Last, so that the other files are printed as they are without it.
  if (office.grids !== undefined && office.grids.length > 0) {
    files.push({ path: '网格.csv', text: printer(null).grids(office.grids) });
  }
  return files;
}

class Printer {
  constructor(
    private readonly chance: Chance,
    private readonly period: string | null,
    private readonly people: RosterRow[],
  ) {}

  // ------------------------------------------------------------ tables

  roster(rows: RosterRow[]): string {
    const { chance } = this;
    const columns: Column<RosterRow>[] = [
      { headers: ['工号', '人员编号', '编号'], cell: (row) => row.id },
      { headers: ['姓名'], cell: (row) => row.name },
      { headers: ['角色', '岗位', '人员类别'], cell: (row) => row.role },
      {
        headers: ['网格编号', '所属网格编号'],
        cell: (row) => row.grids.join(chance.pick(['、', '，', ',', '；', ';', ' '])),
      },
      { headers: ['党员', '是否党员'], cell: (row) => (row.party === null ? '' : this.yesNo(row.party)) },
      { headers: ['入职日期', '上岗日期'], cell: (row) => this.optionalDate(row.hired) },
      { headers: ['离职日期'], cell: (row) => this.optionalDate(row.left) },
    ];
    if (rows.some((row) => row.from !== null || row.to !== null)) {
      columns.push({ headers: ['任职开始'], cell: (row) => this.optionalDate(row.from) });
      columns.push({ headers: ['任职结束'], cell: (row) => this.optionalDate(row.to) });
    }
    if (chance.is(0.5)) columns.push({ headers: ['村社', '村（社区）', '行政村'], cell: () => '下南田村' });
    return this.table(columns, rows);
  }

  patrol(data: MonthData): string {
    const { chance } = this;
    const rows = data.patrol;
    const mileageHeaders = ['巡查里程', '在岗轨迹', '轨迹里程'];
    const metres = (value: number): string => (chance.is(0.5) ? `${decimalText(value, 3)}公里` : `${value}米`);
    let distance: Column<MonthData['patrol'][number]> = {
      headers: mileageHeaders,
      cell: (row) => (row.metres === null ? '' : metres(row.metres)),
    };
    const unit = chance.next();
    if (unit < 0.2) {
      distance = {
        headers: mileageHeaders.map((header) => `${header}（米）`),
        cell: (row) => (row.metres === null ? '' : String(row.metres)),
      };
    } else if (unit < 0.4) {
      distance = {
        headers: mileageHeaders.map((header) => `${header}（公里）`),
        cell: (row) => (row.metres === null ? '' : decimalText(row.metres, 3)),
      };
    }
    const columns: Column<MonthData['patrol'][number]>[] = [
      { headers: ['日期', '巡查日期'], cell: (row) => this.date(row.date) },
      ...this.person(rows, ['工号'], ['姓名']),
      { headers: ['在线时长'], cell: (row) => (row.onlineSeconds === null ? '' : this.duration(row.onlineSeconds)) },
      distance,
      { headers: ['重点人员走访', '重点人员走访数'], cell: (row) => optionalNumber(row.keyPersons) },
      { headers: ['重点场所走访', '重点场所走访数'], cell: (row) => optionalNumber(row.keyPlaces) },
    ];
    if (rows.some((row) => row.onlineRate !== null)) {
      columns.push({ headers: ['在线率'], cell: (row) => (row.onlineRate === null ? '' : `${row.onlineRate}%`) });
    }
    return this.table(columns, rows);
  }

  reports(data: MonthData): string {
    const { chance } = this;
    const rows = data.reports;
    return this.table(
      [
        { headers: ['编号', '信息编号', '事件编号'], cell: (row) => row.number },
        ...this.person(rows, ['工号', '上报人工号'], ['姓名', '上报人']),
        { headers: ['上报时间', '上报日期'], cell: (row) => this.moment(row.time) },
        { headers: ['类别', '信息类别'], cell: (row) => row.category },
        { headers: ['网格编号'], cell: (row) => row.grid ?? '' },
        {
          headers: ['是否有效', '有效', '审核结果'],
          cell: (row) => {
            if (row.valid === 'pending') return '待审核';
            return row.valid
              ? chance.pick(['有效', '通过', this.yesNo(true)])
              : chance.pick(['无效', '不通过', this.yesNo(false)]);
          },
        },
        { headers: ['内容', '信息内容'], cell: (row) => `发现情况，${row.number}号` },
      ],
      rows,
    );
  }

  tasks(data: MonthData): string {
    const rows = data.tasks;
    return this.table(
      [
        { headers: ['编号', '任务编号'], cell: (row) => row.number },
        { headers: ['类型', '任务类型'], cell: (row) => row.type },
        ...this.person(rows, ['工号', '承办人工号'], ['姓名']),
        { headers: ['派单时间', '派发日期'], cell: (row) => this.moment(row.dispatched) },
        { headers: ['截止时间', '办理时限'], cell: (row) => (row.due === null ? '' : this.moment(row.due)) },
        { headers: ['完成时间', '办结时间'], cell: (row) => (row.done === null ? '' : this.moment(row.done)) },
        { headers: ['状态'], cell: (row) => row.status },
      ],
      rows,
    );
  }

  meetings(data: MonthData): string {
    const rows = data.meetings;
    const dates = [...new Set(rows.map((row) => row.date))].sort();
    const ids = [...new Set(rows.map((row) => row.id))];
    const isFull = rows.length > 0 && rows.length === dates.length * ids.length;
    const isOneADay = new Set(rows.map((row) => `${row.date} ${row.id}`)).size === rows.length;
    if (isFull && isOneADay && rows.every((row) => row.name === null) && this.chance.is(0.5)) {
      // The wide form: one row a person, one column a date.
      const wide = ids.map((id) => ({ id }));
      const columns: Column<{ id: string }>[] = this.person(wide, ['工号'], ['姓名']);
      for (const date of dates) {
        columns.push({
          headers: [date, this.date(date)],
          cell: (row) => rows.find((other) => other.id === row.id && other.date === date)?.attendance ?? '',
        });
      }
      return this.table(columns, wide, false);
    }
    const columns: Column<MonthData['meetings'][number]>[] = [
      { headers: ['日期', '会议日期'], cell: (row) => this.date(row.date) },
      ...this.person(rows, ['工号'], ['姓名']),
      { headers: ['签到', '签到情况'], cell: (row) => row.attendance },
    ];
    if (rows.some((row) => row.name !== null)) {
      columns.push({ headers: ['会议名称'], cell: (row) => row.name ?? '' });
    }
    return this.table(columns, rows);
  }

  leave(data: MonthData): string {
    const rows = data.leave;
    const columns: Column<MonthData['leave'][number]>[] = [
      ...this.person(rows, ['工号'], ['姓名']),
      { headers: ['开始日期'], cell: (row) => this.date(row.from) },
      { headers: ['结束日期'], cell: (row) => this.date(row.to) },
      { headers: ['类型', '请假类型'], cell: (row) => row.kind },
    ];
    if (rows.some((row) => row.half !== null && row.half !== '全天')) {
      columns.push({ headers: ['时段'], cell: (row) => row.half ?? '' });
    }
    return this.table(columns, rows);
  }

  excused(data: MonthData): string {
    const rows = data.excused;
    const isDaily = rows.every((row) => row.from === row.to);
    const columns: Column<MonthData['excused'][number]>[] = [
      { headers: ['工号'], cell: (row) => row.id ?? '' },
      { headers: ['原因'], cell: (row) => row.reason },
    ];
    if (isDaily && this.chance.is(0.7)) {
      columns.push({ headers: ['日期'], cell: (row) => this.date(row.from) });
    } else {
      columns.push({ headers: ['开始日期'], cell: (row) => this.date(row.from) });
      columns.push({ headers: ['结束日期'], cell: (row) => this.date(row.to) });
    }
    return this.table(columns, rows);
  }

  missedIncidents(data: MonthData): string {
    const { chance } = this;
    return this.table(
      [
        { headers: ['发现日期', '日期'], cell: (row) => this.date(row.date) },
        { headers: ['网格编号'], cell: (row) => row.grid },
        { headers: ['类型'], cell: (row) => row.kind },
        {
          headers: ['是否漏报', '认定结果'],
          cell: (row) =>
            row.missed
              ? chance.pick(['漏报', '是', this.yesNo(true)])
              : chance.pick(['未漏报', '否', this.yesNo(false)]),
        },
        { headers: ['说明'], cell: (row) => row.note },
      ],
      data.missedIncidents,
    );
  }

  specialDuties(data: MonthData): string {
    const rows = data.specialDuties;
    return this.table(
      [
        ...this.person(rows, ['工号'], ['姓名']),
        { headers: ['职责'], cell: (row) => row.duty },
        { headers: ['完成', '是否完成'], cell: (row) => (row.done === null ? '' : this.yesNo(row.done)) },
      ],
      rows,
    );
  }

  scores(data: MonthData): string {
    const { chance } = this;
    const rows = data.scores;
    return this.table(
      [
        ...this.person(rows, ['工号'], ['姓名']),
        { headers: ['巡查质量', '巡查质量评分'], cell: (row) => row.patrolQuality ?? '' },
        {
          headers: ['清单掌握', '履职清单掌握'],
          cell: (row) => {
            if (row.dutyKnown === null) return '';
            return chance.pick([row.dutyKnown ? '掌握' : '未掌握', this.yesNo(row.dutyKnown)]);
          },
        },
      ],
      rows,
    );
  }

  adjustments(data: MonthData): string {
    const rows = data.adjustments;
    return this.table(
      [
        ...this.person(rows, ['工号'], ['姓名']),
        { headers: ['项目'], cell: (row) => row.item },
        { headers: ['金额'], cell: (row) => row.amount },
        { headers: ['原因'], cell: (row) => row.reason },
        { headers: ['批准人'], cell: (row) => row.approver },
      ],
      rows,
    );
  }

  survey(rows: SurveyRow[]): string {
    const { chance } = this;
    const figures: { header: string; of: (row: SurveyRow) => string | null }[] = [
      { header: '信息采集准确率', of: (row) => row.accuracy },
      { header: '重点人员掌握率', of: (row) => row.keyPersonKnowledge },
      { header: '熟悉率', of: (row) => row.familiarity },
      { header: '满意率', of: (row) => row.satisfaction },
    ];
    // A column without a figure is left out or stands there empty.
    const filled = figures.filter((figure) => rows.some((row) => figure.of(row) !== null) || chance.is(0.5));
    const percent = (value: string | null) => (value === null ? '' : `${value}%`);
    return this.table(
      [
        ...this.person(rows, ['工号'], ['姓名']),
        ...(filled.length === 0 ? figures : filled).map(({ header, of }) => ({
          headers: [header],
          cell: (row: SurveyRow) => percent(of(row)),
        })),
      ],
      rows,
    );
  }

  grids(rows: GridRow[]): string {
    return this.table(
      [
        { headers: ['网格编号'], cell: (row) => row.id },
        { headers: ['网格名称'], cell: (row) => row.name },
      ],
      rows,
    );
  }

  // ------------------------------------------------------------ cells

  /** By 工号 and 姓名, by 工号, by a 姓名 only one person bears, or now one and now the other. */
  private person<T extends { id: string }>(rows: T[], idHeaders: string[], nameHeaders: string[]): Column<T>[] {
    const { chance } = this;
    const name = (id: string) => this.people.find((row) => row.id === id)?.name ?? '';
    const isUnique = (id: string) =>
      new Set(this.people.filter((row) => row.name === name(id)).map((row) => row.id)).size === 1;
    // Spaces inside a name and full-width digits are the same text.
    const spelledName = (id: string) => {
      const text = name(id);
      if (!chance.is(0.05)) return text;
      return text.length === 2 ? [...text].join(chance.pick(['　', ' '])) : ` ${text}`;
    };
    const spelledId = (id: string) => (chance.is(0.03) ? fullWidth(id) : id);
    const ids: Column<T> = { headers: idHeaders, cell: (row) => spelledId(row.id) };
    const names: Column<T> = { headers: nameHeaders, cell: (row) => spelledName(row.id) };
    switch (chance.int(0, 4)) {
      case 0:
        return [ids];
      case 1:
        return rows.every((row) => isUnique(row.id)) ? [names] : [ids, names];
      case 2:
        return [
          { headers: idHeaders, cell: (row) => (isUnique(row.id) && chance.is(0.4) ? '' : spelledId(row.id)) },
          names,
        ];
      default:
        return [ids, names];
    }
  }

  private yesNo(value: boolean): string {
    return value
      ? this.chance.pick(['是', '√', '✓', '有', 'Y', '1', 'TRUE'])
      : this.chance.pick(['否', '×', '无', 'N', '0', 'FALSE']);
  }

  private optionalDate(value: string | null): string {
    return value === null ? '' : this.date(value);
  }

  private date(value: string): string {
    const [year, month, day] = value.split('-') as [string, string, string];
    const spellings = [value, value, `${year}.${Number(month)}.${Number(day)}`, `${year}${month}${day}`];
    spellings.push(`${year}/${Number(month)}/${Number(day)}`, `${year}年${Number(month)}月${Number(day)}日`);
    if (this.period !== null && value.startsWith(this.period)) spellings.push(`${Number(month)}月${Number(day)}日`);
    return this.chance.pick(spellings);
  }

  private moment(value: string): string {
    const [day, time] = value.split(' ') as [string, string | undefined];
    if (time === undefined) return this.date(day);
    const [year, month, date] = day.split('-') as [string, string, string];
    return this.chance.pick([
      value,
      value,
      `${value}:00`,
      `${year}/${Number(month)}/${Number(date)} ${time.replace(/^0(\d)/, '$1')}`,
      `${year}.${Number(month)}.${Number(date)} ${time}`,
      `${year}年${Number(month)}月${Number(date)}日 ${time}`,
      `${year}${month}${date} ${time}`,
    ]);
  }

  private duration(seconds: number): string {
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    const rest = seconds % 60;
    const two = (value: number) => String(value).padStart(2, '0');
    const spellings = [`${hours}:${two(minutes)}:${two(rest)}`];
    if (rest === 0) {
      spellings.push(`${hours}:${two(minutes)}`, `${seconds / 60}分钟`);
      if (minutes > 0) spellings.push(`${hours}小时${minutes}分`);
    }
    // Tenths of an hour are whole seconds.
    if (seconds % 360 === 0) spellings.push(`${decimalText(seconds / 360, 1)}小时`);
    return this.chance.pick(spellings);
  }

  // ------------------------------------------------------------ the file

  private table<T>(columns: Column<T>[], rows: T[], shuffleColumns = true): string {
    const { chance } = this;
    const ordered = shuffleColumns ? chance.shuffle(columns) : columns;
    const header = ordered.map((column) => chance.pick(column.headers));
    const printed = new Map<string, string>();
    const lines = rows.map((row) => {
      // Rows that are alike are printed alike.
      const key = JSON.stringify(row);
      const line = printed.get(key) ?? csvLine(ordered.map((column) => column.cell(row)));
      printed.set(key, line);
      return line;
    });
    const end = chance.pick(['\n', '\r\n']);
    const mark = chance.is(0.3) ? '\ufeff' : '';
    return `${mark}${[csvLine(header), ...chance.shuffle(lines)].join(end)}${end}`;
  }
}

function csvLine(cells: string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** A whole number of units, printed as a decimal fraction: 3001 with three places is `3.001`. */
function decimalText(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, '0');
  const whole = digits.slice(0, -places);
  const rest = digits.slice(-places).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

function optionalNumber(value: number | null): string {
  return value === null ? '' : String(value);
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
