// 巡查明细: each person's assessable days, each target of the day, met or not. The verdicts are live: they follow the figures.
import type { DayVerdict, TargetVerdict } from '../../../model/decision.ts';
import type { MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../../model/terms.ts';
import { countColumn, namedColumns, type TableColumn, tableSheet, textColumn, wordColumn } from '../columns.ts';
import type { Formula } from '../formula.ts';
import { type DayGrid, type DayPlace, runFormula, unmetFormula, verdictFormula } from '../live/day.ts';
import { type BackLink, type Detail, idCell, rowsInSpans } from '../live/details.ts';
import type { ParameterNames } from '../live/names.ts';
import { NO_DATA } from '../live/tally.ts';
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

/** How days are judged on the sheet; null where no item or more than one judges them. */
function gridOf(record: MonthRecord, figures: readonly PatrolFigure[], names: ParameterNames): DayGrid | null {
  const [rule, ...others] = record.scheme.items.flatMap(({ judgesDays }) => judgesDays ?? []);
  if (rule === undefined || others.length > 0 || figures.length === 0) return null;
  const units = new Map(record.scheme.parameters.map(({ key, unit }) => [key, unit]));
  return {
    figures,
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

/** A day of a person on the sheet, with the run of unmet days that it ends. */
interface DayRow {
  readonly subject: SubjectRecord;
  readonly day: DayVerdict;
  readonly run: number;
  /** Null where no formula holds for the day. */
  readonly formulas: { readonly verdict: Formula | null; readonly unmet: Formula | null; readonly run: Formula | null };
}

const NO_FORMULAS = { verdict: null, unmet: null, run: null };

function formulasOf(place: DayPlace, grid: DayGrid | null): DayRow['formulas'] {
  if (grid === null) return NO_FORMULAS;
  const unmet = unmetFormula(place, grid);
  return { verdict: unmet && verdictFormula(place, grid), unmet, run: runFormula(place) };
}

/** How a day is judged; it judges live where a formula holds for it. */
const VERDICT_COLUMNS: readonly TableColumn<DayRow>[] = [
  [
    'verdict',
    wordColumn('结论', 6, 6),
    ({ day, formulas }) => ({ ...live(verdictCell(day), formulas.verdict), kind: 'number' }),
  ],
  [
    'unmet',
    { ...countColumn('计未达标'), kind: 'count' },
    ({ day, formulas }) => live({ value: day.unmet ? 1 : 0 }, formulas.unmet),
  ],
  ['run', { ...countColumn('连续'), kind: 'count' }, ({ run, formulas }) => live({ value: run }, formulas.run)],
];

export function patrolSheet(record: MonthRecord, names: ParameterNames, back: BackLink): Detail {
  const people = record.subjects.filter(({ evidence }) => evidence.days.length > 0);
  const figures = [
    ...new Set(
      people.flatMap(({ evidence }) => evidence.days.flatMap(({ targets }) => targets.map((one) => one.figure))),
    ),
  ];
  const grid = gridOf(record, figures, names);
  const rowsOf = (subject: SubjectRecord, firstRow: number): readonly DayRow[] => {
    const { days } = subject.evidence;
    const runBefore = Number(subject.figures.unmetRunBefore?.value ?? 0);
    const runs = runsOf(days, runBefore);
    return days.map((day, index) => {
      const place = { row: firstRow + index, firstRow, days, runBefore };
      return { subject, day, run: runs[index] ?? 0, formulas: formulasOf(place, grid) };
    });
  };
  const { rows, spans } = rowsInSpans(people, rowsOf);
  const sheet = tableSheet<DayRow>({
    name: SHEETS.patrol,
    title: `${monthTitle(record.period)} 巡查明细`,
    subtitle: [
      [
        '每名人员的每个考核日一行；红色为未达标，黄色为无数据，灰色为当日未到期的周、月目标，√、×为没有数字、按标记计算的。“计未达标”为 1 的是未达标日，“连续”为到当日止连续的未达标日数。',
      ],
    ],
    columns: [
      ...namedColumns<DayRow>(
        ({ subject }) => subject,
        ({ subject }) => idCell(subject, back),
      ),
      ['date', wordColumn('日期', 10, 10), ({ day }) => day.date],
      ['weekday', wordColumn('星期', 4, 4), ({ day }) => weekdayText(day.date)],
      ...figures.map(
        (figure): TableColumn<DayRow> => [
          figure,
          { ...wordColumn(PATROL_FIGURES[figure], 6, 12), kind: 'number' },
          ({ day }) => targetCell(day.targets.find((target) => target.figure === figure)),
        ],
      ),
      ...VERDICT_COLUMNS,
      ['shortfall', textColumn('未达标情况', 10, 40), ({ day }) => (day.unmet ? reasonsOf(day) : null)],
      ['sources', textColumn('来源（文件!工作表!行）', 12, 56), ({ day }) => rowSourcesText(record, day.sources)],
    ],
    rows,
    frozenColumns: 2,
  });
  return { sheet, spans };
}
