// 请假, 免考, 漏报: days and incidents that change what a month is judged by.
import { excused as excusedKind } from '../../../intake/kinds/excused.ts';
import { leave as leaveKind } from '../../../intake/kinds/leave.ts';
import { missedIncidents as missedIncidentsKind } from '../../../intake/kinds/missed-incidents.ts';
import { ALL_FIGURES, noRecords as noRecordsKind } from '../../../intake/kinds/no-records.ts';
import { YES_OR_NO } from '../../../intake/values/booleans.ts';
import { DAY_PARTS, INCIDENTS, LEAVE_KINDS, PATROL_FIGURES } from '../../../model/terms.ts';
import { dateEntry, serialOf, textEntry, wordEntry } from '../input-column.ts';
import { name, person, remark } from './common.ts';
import { column, template } from './template.ts';

export const leave = template(leaveKind, '请假：从哪天到哪天、哪种假', [
  person,
  name,
  column('from', dateEntry, { required: true, note: '请假的第一天，如 2021-07-05。', example: serialOf('2021-07-05') }),
  column('to', dateEntry, {
    required: true,
    note: '请假的最后一天；请一天的两格相同。',
    example: serialOf('2021-07-06'),
  }),
  column('kind', wordEntry(LEAVE_KINDS), { required: true, note: '从下拉列表选择。', example: '病假' }),
  column('part', wordEntry(Object.values(DAY_PARTS)), {
    note: '从下拉列表选择；空着算全天。',
    example: DAY_PARTS.full,
  }),
  column('reason', textEntry(12, 24), { note: '不影响计算。', example: '感冒' }),
  remark,
]);

export const excused = template(excusedKind, '免考：哪些天不考核巡查，个人或全体', [
  column('from', dateEntry, { required: true, note: '免考的第一天，如 2021-07-05。', example: serialOf('2021-07-26') }),
  column('to', dateEntry, {
    required: true,
    note: '免考的最后一天；只有一天的两格相同。',
    example: serialOf('2021-07-27'),
  }),
  column('person', textEntry(8, 14), { note: '工号和姓名都空着，表示全体。', example: null }),
  column('name', textEntry(8, 12), { note: '工号和姓名都空着，表示全体。', example: null }),
  column('reason', textEntry(12, 24), { required: true, note: '如 台风、系统维护。', example: '台风停工' }),
  remark,
]);

export const missedIncidents = template(missedIncidentsKind, '漏报核查：在哪个网格发现、是否认定漏报', [
  column('date', dateEntry, { required: true, note: '发现的日期，如 2021-07-05。', example: serialOf('2021-07-12') }),
  column('grid', textEntry(10, 14), { required: true, note: '一个网格一行，如 G001。', example: 'G001' }),
  column('incident', wordEntry(INCIDENTS), { required: true, note: '从下拉列表选择。', example: INCIDENTS[0] }),
  column('missed', wordEntry(YES_OR_NO), {
    required: true,
    note: '是：认定漏报；否：已上报或不属漏报。',
    example: '否',
  }),
  column('note', textEntry(16, 40), { note: '认定的理由。', example: '已于 7 月 5 日上报' }),
]);

export const noRecords = template(noRecordsKind, '哪天、谁、哪项确实没有，答复检查的提问', [
  column('date', dateEntry, {
    required: true,
    note: '没有记录的日期，如 2021-07-05。',
    example: serialOf('2021-07-05'),
  }),
  column('person', textEntry(8, 14), { note: '工号和姓名都空着，表示全体。', example: null }),
  column('name', textEntry(8, 12), { note: '工号和姓名都空着，表示全体。', example: null }),
  column('figure', wordEntry([...Object.values(PATROL_FIGURES), ALL_FIGURES]), {
    required: true,
    note: '从下拉列表选择；全部：各项指标都没有记录。',
    example: ALL_FIGURES,
  }),
  column('reason', textEntry(12, 24), { required: true, note: '如 系统停机一天。', example: '系统停机' }),
  column('approver', textEntry(8, 12), { required: true, note: '谁核实的。', example: '李主任' }),
]);
