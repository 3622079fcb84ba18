// 巡查: the daily patrol figures. An empty figure is 无数据.
import type { CivilDate } from '../../model/civil.ts';
import type { Fraction } from '../../model/fraction.ts';
import { defineKind } from '../kind.ts';
import { settleDistances, settleDurations, settleRates } from '../rows/column-units.ts';
import { warnOfDoubtfulFigures, warnOfMixedRates } from '../rows/doubtful-figures.ts';
import type { ParsedTable } from '../table.ts';
import { count } from '../values/counts.ts';
import { date } from '../values/dates.ts';
import { distance } from '../values/distances.ts';
import { duration } from '../values/durations.ts';
import type { Bare } from '../values/fault.ts';
import { rate } from '../values/rates.ts';
import {
  LOOSE_VALIDITY_FIELDS,
  LOOSE_VALIDITY_WORDS,
  NO_LOOSE_VALIDITY,
  PERSON_FIELDS,
  PLACE_FIELDS,
  SOME_PERSON,
} from './common.ts';

export interface PatrolDraft {
  readonly date: CivilDate;
  readonly onlineRate: Fraction | Bare | null;
  readonly onlineTime: number | Bare | null;
  readonly mileage: number | Bare | null;
  readonly keyPersonVisits: number | null;
  readonly keyPlaceVisits: number | null;
  /** √ or × of the day in a matrix without figures. */
  readonly met?: boolean | null;
  /** Of the cell of a matrix, which holds one figure or mark of a day. */
  readonly column?: number;
  /** 事, 病 …: the cell of a matrix says leave instead of a figure. */
  readonly leaveMark?: string | null;
}

/** Settles the units of bare figures. */
export function settlePatrol(table: ParsedTable<'patrol'>): void {
  warnOfMixedRates(table);
  settleRates(table, 'onlineRate');
  settleDurations(table, 'onlineTime');
  settleDistances(table, 'mileage');
  warnOfDoubtfulFigures(table);
}

export const patrol = defineKind({
  kind: 'patrol',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    ...LOOSE_VALIDITY_FIELDS,
    date: ['日期', '巡查日期', '考核日期', '统计日期'],
    onlineRate: ['在线率', '日在线率', '当日在线率'],
    onlineTime: ['在线时长', '在线时间', '当日在线时长', '累计在线时长'],
    mileage: ['巡查里程', '在岗轨迹', '轨迹里程', '巡查轨迹', '轨迹长度', '里程'],
    keyPersonVisits: [
      '重点人员走访',
      '重点人员走访数',
      '走访重点人员',
      '走访重点人员数',
      '重点人员走访次数',
      '重点人员走访情况',
    ],
    keyPlaceVisits: [
      '重点场所走访',
      '重点场所走访数',
      '走访重点场所',
      '走访重点场所数',
      '重点场所走访次数',
      '重点场所走访情况',
    ],
  },
  before: NO_LOOSE_VALIDITY,
  recognisedBy: [
    ['date', 'onlineRate'],
    ['date', 'onlineTime'],
    ['date', 'mileage'],
    ['date', 'keyPersonVisits'],
    ['date', 'keyPlaceVisits'],
    ['person', 'onlineTime', 'mileage'],
    ['name', 'onlineTime', 'mileage'],
  ],
  required: [['date'], SOME_PERSON],
  comparesOtherColumns: true,
  words: LOOSE_VALIDITY_WORDS,
  typed: { onlineRate: 'rate' },
  parse(row) {
    row.identify();
    row.locate();
    const day = row.need('date', date);
    if (day) row.happened(day);
    const figures = {
      onlineRate: row.read('onlineRate', rate),
      onlineTime: row.read('onlineTime', duration),
      mileage: row.read('mileage', distance),
      keyPersonVisits: row.read('keyPersonVisits', count),
      keyPlaceVisits: row.read('keyPlaceVisits', count),
    };
    return day && { date: day, ...figures };
  },
  finish: settlePatrol,
});
