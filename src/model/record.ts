// The month record (results.json): everything a month decided, in one versioned document. Pay sheets, rankings,
// explanations, later months and audits read this, never a workbook.
import type { CivilDate, Moment, Quarter, YearMonth } from './civil.ts';
import type { Assessment, Basis, DayRule, DayVerdict, Decision, Figures, Note } from './decision.ts';
import type { GridId, LeaveAhead, PersonId } from './facts.ts';
import type { Fen } from './money.ts';
import type { Origin, Source, TableInfo } from './source.ts';
import type { About, Attendance, Clue, IneligibleReason, Role, TableKind, TaskType } from './terms.ts';

export const RECORD_SCHEMA = 'record/3';

export interface MonthRecord {
  readonly schema: typeof RECORD_SCHEMA;
  readonly program: string;
  readonly period: YearMonth;
  readonly office: string | null;
  /** Seal of the record of the month before that this one was made from; null when there was none. */
  readonly previous: string | null;
  readonly scheme: SchemeRecord;
  readonly calendar: {
    readonly source: string;
    readonly workdays: readonly CivilDate[];
    readonly overrides: readonly CivilDate[];
  };
  readonly inputs: readonly InputRecord[];
  readonly tables: readonly TableInfo[];
  /** Full-time members first, each group by id. */
  readonly subjects: readonly SubjectRecord[];
  /** 测评 in force: the latest row of the quarter up to the month, by person. */
  readonly survey: readonly SurveyRecord[];
  /** By id; none where the edition has no item about grids. */
  readonly grids: readonly GridRecord[];
  /** The quarter's ranking, in the record of its last month; null when a month of the quarter is not to be had. */
  readonly ranking: RankingRecord | null;
  /** Somebody failed this month and the assessed month before is not to be had. */
  readonly cardsIncomplete: boolean;
  /** 暂缓发放 that nothing was paid for yet, of this month and before; left out where there is none. */
  readonly withheld?: readonly WithheldRecord[];
  /** Sheets and columns that the office has said are of no use (不用), by the headings they had; left out where there is none. */
  readonly answered?: readonly AnsweredRecord[];
  /** What the office has said of words of its exports (用词); left out where there is none. */
  readonly wordings?: readonly WordingRecord[];
  /** Leave that later months count too; left out where there is none. */
  readonly leaveAhead?: readonly LeaveAhead[];
  /** What was read of each kind of table; records before 0.4.0 have none. */
  readonly coverage?: readonly CoverageRecord[];
  readonly issues: readonly IssueRecord[];
  /** 异常线索, for a person to look at: they change nothing. By kind, first person and day. */
  readonly clues: readonly ClueRecord[];
  /** SHA-256 of the record's own text without it. */
  readonly seal: string;
}

/** The scheme as it was applied: enough to print 规则依据 and 解释口径 without the edition's file. */
export interface SchemeRecord {
  readonly id: string;
  readonly sha256: string;
  readonly title: string;
  readonly document: { readonly title: string; readonly issuer: string; readonly date: string };
  readonly items: readonly ItemRecord[];
  readonly parameters: readonly ParameterRecord[];
  readonly interpretations: readonly InterpretationRecord[];
  /** Lists for the office to look at; those that the edition has. */
  readonly lists: ListsRecord;
  /** Titles of the edition's own figures. */
  readonly figures: Readonly<Record<string, string>>;
}

interface ListsRecord {
  readonly removals?: { readonly items: readonly string[]; readonly clause: string; readonly quote: string };
  readonly candidates?: { readonly stars: number; readonly clause: string; readonly quote: string };
}

export interface ItemRecord {
  readonly item: string;
  readonly title: string;
  readonly clause: string;
  readonly for: readonly About[];
  readonly pays: boolean;
  /** By what it judges single days; null where it judges none. The days of the evidence are its own. */
  readonly judgesDays: DayRule | null;
  /** It shows cards: there is a list of warnings. */
  readonly givesCards: boolean;
  readonly shows: readonly string[];
}

export interface ParameterRecord {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly value: string;
  readonly basis: Basis;
}

export interface InterpretationRecord {
  readonly number: string;
  readonly question: string;
  readonly clause: string | null;
  /** The label of the reading taken (甲 as shipped); null for an office's own combination. */
  readonly taken: string | null;
  readonly reading: string;
  readonly others: readonly { readonly label: string; readonly reading: string }[];
  /** Who confirmed it; null while nobody has. */
  readonly confirmed: {
    readonly from: YearMonth | null;
    readonly approver: string | null;
    readonly reason: string | null;
  } | null;
}

export interface InputRecord {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What a person was not paid in a month. */
export interface WithheldRecord {
  readonly id: PersonId;
  readonly name: string;
  readonly period: YearMonth;
  readonly amount: Fen;
  /** Rows in error were left out: it may be another amount. */
  readonly isUncertain: boolean;
}

/** One person in one role; a person whose role changed in the month stands twice. */
export interface SubjectRecord {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly grids: readonly GridId[];
  /** In service in this role on any day of the month. */
  readonly served: boolean;
  readonly figures: Figures;
  /** The edition's items, then adjustments and carriedIn. */
  readonly decisions: readonly Decision[];
  /** Of the items that pay nothing, in the edition's order. */
  readonly notes: readonly Note[];
  /** Of the items that assess, in the edition's order. */
  readonly assessments: readonly Assessment[];
  /** max(0, Σ decisions). */
  readonly total: Fen;
  /** 结转追扣: min(0, Σ decisions). */
  readonly carriedOut: Fen;
  /** The last characters of the 银行账号, so that next month can tell another one; the account itself is never kept. */
  readonly accountEnding: string | null;
  /** Pay is withheld and rows in error were left out: amounts and verdicts are of the others. Left out where not so. */
  readonly isUncertain?: true;
  /** Out of service by the month's end, with a carry-over to be got back; records before 0.4.0 never say so. */
  readonly owesAsLeaver?: true;
  readonly evidence: Evidence;
}

export const SURVEY_RATES = ['accuracy', 'keyPersonKnowledge', 'familiarity', 'satisfaction'] as const;
export type SurveyRate = (typeof SURVEY_RATES)[number];

/** A row of 测评 and the month in whose folder it stands. Rates of 1, exact text; null is an empty cell. */
export interface SurveyRecord extends Readonly<Record<SurveyRate, string | null>> {
  readonly person: PersonId;
  readonly period: YearMonth;
}

/** A grid and its team in the month. */
export interface GridRecord {
  readonly id: GridId;
  readonly name: string | null;
  readonly village: string | null;
  /** In the order of the roles, then by id; a person in two roles stands twice. */
  readonly team: readonly TeamMember[];
  readonly figures: Figures;
  readonly assessments: readonly Assessment[];
}

export interface TeamMember {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly partyMember: boolean;
  /** Days of the month on which the grid was held in the role. */
  readonly days: readonly CivilDate[];
  readonly origins: readonly Origin[];
}

export interface Evidence {
  readonly days: readonly DayVerdict[];
  readonly reports: readonly ReportEvidence[];
  readonly tasks: readonly TaskEvidence[];
  readonly meetings: readonly MeetingEvidence[];
}

export interface ReportEvidence {
  readonly id: string;
  readonly at: Moment;
  readonly category: string | null;
  readonly grid: GridId | null;
  readonly status: 'effective' | 'pending' | 'ineffective';
  readonly origin: Origin;
}

export interface TaskEvidence {
  readonly id: string;
  readonly type: TaskType;
  readonly dispatched: Moment | null;
  readonly due: Moment | null;
  readonly done: Moment | null;
  readonly result: 'done' | 'late' | 'open' | 'withdrawn';
  readonly origin: Origin;
}

export interface MeetingEvidence {
  readonly date: CivilDate;
  readonly meeting: string | null;
  readonly attendance: Attendance;
  /** Absent without leave: deducted. */
  readonly deducted: boolean;
  readonly origin: Origin;
}

export interface RankingRecord {
  /** The item that ranks. */
  readonly item: string;
  readonly quarter: Quarter;
  readonly months: readonly YearMonth[];
  /** The month whose pay holds the rewards (K19), by the rule in force when they were ranked. */
  readonly paidIn: YearMonth;
  readonly dimensions: readonly DimensionRecord[];
  readonly ties: readonly { readonly figure: string; readonly title: string; readonly better: 'fewer' | 'more' }[];
  /** By rank, then id. */
  readonly ranked: readonly RankedRecord[];
  readonly ineligible: readonly { readonly id: PersonId; readonly name: string; readonly reason: IneligibleReason }[];
}

/** 0-100: the sum of its parts, each points × of ÷ per, of figures summed over the quarter. */
export interface DimensionRecord {
  readonly key: string;
  readonly title: string;
  readonly weight: string;
  /** The parameter that holds the weight. */
  readonly parameter: string;
  readonly parts: readonly {
    readonly points: number;
    readonly of: string;
    readonly per: string;
    /** of ÷ per counts as 1 at the most. */
    readonly capped: boolean;
  }[];
}

export interface RankedRecord {
  readonly id: PersonId;
  readonly name: string;
  readonly rank: number;
  readonly stars: number;
  readonly reward: Fen;
  /** Exact text, rounded half up to two decimals. */
  readonly composite: string;
  /** One per dimension; a null score is left out of the composite. Exact text throughout. */
  readonly dimensions: readonly {
    readonly score: string | null;
    readonly parts: readonly { readonly of: string; readonly per: string }[];
  }[];
  /** One per tie rule, summed over the quarter. */
  readonly ties: readonly string[];
}

/** A row of 不用 that was asked for. */
export interface AnsweredRecord {
  /** As written in the row. */
  readonly file: string;
  readonly sheet: string | null;
  readonly column: string | null;
  readonly from: YearMonth | null;
  readonly reason: string;
  readonly approver: string;
  /** 1-based. */
  readonly row: number;
  /** Of the file that it answered for, with * for digits. */
  readonly path: string;
  /** Of the sheet; empty for a column. */
  readonly headings: string;
}

/** A row of 用词. */
export interface WordingRecord {
  /** The Chinese name of the table's kind, and the heading as written. */
  readonly table: string;
  readonly column: string;
  readonly word: string;
  readonly meaning: string;
  readonly approver: string;
}

/** One kind of table in a month: how much of it there was, and of whom and when. */
export interface CoverageRecord {
  readonly table: TableKind;
  readonly files: number;
  readonly read: number;
  readonly used: number;
  readonly leftOut: number;
  readonly wrong: number;
  /** Full-time members with a record, of those in service that are due one. */
  readonly people: number;
  readonly of: number;
  /** Of the records used. */
  readonly first: CivilDate | null;
  readonly last: CivilDate | null;
  /** Assessable days of somebody's on which nobody has a record. */
  readonly missing: readonly CivilDate[];
}

/** A problem in words, as every output lists it; `column` is a letter. */
export interface IssueRecord {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
  readonly remedy: string;
  /** What it may cost in its month, at most; left out where that cannot be told. */
  readonly stake?: { readonly people: number; readonly amount: Fen | null };
}

/** Something a person should look at, with its figures in a sentence and the cells it was seen in. */
export interface ClueRecord {
  readonly clue: Clue;
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  /** Chinese. */
  readonly text: string;
  readonly sources: readonly Source[];
}
