// 巡查明细: each person's assessable days, each target of the day, met or not.
import type { DayVerdict, TargetVerdict } from '../../../model/decision.ts';
import type { MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { PATROL_FIGURES } from '../../../model/terms.ts';
import { detailSheet, PERSON_COLUMNS, textColumn, wordColumn } from '../columns.ts';
import { type Cell, type CellStyle, type RowLink, type SheetModel, styled } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { patrolValue, rowSourcesText, shortfallText, weekdayText } from '../words.ts';

export const PATROL_SHEET = '巡查明细';

const STYLES: Record<TargetVerdict['result'], CellStyle | null> = {
  met: null,
  missed: 'bad',
  noData: 'warn',
  notDue: 'muted',
};

function targetCell(target: TargetVerdict | undefined): Cell {
  if (target === undefined) return styled('—', 'muted');
  const style = STYLES[target.result];
  const mark = target.result === 'met' ? '√' : '×';
  const none = target.marked ? mark : '无数据';
  const value = target.value === null ? none : patrolValue(target.figure, target.value);
  return style === null ? value : styled(value, style);
}

const verdictCell = ({ recorded, unmet }: DayVerdict): Cell => {
  if (!recorded) return unmet ? styled('无数据', 'warn') : styled('无数据', 'muted');
  return unmet ? styled('未达标', 'bad') : '达标';
};

/** Why a day is unmet. */
export function reasonsOf({ recorded, targets }: DayVerdict): string {
  const failed = targets.filter(({ result }) => result === 'missed' || result === 'noData');
  if (!recorded && failed.every(({ result }) => result === 'noData')) return '当日无巡查记录';
  return failed.map(shortfallText).join('；');
}

export function patrolSheet(record: MonthRecord): SheetModel {
  const people = record.subjects.filter(({ evidence }) => evidence.days.length > 0);
  const figures = [
    ...new Set(
      people.flatMap(({ evidence }) => evidence.days.flatMap(({ targets }) => targets.map((one) => one.figure))),
    ),
  ];
  const rowOf = ({ id, name }: SubjectRecord, day: DayVerdict): readonly Cell[] => [
    id,
    name,
    day.date,
    weekdayText(day.date),
    ...figures.map((figure) => targetCell(day.targets.find((target) => target.figure === figure))),
    verdictCell(day),
    day.unmet ? reasonsOf(day) : null,
    rowSourcesText(record, day.sources),
  ];
  return detailSheet({
    name: PATROL_SHEET,
    title: `${monthTitle(record.period)} 巡查明细`,
    subtitle: [
      [
        '每名人员的每个考核日一行；红色为未达标，黄色为无数据，灰色为当日未到期的周、月目标，√、×为没有数字、按标记计算的。',
      ],
    ],
    columns: [
      ...PERSON_COLUMNS.slice(1),
      wordColumn('日期', 10, 10),
      wordColumn('星期', 4, 4),
      ...figures.map((figure) => ({ ...wordColumn(PATROL_FIGURES[figure], 6, 12), kind: 'number' as const })),
      wordColumn('结论', 6, 6),
      textColumn('未达标情况', 10, 40),
      textColumn('来源（文件!工作表!行）', 12, 56),
    ],
    rows: people.flatMap((person) => person.evidence.days.map((day) => rowOf(person, day))),
    frozenColumns: 2,
  });
}

/** Where each person's days begin on the sheet. */
export function patrolLinks(record: MonthRecord): ReadonlyMap<SubjectRecord, RowLink> {
  const links = new Map<SubjectRecord, RowLink>();
  let row = 0;
  for (const person of record.subjects) {
    if (person.evidence.days.length > 0) links.set(person, { sheet: PATROL_SHEET, row });
    row += person.evidence.days.length;
  }
  return links;
}
