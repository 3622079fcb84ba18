// What an archive (归档) says of itself: manifest.json, one versioned document (spec 11).
import type { CivilDate, YearMonth } from './civil.ts';
import type { PersonId } from './facts.ts';
import type { IssueRecord } from './record.ts';

export const ARCHIVE_SCHEMA = 'archive/1';

/** What somebody answers for, in own words. */
export interface Statement {
  readonly reason: string;
  readonly by: string;
  readonly date: CivilDate;
}

/** 暂缓发放: what a person is to get is not paid now. */
export interface Hold extends Statement {
  readonly id: PersonId;
}

/** 处理意见: a warning that somebody has looked at. */
export interface Acceptance extends Statement, Omit<IssueRecord, 'severity' | 'remedy' | 'stake'> {}

/** How the outputs were asked for. */
export interface OutputOptions {
  readonly preparedBy: string | null;
  readonly preparedOn: CivilDate | null;
  /** 公示期 */
  readonly objections: { readonly from: CivilDate; readonly to: CivilDate } | null;
  /** The encoding of the bank's list; null: there is none. */
  readonly bank: 'utf8' | 'gb18030' | null;
}

export interface EntryRecord {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** SHA-256 of the entry's bytes as they stand in the zip. */
  readonly packed: string;
}

/** Cells of a sheet → person and item: `{ "D6": ["W001", "patrolSubsidy"] }`. */
type SheetCells = Readonly<Record<string, readonly [id: string, item: string]>>;

export interface Manifest {
  readonly schema: typeof ARCHIVE_SCHEMA;
  readonly program: string;
  readonly period: YearMonth;
  readonly office: string | null;
  /** 1 for the first close of the month, one more after each 作废. */
  readonly revision: number;
  readonly scheme: { readonly id: string; readonly sha256: string };
  /** Seal of the record. */
  readonly seal: string;
  /** 结果校验码 */
  readonly code: string;
  /** The month before in the chain, by the SHA-256 of its manifest; null where the chain begins. */
  readonly previous: { readonly period: YearMonth; readonly manifest: string } | null;
  /** 期初说明 where the chain begins; null elsewhere, and where the scheme itself begins. */
  readonly opening: Statement | null;
  /** The close that this one replaces; its manifest by SHA-256. */
  readonly replaces: (Statement & { readonly manifest: string }) | null;
  readonly options: OutputOptions;
  readonly holds: readonly Hold[];
  readonly accepted: readonly Acceptance[];
  /** Editions in the order of the run: the entry and the name they were given under, null where shipped. */
  readonly editions: readonly { readonly entry: string; readonly file: string | null }[];
  /** Months whose records stand under 前期 as they were closed, and those of which only the figures are kept. */
  readonly history: { readonly whole: readonly YearMonth[]; readonly figures: readonly YearMonth[] };
  /** All but manifest.json and SHA256SUMS, by path. */
  readonly entries: readonly EntryRecord[];
  /** Output → sheet → cells. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, SheetCells>>>>;
}
