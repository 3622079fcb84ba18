// Where outputs go (spec 3): the month's or quarter's own 输出 folder.
import type { Quarter, YearMonth } from '../model/civil.ts';
import { OUTPUT_FOLDER } from '../store/workspace.ts';

export const outputPath = (period: YearMonth | Quarter, name: string): string =>
  `${period}/${OUTPUT_FOLDER}/${period}-${name}.xlsx`;

export const recordPath = (period: YearMonth | Quarter): string => `${period}/${OUTPUT_FOLDER}/results.json`;
