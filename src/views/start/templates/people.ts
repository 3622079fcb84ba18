// 花名册, 网格: who serves where.
import { grids as gridsKind } from '../../../intake/kinds/grids.ts';
import { roster as rosterKind } from '../../../intake/kinds/roster.ts';
import { YES_OR_NO } from '../../../intake/values/booleans.ts';
import { ROLES } from '../../../model/terms.ts';
import { countEntry, dateEntry, serialOf, textEntry, wordEntry } from '../input-column.ts';
import { column, template } from './template.ts';

export const roster = template(rosterKind, '谁、什么角色、管哪个网格；一人几个职务写几行', [
  column('person', textEntry(8, 14), { required: true, note: '每人一个，不重复；按文本填。', example: 'W001' }),
  column('name', textEntry(8, 12), { required: true, note: '真实姓名。', example: '张小网' }),
  column('role', wordEntry(Object.values(ROLES)), {
    required: true,
    note: '从下拉列表选择。',
    example: ROLES.fullTime,
  }),
  column('grid', textEntry(8, 14), {
    required: true,
    note: '几个网格用顿号分开，如 G001、G002，也可以写几行。',
    example: 'G001',
  }),
  column('gridName', textEntry(8, 16), { note: '网格的名称。', example: '幸福一网格' }),
  column('village', textEntry(8, 16), { note: '所在的村或社区。', example: '幸福社区' }),
  column('party', wordEntry(YES_OR_NO), { note: '是或否；空着算否。', example: '是' }),
  column('hired', dateEntry, {
    note: '如 2021-07-01。空着表示一直在职；月中入职的必须填写。',
    example: serialOf('2021-03-01'),
  }),
  column('left', dateEntry, { note: '离职的必须填写，如 2021-07-31，当日仍在职。', example: null }),
  column('from', dateEntry, { note: '这一行的职务自哪天起；空着表示入职以来。', example: null }),
  column('to', dateEntry, { note: '这一行的职务到哪天止，当日仍任职。', example: null }),
  column('idNumber', textEntry(19, 20), {
    note: '18 位，按文本填；用来在别的表里认人。',
    example: '330000199001010000',
  }),
  column('phone', textEntry(12, 13), { note: '11 位，按文本填；用来在别的表里认人。', example: '13000000000' }),
  column('formerNames', textEntry(8, 12), { note: '别的表里还用旧名的填写，几个用顿号分开。', example: null }),
  column('bankAccount', textEntry(20, 24), {
    note: '生成银行代发清单时才用；按文本填，不要变成 6.2E+18。',
    example: '6200000000000000000',
  }),
  column('bankName', textEntry(10, 18), { note: '生成银行代发清单时才用。', example: '示例银行' }),
]);

export const grids = template(gridsKind, '网格的编号、名称、村社、户数、人口', [
  column('grid', textEntry(10, 14), { required: true, note: '每个网格一行，如 G001。', example: 'G001' }),
  column('gridName', textEntry(12, 20), { note: '网格的名称。', example: '幸福一网格' }),
  column('village', textEntry(12, 20), { note: '所在的村或社区。', example: '幸福社区' }),
  column('households', countEntry, { note: '整数。', example: 320 }),
  column('population', countEntry, { note: '整数。', example: 960 }),
]);
