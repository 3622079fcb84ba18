// `pay --json` (spec 9): the named fields of the edition's items, in their order, for each person.
import type { Figure } from '../../model/decision.ts';
import { parseFraction, plainText } from '../../model/fraction.ts';
import { addFen, type Fen, fen, yuanNumber } from '../../model/money.ts';
import type { ItemRecord, MonthRecord, SubjectRecord } from '../../model/record.ts';
import type { Role } from '../../model/terms.ts';
import { dutyDocuments, gridDocuments, scoreDocuments } from './assessments.ts';

type Json = string | number | boolean | readonly string[];
type Fields = Record<string, Json>;

const figureValue = (figure: Figure | undefined): Json => {
  if (figure === undefined) throw new RangeError('a shown figure is missing');
  const value = figure.type === 'number' ? parseFraction(figure.value) : null;
  const text = value && plainText(value);
  return text === null || text.includes('/') ? figure.value : Number(text);
};

const amountOf = (subject: SubjectRecord, item: string): Fen =>
  subject.decisions.find((decision) => decision.item === item)?.amount ?? fen(0);

/** Items that concern a role, in the edition's order. */
const itemsFor = (record: MonthRecord, role: Role): readonly ItemRecord[] =>
  record.scheme.items.filter((item) => item.for.includes(role));

const shown = (subject: SubjectRecord, items: readonly ItemRecord[]): Fields =>
  Object.fromEntries(items.flatMap(({ shows }) => shows).map((key) => [key, figureValue(subject.figures[key])]));

/** `withheld` only where somebody's pay is. */
const besideItems = (subjects: readonly SubjectRecord[]): readonly string[] => [
  'adjustments',
  'carriedIn',
  ...(subjects.some(({ decisions }) => decisions.some(({ item }) => item === 'withheld')) ? ['withheld'] : []),
];

function worker(record: MonthRecord, subject: SubjectRecord): Fields {
  const fields: Fields = { id: subject.id, name: subject.name, grids: subject.grids };
  for (const item of itemsFor(record, subject.role)) {
    Object.assign(fields, shown(subject, [item]));
    if (item.pays) fields[item.item] = yuanNumber(amountOf(subject, item.item));
  }
  for (const item of besideItems([subject])) fields[item] = yuanNumber(amountOf(subject, item));
  return { ...fields, carriedOut: yuanNumber(subject.carriedOut), total: yuanNumber(subject.total) };
}

function reward(record: MonthRecord, subject: SubjectRecord): Fields {
  const items = itemsFor(record, subject.role);
  return {
    id: subject.id,
    name: subject.name,
    role: subject.role,
    ...shown(subject, items),
    amount: yuanNumber(addFen(...items.map(({ item }) => amountOf(subject, item)))),
    adjustments: yuanNumber(amountOf(subject, 'adjustments')),
    total: yuanNumber(subject.total),
  };
}

/** Sum of each money field over the workers. */
function totalsOf(record: MonthRecord, workers: readonly SubjectRecord[]): Fields {
  const items = itemsFor(record, 'fullTime').filter(({ pays }) => pays);
  const sumOf = (amount: (subject: SubjectRecord) => Fen) => yuanNumber(addFen(...workers.map(amount)));
  return {
    people: workers.length,
    ...Object.fromEntries(
      [...items.map(({ item }) => item), ...besideItems(workers)].map((item) => [
        item,
        sumOf((subject) => amountOf(subject, item)),
      ]),
    ),
    carriedOut: sumOf(({ carriedOut }) => carriedOut),
    total: sumOf(({ total }) => total),
  };
}

export const PAY_SCHEMA = 'pay/1';

export function payDocument(record: MonthRecord) {
  const workers = record.subjects.filter(({ role }) => role === 'fullTime');
  const others = record.subjects.filter(({ role }) => role !== 'fullTime').sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    scheme: { id: record.scheme.id, sha256: record.scheme.sha256 },
    workers: workers.map((subject) => worker(record, subject)),
    informationRewards: others.map((subject) => reward(record, subject)),
    totals: totalsOf(record, workers),
    scores: scoreDocuments(record),
    grids: gridDocuments(record),
    duties: dutyDocuments(record),
    coverage: record.coverage ?? [],
  };
}
