// 确无记录: somebody's word that on a day there truly is nothing to record; it answers a question and changes no verdict (spec 3.0).
import type { CivilDate } from '../../model/civil.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { figureNamed } from '../header/figures.ts';
import { defineKind } from '../kind.ts';
import { date } from '../values/dates.ts';
import { fault, type Parser } from '../values/fault.ts';
import { shownText, text, verbatim } from '../values/text.ts';
import { wordIn } from '../values/words.ts';
import { PERSON_FIELDS, PLACE_FIELDS } from './common.ts';

export interface NoRecordDraft {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Null: all figures. */
  readonly figure: PatrolFigure | null;
  readonly reason: string;
  readonly approver: string;
}

/** For all figures of patrol. */
export const ALL_FIGURES = '全部';
const ALL_WORDS = new Set([ALL_FIGURES, '所有', '巡查', '全部指标', '各项']);

const figureWord: Parser<{ readonly figure: PatrolFigure | null }> = (cell, column) => {
  const found = shownText(cell);
  if (ALL_WORDS.has(wordIn(found))) return { figure: null };
  const named = figureNamed(found);
  const allowed = [...Object.values(PATROL_FIGURES), ALL_FIGURES];
  return named ? { figure: named.figure } : fault('wordUnknown', { heading: column.heading, found, allowed });
};

export const noRecords = defineKind({
  kind: 'noRecords',
  fields: {
    ...PERSON_FIELDS,
    ...PLACE_FIELDS,
    date: ['日期', '无记录日期'],
    from: ['开始日期', '起始日期'],
    to: ['结束日期', '截止日期'],
    figure: ['指标', '项目'],
    reason: ['理由', '原因'],
    approver: ['批准人', '审批人'],
  },
  recognisedBy: [
    ['date', 'figure', 'reason'],
    ['from', 'to', 'figure', 'reason'],
  ],
  required: [['date', 'from'], ['date', 'to'], ['figure'], ['reason'], ['approver']],
  tellsAhead: true,
  parse(row) {
    const { id, name, idNumber, phone } = row.identify();
    if ([id, name, idNumber, phone].every((value) => value === null)) row.person = null;
    row.locate();
    const ranged = row.has('from') && row.has('to') && !(row.has('date') && row.read('date', text) !== null);
    const from = row.need(ranged ? 'from' : 'date', date);
    const to = ranged ? row.need('to', date) : from;
    if (from && to && from <= to) row.happened(from, to);
    if (from && to && to < from) row.fail('rangeReversed', { from, to }, 'to');
    const named = row.need('figure', figureWord);
    const reason = row.need('reason', verbatim);
    const approver = row.need('approver', verbatim);
    return from && to && named && reason && approver ? { from, to, ...named, reason, approver } : null;
  },
});
