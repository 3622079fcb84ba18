/** The clean office with its results, and what a style's results differ from. */
import type { YearMonth } from '../../src/model/civil.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import { type MemoryFile, memoryWorkspace } from '../memory-workspace.ts';
import { MONTHS, type PlainTable } from './model.ts';
import { plainOffice } from './office.ts';
import { withLetters } from './people.ts';
import { firstDifference, type MonthResults, officeTablesOf, outcomeOf } from './results.ts';
import type { Style } from './style.ts';

export interface CleanOffice {
  readonly files: readonly MemoryFile[];
  readonly tables: readonly PlainTable[];
  readonly results: ReadonlyMap<YearMonth, MonthResults>;
  /** By month, oldest first. */
  readonly records: readonly MonthRecord[];
}

/** What was asked before 0.4.0 of such forms, and of a hidden table of the month, which styles put in on purpose. */
const ALWAYS_ASKED: ReadonlySet<string> = new Set([
  'equalRows',
  'columnUnknown',
  'absentFromMeetingList',
  'hiddenTableLeftOut',
  'kindUnsaid',
]);
/** A mess in form may be worth a question; a clerk would not answer many. */
const MOST_NEW_QUESTIONS = 1;

export async function cleanOffice(files: readonly MemoryFile[]): Promise<CleanOffice> {
  const workspace = memoryWorkspace(files);
  const own = await officeTablesOf(workspace);
  const results = new Map<YearMonth, MonthResults>();
  const records: MonthRecord[] = [];
  for (const month of MONTHS) {
    const outcome = await outcomeOf(workspace, own, month, records);
    if ('errors' in outcome) throw new Error(outcome.errors.join('\n'));
    results.set(month, outcome.results);
    records.push(outcome.record);
  }
  return { files, tables: await plainOffice(files), results, records };
}

/** The clean files that a style leaves as they are, and its own. */
function filesOf(clean: CleanOffice, { months, root, files }: Style): MemoryFile[] {
  const replaced = (path: string): boolean => (path.includes('/') ? months.some((one) => path.startsWith(one)) : root);
  return [...clean.files.filter(({ path }) => !replaced(path)), ...files];
}

/** Kinds of question that the clean month was not asked. */
function newQuestions(record: MonthRecord, clean: MonthRecord | undefined): readonly string[] {
  const warned = ({ issues }: MonthRecord): readonly string[] =>
    issues.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
  const known = new Set([...ALWAYS_ASKED, ...(clean ? warned(clean) : [])]);
  return [...new Set(warned(record))].filter((code) => !known.has(code));
}

/** Null when the style's results are those of the clean office, else the first difference. */
export async function differenceOf(clean: CleanOffice, style: Style): Promise<string | null> {
  const workspace = memoryWorkspace(filesOf(clean, style));
  const own = await officeTablesOf(workspace);
  const history = style.months.length > 1 ? [] : clean.records.slice(0, MONTHS.indexOf(style.months[0] as YearMonth));
  for (const month of style.months) {
    const outcome = await outcomeOf(workspace, own, month, history);
    if ('errors' in outcome) return [`${month} has errors`, ...outcome.errors].join('\n  ');
    const results = style.renumbered ? withLetters(outcome.results) : outcome.results;
    const difference = firstDifference(clean.results.get(month), results);
    if (difference !== null) return `${month}${difference}`;
    const asked = newQuestions(outcome.record, clean.records[MONTHS.indexOf(month)]);
    if (asked.length > MOST_NEW_QUESTIONS) return `${month} is asked ${asked.join()}`;
    history.push(outcome.record);
  }
  return null;
}
