// The columns of whatever an office decides: from when, by which decision, approved by whom.
import type { Column } from '../../workbook/model.ts';
import { monthEntry, textEntry } from '../input-column.ts';

export const DECIDED: readonly Column[] = [
  {
    heading: '起始月',
    ...monthEntry,
    note: '从哪个月起，如 2021-07；空着表示从方案施行起。以后再改，在表的下面另写一行，写明新的起始月。',
  },
  { heading: '决定', ...textEntry(12, 24), note: '依据的会议或文件，如 会议纪要3号；会印在发放表上。' },
  { heading: '批准人', ...textEntry(8, 12), note: '谁批准的；会印在发放表上。' },
];

export const UNDECIDED = DECIDED.map(() => null);
