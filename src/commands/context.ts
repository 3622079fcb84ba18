// What every command is given, and how it ends.
import type { CivilDate } from '../model/civil.ts';
import type { Progress } from '../writers/progress.ts';
import type { Screen } from '../writers/terminal.ts';

/** Exit codes (spec 9). */
export const EXIT = { done: 0, dataErrors: 1, usage: 2, differences: 3, store: 4, defect: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Wrong usage (exit 2); the message is Chinese. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** `7月`: whoever knows the workspace can tell which year is meant. */
export class MonthWithoutYear extends UsageError {
  readonly month: number;
  constructor(text: string, month: number) {
    super(`“${text}”没有写年份，请写成 2021-07 这样的四位年和两位月`);
    this.month = month;
  }
}

export interface GlobalOptions {
  readonly dir: string;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Every problem on its own. */
  readonly verbose: boolean;
  readonly strict: boolean;
  /** Edition files that stand for the shipped editions. */
  readonly scheme: readonly string[];
}

/** The streams and options of a run; nothing else reaches the outside. */
export interface Context extends GlobalOptions, Screen {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** One line from whoever runs the program; empty where nobody answers. */
  readonly ask: (question: string) => Promise<string>;
  readonly progress: Progress;
  /** Lines that a screen has. */
  readonly rows: number;
}

/** `--by` and `--date`: 制表人 and 制表日期; null stays a blank line. No output reads the clock. */
export interface Signature {
  readonly preparedBy: string | null;
  readonly preparedOn: CivilDate | null;
}
