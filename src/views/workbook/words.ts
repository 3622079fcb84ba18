// Figures of evidence in human units, and where evidence stands, as one short text.
import type { CivilDate } from '../../model/civil.ts';
import type { TargetVerdict } from '../../model/decision.ts';
import { decimalText, type Fraction, fraction, mul, parseFraction, plainText } from '../../model/fraction.ts';
import type { MonthRecord } from '../../model/record.ts';
import type { Origin, Source } from '../../model/source.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { weekday } from '../../scheme/calendar.ts';
import { type NamedSource, namedSources } from '../sources.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** 14400 → 4:00:00 */
const clockText = (seconds: Fraction): string => {
  const whole = Number(seconds.n / seconds.d);
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
};

/** Never rounded up to a threshold it misses: metres decide, so a third decimal shows where there is one. */
const kilometresText = (metres: Fraction): string =>
  `${decimalText(mul(metres, fraction(1, 1000)), metres.n % (10n * metres.d) === 0n ? 2 : 3)} km`;

const TEN_THOUSAND = 10_000n;

/** 97%, 97.5%; endless decimals are cut, never rounded up to a threshold they miss. */
function percentText(rate: Fraction): string {
  const percent = mul(rate, fraction(100));
  const text = plainText(percent);
  return `${text.includes('/') ? decimalText(fraction((percent.n * TEN_THOUSAND) / percent.d, TEN_THOUSAND), 4) : text}%`;
}

const UNITS: Record<PatrolFigure, (value: Fraction) => string> = {
  onlineRate: percentText,
  onlineTime: clockText,
  mileage: kilometresText,
  keyPersonVisits: plainText,
  keyPlaceVisits: plainText,
};

/** A patrol figure of a record: seconds, metres, a rate of 1 or times. */
export function patrolText(figure: PatrolFigure, exact: string): string {
  const value = parseFraction(exact);
  return value === null ? exact : UNITS[figure](value);
}

/** 在线时长 3:20:00（应 4:00:00） */
export function shortfallText({ figure, result, marked, owed, reached }: TargetVerdict): string {
  if (marked) return `${PATROL_FIGURES[figure]} 按×标记`;
  if (result === 'noData' || owed === null || reached === null) return `${PATROL_FIGURES[figure]} 无数据`;
  return `${PATROL_FIGURES[figure]} ${patrolText(figure, reached)}（应 ${patrolText(figure, owed)}）`;
}

export const weekdayText = (day: CivilDate): string => `周${'一二三四五六日'[weekday(day) - 1]}`;

/** file!sheet!row; 0 is the first table of the record. */
export function originText({ tables }: MonthRecord, { table, row }: Origin): string {
  const info = tables.find(({ id }) => id === table);
  return info ? [info.file, ...(info.sheet === null ? [] : [info.sheet]), row].join('!') : '';
}

/** The rows a source names; other kinds of sources have none. */
export const rowSourcesText = (record: MonthRecord, sources: readonly Source[]): string =>
  sources
    .flatMap((source) =>
      source.type === 'rows'
        ? [
            `${originText(record, { table: source.table, row: source.rows[0] ?? 0 })}${source.rows
              .slice(1)
              .map((row) => `、${row}`)
              .join('')}`,
          ]
        : [],
    )
    .join('；');

/** So many cells of a table are named; of more, how many there are. */
const CELLS_SHOWN = 12;

/** Where a source stands, and its cells there; a record or what is missing has none. */
function placeOf(source: NamedSource): readonly [string, readonly string[]] {
  const inFile = ({ file, sheet }: { readonly file: string; readonly sheet: string | null }) =>
    sheet === null ? file : `${file}!${sheet}`;
  switch (source.type) {
    case 'rows':
      return [
        inFile(source),
        source.rows.map((row) => (source.column === null ? `第${row}行` : `${source.column}${row}`)),
      ];
    case 'cell':
      return [inFile(source), [`${source.column}${source.row}`]];
    case 'absence':
      return [`没有${source.what}（已查 ${source.searched.map(inFile).join('、')}）`, []];
    case 'record':
      return [`${source.period} 月度记录“${source.title}”`, []];
    case 'ledger':
      return [`账目 ${source.entry}`, []];
    case 'setting':
      return source.cell === null
        ? [`参数“${source.title}”`, []]
        : [inFile(source.cell), [`${source.cell.column}${source.cell.row}`]];
  }
}

/** `花名册.xlsx!花名册!G15、G20；2021-07 月度记录“合计”`: places only, never what stands there. */
export function cellsText(record: MonthRecord, sources: readonly Source[]): string {
  const places = new Map<string, Set<string>>();
  for (const source of namedSources(record, sources, () => null)) {
    const [place, cells] = placeOf(source);
    const known = places.get(place) ?? new Set();
    for (const cell of cells) known.add(cell);
    places.set(place, known);
  }
  return [...places]
    .map(([place, cells]) => {
      if (cells.size === 0) return place;
      const shown = [...cells].slice(0, CELLS_SHOWN).join('、');
      return `${place}!${shown}${cells.size > CELLS_SHOWN ? ` … 等 ${cells.size} 格` : ''}`;
    })
    .join('；');
}
