/** Tables as matrices: one row a person (and figure), one column a date. */
import type { Dice } from './dice.ts';
import { type MessCell, numberCell, type PlainRow, type PlainTable, textCell, type Value } from './model.ts';

/** The field of a date's column. */
const FIELD_PREFIX = '@';
export const isDateField = (field: string): boolean => field.startsWith(FIELD_PREFIX);
const dateField = (date: string): string => `${FIELD_PREFIX}${date}`;

/** Each person's rows by date; null for a person with two rows on one day. */
function byPersonAndDate(rows: readonly PlainRow[]): Map<Value, Map<string, PlainRow> | null> {
  const people = new Map<Value, Map<string, PlainRow> | null>();
  for (const row of rows) {
    const person = row.person ?? null;
    const days = people.get(person);
    const date = String(row.date);
    if (days === undefined) people.set(person, new Map([[date, row]]));
    else if (days?.has(date)) people.set(person, null);
    else days?.set(date, row);
  }
  return people;
}

const withoutEmpty = (tables: readonly PlainTable[]): PlainTable[] => tables.filter(({ rows }) => rows.length > 0);

/**
 * The people with a mark for every meeting as a matrix, the rows of the others as a list: an empty cell of a matrix is an
 * error while the person is employed (spec 3).
 */
export function meetingMatrix(table: PlainTable): PlainTable[] {
  const dates = [...new Set(table.rows.map(({ date }) => String(date)))].sort();
  const rows: PlainRow[] = [];
  const rest: PlainRow[] = [];
  for (const days of byPersonAndDate(table.rows).values()) {
    const [first] = days?.values() ?? [];
    if (!days || !first || days.size < dates.length) rest.push(...(days?.values() ?? []));
    else
      rows.push({
        ...first,
        ...Object.fromEntries(dates.map((date) => [dateField(date), days.get(date)?.attendance ?? null])),
      });
  }
  const fields = table.fields.filter((field) => field !== 'date' && field !== 'attendance');
  return withoutEmpty([
    { ...table, fields: [...fields, ...dates.map(dateField)], rows },
    { ...table, rows: rest },
  ]);
}

/** The field that says which figure a row of a matrix holds. */
export const FIGURE = 'figure';
const FIGURES = ['onlineRate', 'onlineTime', 'mileage', 'keyPersonVisits', 'keyPlaceVisits'];

const daysOf = (month: string): string[] =>
  Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`).filter(
    (day) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day,
  );

/** One row a person and figure, one column a day of the month; null where somebody has two rows on one day. */
export function patrolMatrix(table: PlainTable): PlainTable | null {
  const dates = daysOf(table.folder);
  const people = byPersonAndDate(table.rows);
  if ([...people.values()].includes(null)) return null;
  const rows = [...people.values()].flatMap((days) => {
    const [first] = days?.values() ?? [];
    if (!days || !first) return [];
    return FIGURES.map((figure): PlainRow => {
      const figures = dates.map((date) => [dateField(date), days.get(date)?.[figure] ?? null] as const);
      return { ...first, [FIGURE]: figure, ...Object.fromEntries(figures) };
    });
  });
  const fields = table.fields.filter((field) => field !== 'date' && !FIGURES.includes(field));
  return { ...table, fields: [...fields, FIGURE, ...dates.map(dateField)], rows };
}

const FORMS = {
  '9月9日': 3,
  '2021-09-09': 2,
  '2021/9/9': 1,
  '9月9日例会': 1,
  '9月9日签到': 1,
  'date cell': 2,
} as const;
const DAY_FORMS = { '9月9日': 2, '2021-09-09': 1, 'date cell': 2, '9日': 3, '9': 2 } as const;

export type DateHeading = (field: string) => MessCell;

/** How the date columns of one table are headed; those of whole months may bear the day alone. */
export function dateHeadings(kind: PlainTable['kind'], typed: boolean, dice: Dice): DateHeading {
  const forms: Readonly<Record<string, number>> = kind === 'patrol' ? DAY_FORMS : FORMS;
  const form = dice.draw('matrix headings', typed ? forms : { ...forms, 'date cell': 0 });
  return (field) => {
    const day = field.slice(FIELD_PREFIX.length);
    const [year, month, date] = day.split('-').map(Number);
    switch (form) {
      case '2021-09-09':
        return textCell(day);
      case '2021/9/9':
        return textCell(`${year}/${month}/${date}`);
      case '9日':
        return textCell(`${date}日`);
      case '9':
        return numberCell(date as number);
      case 'date cell':
        return { kind: 'date', day, minutes: null, format: 'm"月"d"日"' };
      default:
        return textCell(form.replace('9月9日', `${month}月${date}日`));
    }
  };
}
