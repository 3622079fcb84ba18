// 巡查明细: each person's assessable days, each target of the day, met or not. The verdicts are live: they follow the figures.
import type { DayVerdict, TargetVerdict } from '../../../model/decision.ts';
import type { MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../../model/terms.ts';
import { countColumn, detailSheet, PERSON_COLUMNS, textColumn, wordColumn } from '../columns.ts';
import type { Formula } from '../formula.ts';
import { type DayGrid, type DayPlace, runFormula, unmetFormula, verdictFormula } from '../live/day.ts';
import { type BackLink, type Detail, idCell, rowsInSpans } from '../live/details.ts';
import type { ParameterNames } from '../live/names.ts';
import { NO_DATA, RUN, UNMET, VERDICT } from '../live/tally.ts';
import { type Cell, type CellStyle, type StyledCell, styled } from '../model.ts';
import { patrolCell, wordInPatrolCell } from '../patrol-cell.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { rowSourcesText, shortfallText, weekdayText } from '../words.ts';

const STYLES: Record<TargetVerdict['result'], CellStyle | null> = {
  met: null,
  missed: 'bad',
  noData: 'warn',
  notDue: 'muted',
};

function targetCell(target: TargetVerdict | undefined): Cell {
  if (target === undefined) return styled('—', 'muted');
  const style = STYLES[target.result];
  const none = target.mark === undefined ? NO_DATA : target.mark ? '√' : '×';
  const shown =
    target.value === null
      ? wordInPatrolCell(target.figure, none)
      : patrolCell(target.figure, target.value, target.over ? null : target.owed);
  return style === null ? shown : { ...shown, style };
}

const verdictCell = ({ recorded, unmet }: DayVerdict): StyledCell => {
  if (!recorded) return unmet ? styled(NO_DATA, 'warn') : styled(NO_DATA, 'muted');
  return unmet ? styled('未达标', 'bad') : { value: '达标' };
};

/** Why a day is unmet. */
export function reasonsOf({ recorded, targets }: DayVerdict): string {
  const failed = targets.filter(({ result }) => result === 'missed' || result === 'noData');
  if (!recorded && failed.every(({ result }) => result === 'noData')) return '当日无巡查记录';
  return failed.map(shortfallText).join('；');
}

const FIRST_FIGURE = 4;

/** How days are judged on the sheet; null where no item or more than one judges them. */
function gridOf(record: MonthRecord, figures: readonly PatrolFigure[], names: ParameterNames): DayGrid | null {
  const [rule, ...others] = record.scheme.items.flatMap(({ judgesDays }) => judgesDays ?? []);
  if (rule === undefined || others.length > 0 || figures.length === 0) return null;
  const units = new Map(record.scheme.parameters.map(({ key, unit }) => [key, unit]));
  return {
    columns: new Map(figures.map((figure, index) => [figure, FIRST_FIGURE + index])),
    unmet: FIRST_FIGURE + figures.length + 1,
    run: FIRST_FIGURE + figures.length + 2,
    thresholds: new Map(
      rule.targets.map(({ figure, parameter }) => [
        figure,
        { name: names.get(parameter) ?? '', unit: units.get(parameter) ?? '' },
      ]),
    ),
    noDataIsUnmet: rule.noDataIsUnmet,
  };
}

const live = (cell: StyledCell, formula: Formula | null): StyledCell =>
  formula === null ? cell : { ...cell, formula };

/** The unmet days in a row that each day ends. */
function runsOf(days: readonly DayVerdict[], before: number): readonly number[] {
  let run = before;
  return days.map(({ unmet, follows }) => {
    run = unmet ? (follows ? run : 0) + 1 : 0;
    return run;
  });
}

/** 结论, 计未达标, 连续 */
function verdictCells(day: DayVerdict, run: number, place: DayPlace, grid: DayGrid | null): readonly Cell[] {
  const unmet = grid && unmetFormula(place, grid);
  return [
    { ...live(verdictCell(day), grid && unmet && verdictFormula(place, grid)), kind: 'number' },
    live({ value: day.unmet ? 1 : 0 }, unmet),
    live({ value: run }, grid && runFormula(place, grid)),
  ];
}

export function patrolSheet(record: MonthRecord, names: ParameterNames, back: BackLink): Detail {
  const people = record.subjects.filter(({ evidence }) => evidence.days.length > 0);
  const figures = [
    ...new Set(
      people.flatMap(({ evidence }) => evidence.days.flatMap(({ targets }) => targets.map((one) => one.figure))),
    ),
  ];
  const grid = gridOf(record, figures, names);
  const rowsOf = (subject: SubjectRecord, firstRow: number): readonly (readonly Cell[])[] => {
    const { days } = subject.evidence;
    const runBefore = Number(subject.figures.unmetRunBefore?.value ?? 0);
    const runs = runsOf(days, runBefore);
    return days.map((day, index) => [
      idCell(subject, back),
      subject.name,
      day.date,
      weekdayText(day.date),
      ...figures.map((figure) => targetCell(day.targets.find((target) => target.figure === figure))),
      ...verdictCells(day, runs[index] ?? 0, { row: firstRow + index, firstRow, days, runBefore }, grid),
      day.unmet ? reasonsOf(day) : null,
      rowSourcesText(record, day.sources),
    ]);
  };
  const { rows, spans } = rowsInSpans(people, rowsOf);
  const sheet = detailSheet({
    name: SHEETS.patrol,
    title: `${monthTitle(record.period)} 巡查明细`,
    subtitle: [
      [
        '每名人员的每个考核日一行；红色为未达标，黄色为无数据，灰色为当日未到期的周、月目标，√、×为没有数字、按标记计算的。“计未达标”为 1 的是未达标日，“连续”为到当日止连续的未达标日数。',
      ],
    ],
    columns: [
      ...PERSON_COLUMNS.slice(1),
      wordColumn('日期', 10, 10),
      wordColumn('星期', 4, 4),
      ...figures.map((figure) => ({ ...wordColumn(PATROL_FIGURES[figure], 6, 12), kind: 'number' as const })),
      wordColumn(VERDICT, 6, 6),
      { ...countColumn(UNMET), kind: 'count' },
      { ...countColumn(RUN), kind: 'count' },
      textColumn('未达标情况', 10, 40),
      textColumn('来源（文件!工作表!行）', 12, 56),
    ],
    rows,
    frozenColumns: 2,
  });
  return { sheet, spans };
}
