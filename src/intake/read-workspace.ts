// The office's own tables in the workspace's root (工作区的设置、口径确认、日历); what they mean is checked elsewhere.
import type { TableKind } from '../model/terms.ts';
import { VALUE_RULES_NOW, type ValueRules } from '../model/value-rules.ts';
import type { Place, Problem } from '../problems/problem.ts';
import { type Answers, AnswersInForce, NO_ANSWERS, readWordings } from './answers.ts';
import { NO_OWN_HEADINGS, type OwnHeadings, readOwnHeadings } from './header/own-headings.ts';
import type { CalendarDayDraft } from './kinds/calendar-days.ts';
import type { ConfirmationDraft } from './kinds/confirmations.ts';
import type { Drafts } from './kinds/drafts.ts';
import type { QuantifiedTargetDraft } from './kinds/quantified-targets.ts';
import type { SettingDraft } from './kinds/settings.ts';
import type { WordingDraft } from './kinds/wordings.ts';
import { isOfficeKind } from './office-kinds.ts';
import { orderProblems } from './problem-order.ts';
import { type InputFile, readFile, sortedFiles } from './read-files.ts';
import { accountOf, type SheetAccount, type SheetReading } from './reading.ts';
import { columnsOf, fieldPlace, type ParsedTable, tablesOf } from './table.ts';

/** Where a row stands: the place of its value, and the columns of its other fields. */
interface Placed {
  readonly place: Place;
  readonly columns: Readonly<Record<string, number>>;
}
export interface SettingRow extends SettingDraft, Placed {}
export interface ConfirmationRow extends ConfirmationDraft, Placed {}
export interface QuantifiedTargetRow extends QuantifiedTargetDraft, Placed {}
interface CalendarDayRow extends CalendarDayDraft, Placed {}

export interface WorkspaceTables {
  readonly settings: SettingRow[];
  readonly confirmations: ConfirmationRow[];
  readonly calendarDays: CalendarDayRow[];
  readonly quantifiedTargets: QuantifiedTargetRow[];
  readonly ownHeadings: OwnHeadings;
  /** 不用 and 用词. */
  readonly answers: Answers;
  readonly wordings: readonly WordingDraft[];
  readonly sheets: readonly SheetAccount[];
  readonly problems: Problem[];
}

const takes = (kind: TableKind): 'read' | 'skip' | 'leaveOut' => {
  if (isOfficeKind(kind)) return 'read';
  return kind === 'roster' || kind === 'grids' || kind === 'noRecords' ? 'skip' : 'leaveOut';
};

interface Pass {
  readonly tables: ParsedTable[];
  readonly problems: Problem[];
  readonly readings: SheetReading[];
}

async function pass(
  files: readonly InputFile[],
  ownHeadings: OwnHeadings,
  given: Answers,
  valueRules: ValueRules,
): Promise<Pass> {
  const tables: ParsedTable[] = [];
  const problems: Problem[] = [];
  const readings: SheetReading[] = [];
  const answers = new AnswersInForce(given, null, []);
  const within = { side: 'root', period: null, asOf: null, valueRules, idDigits: null, answers } as const;
  for (const file of files) {
    await readFile(file, { ...within, takes, ownHeadings, problems, tables, readings, unread: [] });
  }
  // A sheet that no kind took is told of by the month.
  return {
    tables,
    problems: problems.filter(({ code }) => valueRules === 1 || code !== 'sheetNotRecognised'),
    readings,
  };
}

/** Rows without problems, in file order, and the problems of the root's files (花名册 and 网格 are read by readMonth). */
export async function readWorkspaceTables(
  root: readonly InputFile[],
  valueRules: ValueRules = VALUE_RULES_NOW,
): Promise<WorkspaceTables> {
  const files = sortedFiles(root);
  const first = await pass(files, NO_OWN_HEADINGS, NO_ANSWERS, valueRules);
  const own = readOwnHeadings(placedRows(tablesOf(first.tables, 'ownHeadings'), 'heading'), valueRules);
  const { words, problems: ofWords } = readWordings(placedRows(tablesOf(first.tables, 'wordings'), 'word'), valueRules);
  const answers: Answers = { notUsed: placedRows(tablesOf(first.tables, 'notUsed'), 'file'), words };
  // With headings and answers of its own, the office's files are recognised otherwise.
  const isPlain = own.headings.size === 0 && answers.notUsed.length === 0;
  const { tables, problems, readings } = isPlain ? first : await pass(files, own.headings, answers, valueRules);
  for (const { entries, ledger } of tables) {
    for (const { row, value } of entries) ledger.settle(row, value === null ? 'error' : 'used');
  }
  const found = tables.flatMap((table) => [...table.problems, ...table.entries.flatMap((entry) => entry.problems)]);
  return {
    settings: placedRows(tablesOf(tables, 'settings'), 'value'),
    confirmations: placedRows(tablesOf(tables, 'confirmations'), 'choice'),
    calendarDays: placedRows(tablesOf(tables, 'calendarDays'), 'date'),
    quantifiedTargets: placedRows(tablesOf(tables, 'quantifiedTargets'), 'standard'),
    ownHeadings: own.headings,
    answers,
    wordings: placedRows(tablesOf(tables, 'wordings'), 'word'),
    sheets: readings.map((reading) => accountOf(reading, () => 'read')),
    problems: orderProblems([...problems, ...found, ...own.problems, ...ofWords]),
  };
}

function placedRows<K extends TableKind>(tables: readonly ParsedTable<K>[], field: string): (Drafts[K] & Placed)[] {
  return tables.flatMap((typed) => {
    const table = typed as ParsedTable;
    const columns = columnsOf(table);
    return typed.entries.flatMap(({ row, value }) =>
      value === null ? [] : [{ ...value, place: fieldPlace(table, row, field), columns }],
    );
  });
}
