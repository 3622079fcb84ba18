// Columns that many templates share.
import { textEntry } from '../input-column.ts';
import { column } from './template.ts';

export const person = column('person', textEntry(8, 14), {
  required: true,
  note: '照花名册填写，按文本填，前面的 0 不会丢。没有工号的可只填姓名，但同名的分不清。',
  example: 'W001',
});

export const name = column('name', textEntry(8, 12), {
  note: '填了就与花名册核对，和工号不一致会指出来。',
  example: '张小网',
});

export const grid = column('grid', textEntry(8, 14), { note: '如 G001，照花名册或网格表填写。', example: 'G001' });

export const remark = column('note', textEntry(12, 30), { note: '不影响计算。', example: null });
