// 设置.xlsx as an office gets it: nothing is set in it yet.
import type { Scheme } from '../../../scheme/scheme.ts';
import type { WorkbookModel } from '../../workbook/model.ts';
import { calendarSheet, notUsedSheet, ownHeadingsSheet, targetsSheet, wordingsSheet } from './further.ts';
import { settingsSheet } from './parameters.ts';
import { readingsSheet } from './readings.ts';

export const settingsWorkbook = (scheme: Scheme, officeName: string): WorkbookModel => ({
  title: '设置',
  isInput: true,
  sheets: [
    settingsSheet(scheme, officeName),
    readingsSheet(scheme),
    calendarSheet(),
    ownHeadingsSheet(),
    notUsedSheet(),
    wordingsSheet(),
    targetsSheet(),
  ],
});
