// 覆盖 as the last table of a screen.
import type { CoverageRecord } from '../model/record.ts';
import { COVERAGE_HEADINGS, coverageRows } from '../views/coverage.ts';
import { tableText } from '../writers/terminal.ts';

const NUMBERS = [1, 2, 3, 4, 5];

export const coverageText = (coverage: readonly CoverageRecord[]): string =>
  tableText(COVERAGE_HEADINGS, coverageRows(coverage), NUMBERS);
