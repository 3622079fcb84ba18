// Chinese titles of measured and decided figures, for headings and explanations.
import type { SchemeRecord } from '../model/record.ts';

const TITLES = new Map<string, string>([
  ['assessableDays', '考核日'],
  ['unmetDays', '未达标日'],
  ['noDataDays', '无数据日'],
  ['longestUnmetRun', '最长连续未达标'],
  ['trailingUnmetRun', '月末连续未达标'],
  ['forfeited', '取消'],
  ['share', '出勤份额'],
  ['onlineDays', '有在线时长日'],
  ['trackDays', '时长里程达标日'],
  ['meetingAbsences', '缺席会议'],
  ['meetingLates', '迟到会议'],
  ['timeDays', '在线时长达标日'],
  ['mileageDays', '巡查里程达标日'],
  ['metDays', '达标日'],
  ['meetings', '例会'],
  ['meetingsOnTime', '按时出席例会'],
  ['accuracy', '信息采集准确率'],
  ['keyPersonKnowledge', '重点人员掌握率'],
  ['familiarity', '熟悉率'],
  ['satisfaction', '满意率'],
  ['dutyListKnown', '清单掌握'],
  ['missedListed', '漏报'],
  ['departures', '配备不符'],
  ['reports', '上报信息'],
  ['effectiveReports', '有效信息'],
  ['reportBase', '考核基数'],
  ['informationCancelled', '漏报取消'],
  ['missedIncidents', '漏报'],
  ['tasksAssigned', '应办派单'],
  ['tasksDone', '办结派单'],
  ['tasksOpen', '未办结派单'],
  ['adHocAssigned', '应办临时任务'],
  ['adHocDone', '办结临时任务'],
  ['specialDutiesDone', '完成专项职责'],
  ['qualityMarks', '巡查质量评分合计'],
  ['qualityMarkCount', '巡查质量评分次数'],
  ['failed', '未达到巡查要求'],
  ['consecutiveFailedMonths', '连续未达标月数'],
  ['card', '黄红牌'],
  ['cardIncomplete', '红牌未核对'],
]);

/** The edition's own title, else the program's; a figure without either stands under its key. */
export const figureTitle = ({ figures }: Pick<SchemeRecord, 'figures'>, key: string): string =>
  (Object.hasOwn(figures, key) ? figures[key] : undefined) ?? TITLES.get(key) ?? key;
