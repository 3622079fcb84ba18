/** The sample office as plain tables: what its clean files say, without how they spell it. */
import { openBook } from '../../src/files/open.ts';
import type { Cell, Row, Sheet } from '../../src/files/sheet.ts';
import type { KindSpec } from '../../src/intake/kind.ts';
import { KINDS } from '../../src/intake/kinds/index.ts';
import { parseYearMonth } from '../../src/model/civil.ts';
import type { MemoryFile } from '../memory-workspace.ts';
import { isDateField } from './matrices.ts';
import type { PlainRow, PlainTable, Value, ValueType } from './model.ts';

const TYPES: Readonly<Record<string, ValueType>> = {
  person: 'code',
  name: 'name',
  idNumber: 'longCode',
  phone: 'longCode',
  bankAccount: 'longCode',
  id: 'code',
  grid: 'codes',
  date: 'date',
  from: 'date',
  to: 'date',
  hired: 'date',
  left: 'date',
  at: 'moment',
  dispatched: 'moment',
  due: 'moment',
  done: 'moment',
  onlineRate: 'rate',
  accuracy: 'rate',
  keyPersonKnowledge: 'rate',
  familiarity: 'rate',
  satisfaction: 'rate',
  onlineTime: 'duration',
  mileage: 'distance',
  keyPersonVisits: 'count',
  keyPlaceVisits: 'count',
  households: 'count',
  population: 'count',
  patrolQuality: 'mark',
  amount: 'money',
  party: 'yesNo',
  missed: 'yesNo',
  knowsDutyList: 'yesNo',
  effective: 'effective',
  verdict: 'effective',
  review: 'effective',
  role: 'word',
  type: 'word',
  kind: 'word',
  part: 'word',
  incident: 'word',
  attendance: 'word',
  duty: 'word',
  state: 'word',
};

export function typeOf(kind: string, field: string): ValueType {
  if (isDateField(field)) return 'attendance';
  return kind === 'specialDuties' && field === 'done' ? 'yesNo' : (TYPES[field] ?? 'text');
}

const rawOf = (cell: Cell): string => {
  if (cell.kind === 'text') return cell.text.trim();
  if (cell.kind === 'number') return cell.raw;
  throw new Error(`the clean office has no cell of kind ${cell.kind}`);
};

const two = (n: number): string => String(n).padStart(2, '0');

function dateText(cell: Cell): string {
  if (cell.kind === 'number') {
    const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(Number(cell.raw) * 1440) * 60_000).toISOString();
    return Number.isInteger(Number(cell.raw)) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  }
  const match = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?(?: (\d{2}:\d{2}))?$/.exec(rawOf(cell));
  if (!match) throw new Error(`no date of the clean office: ${rawOf(cell)}`);
  const [, year, month, day, clock] = match;
  return [`${year}-${two(Number(month))}-${two(Number(day))}`, ...(clock ? [clock] : [])].join(' ');
}

const amount = (cell: Cell): number => Number.parseFloat(rawOf(cell));

/** Minutes: a time cell, a number under 分钟, or `4小时30分`. */
function minutesOf(cell: Cell): number {
  if (cell.kind === 'number') return Math.round(cell.format === 'time' ? amount(cell) * 1440 : amount(cell));
  const [hours = 0, minutes = 0] = (rawOf(cell).match(/\d+/g) ?? []).map(Number);
  return hours * 60 + minutes;
}

const YES = new Set(['是', '√', '有效', '通过', '掌握']);

function plainValue(type: ValueType, cell: Cell, unit: string | null): Value {
  switch (type) {
    case 'date':
      return dateText(cell).slice(0, 10);
    case 'moment':
      return dateText(cell);
    case 'rate':
      return cell.kind === 'number' ? Math.round(amount(cell) * 100) : amount(cell);
    case 'duration':
      return minutesOf(cell);
    case 'distance':
      return unit === '米' ? amount(cell) : Math.round(amount(cell) * 1000);
    case 'money':
      return Math.round(amount(cell) * 100);
    case 'count':
    case 'mark':
      return amount(cell);
    case 'yesNo':
      return YES.has(rawOf(cell));
    case 'effective':
      return rawOf(cell) === '待审核' ? 'pending' : YES.has(rawOf(cell)) ? 'yes' : 'no';
    case 'codes':
      return rawOf(cell).replaceAll('，', '、');
    default:
      return rawOf(cell);
  }
}

async function rowsOf(sheet: Sheet): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of sheet.rows) rows.push(...batch);
  return rows;
}

interface PlainColumn {
  readonly column: number;
  readonly field: string;
  readonly unit: string | null;
}

/** The kind that knows every heading, and what each is. */
function columnsOf(headings: readonly (readonly [column: number, heading: string])[]): [KindSpec, PlainColumn[]] {
  for (const spec of KINDS) {
    const columns = headings.flatMap(([column, heading]): PlainColumn[] => {
      const [name, unit = null] = heading.replace('）', '').split('（');
      const found = Object.entries(spec.fields).find(([, aliases]) => aliases.includes(name as string));
      return found ? [{ column, field: found[0], unit }] : [];
    });
    const has = (field: string): boolean => columns.some((one) => one.field === field);
    if (columns.length === headings.length && spec.recognisedBy.some((group) => group.every(has)))
      return [spec, columns];
  }
  throw new Error(`no kind knows ${headings.map(([, heading]) => heading).join(' ')}`);
}

/** `9月23日` */
function dateOfHeading(heading: string, year: string): string | null {
  const match = /^(\d+)月(\d+)日$/.exec(heading);
  return match && `${year}-${two(Number(match[1]))}-${two(Number(match[2]))}`;
}

async function plainTable(sheet: Sheet, folder: PlainTable['folder']): Promise<PlainTable> {
  const [head, ...body] = await rowsOf(sheet);
  const headings = (head as Row).cells.map((cell) => [cell.column, rawOf(cell)] as const);
  const dates = headings.flatMap(([column, heading]) => {
    const date = dateOfHeading(heading, folder.slice(0, 4));
    return date === null ? [] : [{ column, date }];
  });
  const dated = new Set(dates.map(({ column }) => column));
  const [spec, columns] = columnsOf(headings.filter(([column]) => !dated.has(column)));
  const kind = dates.length > 0 ? 'meetings' : spec.kind;
  const rows = body.flatMap((row): PlainRow[] => {
    const at = new Map(row.cells.filter((cell) => rawOf(cell) !== '').map((cell) => [cell.column, cell]));
    const plain = Object.fromEntries(
      columns.map(({ column, field, unit }) => {
        const cell = at.get(column);
        return [field, cell ? plainValue(typeOf(kind, field), cell, unit) : null];
      }),
    );
    if (dates.length === 0) return [plain];
    return dates.map(({ date, column }) => ({ ...plain, date, attendance: rawOf(at.get(column) as Cell) }));
  });
  const fields = columns.map(({ field }) => field);
  return { kind, folder, fields: dates.length > 0 ? [...fields, 'date', 'attendance'] : fields, rows };
}

/** Every table of the clean office, the wide 例会 as a list. */
export async function plainOffice(files: readonly MemoryFile[]): Promise<readonly PlainTable[]> {
  const tables: PlainTable[] = [];
  for (const { path, bytes } of files) {
    const book = await openBook(bytes as Uint8Array, path);
    const folder = path.includes('/') ? parseYearMonth(path.split('/')[0] as string) : '';
    for (const sheet of book.sheets) tables.push(await plainTable(sheet, folder ?? ''));
  }
  return tables;
}
