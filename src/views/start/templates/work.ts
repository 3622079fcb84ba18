// 巡查, 信息, 派单, 例会: the work of a month, row by row.
import { meetings as meetingsKind } from '../../../intake/kinds/meetings.ts';
import { patrol as patrolKind } from '../../../intake/kinds/patrol.ts';
import { reports as reportsKind } from '../../../intake/kinds/reports.ts';
import { tasks as tasksKind, USUAL_STATES } from '../../../intake/kinds/tasks.ts';
import { EFFECTIVENESS_WORDS } from '../../../intake/values/booleans.ts';
import { ATTENDANCE, INCIDENTS, TASK_TYPES } from '../../../model/terms.ts';
import {
  countEntry,
  dateEntry,
  measureEntry,
  momentEntry,
  rateEntry,
  serialOf,
  textEntry,
  wordEntry,
} from '../input-column.ts';
import { grid, name, person, remark } from './common.ts';
import { column, template } from './template.ts';

const [HOURS_OF_DAY, KILOMETRES_OF_DAY] = [24, 120];

export const patrol = template(patrolKind, '每人每天的在线率、在线时长、里程和走访', [
  column('date', dateEntry, { required: true, note: '一人一天一行，如 2021-07-01。', example: serialOf('2021-07-05') }),
  person,
  name,
  column('onlineRate', rateEntry, { note: '百分数，如 97%。', example: 0.97 }),
  column('onlineTime', measureEntry(HOURS_OF_DAY), {
    unit: '小时',
    note: '如 4.5，或 4:30。空着算当天没有数据。',
    example: 4.5,
  }),
  column('mileage', measureEntry(KILOMETRES_OF_DAY), {
    unit: '公里',
    note: '如 3.2。空着算当天没有数据。',
    example: 3.2,
  }),
  column('keyPersonVisits', countEntry, { note: '次数，整数。空着算当天没有数据。', example: 2 }),
  column('keyPlaceVisits', countEntry, { note: '次数，整数。空着算当天没有数据。', example: 1 }),
]);

export const reports = template(reportsKind, '上报的信息，一条一行，是否有效', [
  column('id', textEntry(10, 18), { required: true, note: '每条一个，不重复；按文本填。', example: 'X20210705001' }),
  person,
  name,
  column('at', momentEntry, {
    required: true,
    note: '如 2021-07-05 09:30；只写日期也可以。',
    example: serialOf('2021-07-05', 9.5),
  }),
  column('category', wordEntry(INCIDENTS, true), {
    note: '可自己写；涉及下拉列表中几类的请照选，漏报要和它核对。',
    example: '安全隐患',
  }),
  grid,
  column('effective', wordEntry(EFFECTIVENESS_WORDS), {
    required: true,
    note: '从下拉列表选择；待审核的暂不算有效。',
    example: '有效',
  }),
  column('text', textEntry(16, 40), { note: '信息的内容。', example: '巷口井盖松动，已联系维修' }),
]);

export const tasks = template(tasksKind, '派给网格员的事件、任务，何时截止、何时完成', [
  column('id', textEntry(10, 18), { required: true, note: '每件一个，不重复；按文本填。', example: 'P20210701001' }),
  column('type', wordEntry(Object.values(TASK_TYPES)), {
    required: true,
    note: '从下拉列表选择。',
    example: TASK_TYPES.task,
  }),
  person,
  name,
  column('dispatched', momentEntry, { note: '派单时间和截止时间至少填一个。', example: serialOf('2021-07-01', 9) }),
  column('due', momentEntry, {
    note: '如 2021-07-10 或 2021-07-10 17:00；算在截止时间所在的月份。',
    example: serialOf('2021-07-10', 17),
  }),
  column('done', momentEntry, { note: '没有完成的空着。', example: serialOf('2021-07-08', 14) }),
  column('state', wordEntry(USUAL_STATES, true), { note: '退回、撤销、转派的不计。', example: '已办结' }),
]);

export const meetings = template(meetingsKind, '例会签到，一人一次一行', [
  column('date', dateEntry, { required: true, note: '开会的日期，如 2021-07-05。', example: serialOf('2021-07-05') }),
  person,
  name,
  column('meeting', textEntry(10, 20), { note: '同一天开几个会的必须填写。', example: '网格例会' }),
  column('attendance', wordEntry(Object.values(ATTENDANCE)), {
    required: true,
    note: '从下拉列表选择；写“请假”的不扣款，请假的起止另在请假表中登记。',
    example: ATTENDANCE.present,
  }),
  remark,
]);
