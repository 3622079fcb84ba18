// The schema of `alert --json`.
import * as z from 'zod';
import { ALERT_SCHEMA } from '../documents/alert.ts';
import { card, count, date, failure, month, person, success } from './common.ts';

const ofDays = (about: string) => count.nullable().describe(`${about}；方案不逐日考核的为 null`);

export const alertBody = z.strictObject({
  asOf: date.describe('截止日期：其后的记录不看'),
  workdaysLeft: count.describe('截止日期以后本月还有几个工作日'),
  workers: z
    .array(
      z.strictObject({
        ...person,
        grids: z.array(z.string()).describe('网格编号'),
        assessableDays: count.describe('全月的考核日（已登记的请假、免考除外）'),
        assessableDaysLeft: count.describe('其中截止日期以后的'),
        unmetDays: ofDays('截至该日的未达标日'),
        noDataDays: ofDays('未达标日中没有巡查记录的，可能尚未导出'),
        unmetRun: ofDays('到最近一个考核日为止连续未达标几天'),
        daysToForfeit: count
          .nullable()
          .describe('最少再有几天未达标就取消补贴，0 为已经取消；可以多于余下的考核日；不会取消的为 null'),
        forfeited: z.boolean().describe('补贴已经取消'),
        cardIfForfeited: card.nullable().describe('补贴取消后应得的牌；不发牌的为 null'),
        effectiveReports: count.describe('截至该日的有效信息'),
        reportBase: count.nullable().describe('全月的信息基数，按出勤份额折算；方案没有的为 null'),
        reportsShort: count.nullable().describe('还差几条；方案没有基数的为 null'),
        meetingAbsences: count.describe('截至该日无故缺席的例会'),
      }),
    )
    .describe('当月在职的专职网格员，按工号'),
});

export const id = ALERT_SCHEMA;
export const schema = z.union([success(id, month, alertBody), failure(id, month)]);
