// 评分: the month's 巡查质量 marks, summed and counted so that a quarter's mean stays exact (三（六）4).
import type { Figures } from '../../model/decision.ts';
import { sum } from '../../model/fraction.ts';
import { rowsOf } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, counted } from './figure.ts';

export function measureMarks(office: Office, subject: Subject): Figures {
  const marked = subject.scores.flatMap(({ patrolQuality, origin }) =>
    patrolQuality === null ? [] : [{ mark: patrolQuality, origin }],
  );
  const absence = { type: 'absence', what: '巡查质量评分', searched: tablesOf(office, 'scores') } as const;
  const sources = counted(
    rowsOf(
      marked.map(({ origin }) => origin),
      'patrolQuality',
    ),
    absence,
  );
  return {
    qualityMarks: count(sum(marked.map(({ mark }) => mark)), sources),
    qualityMarkCount: count(marked.length, sources),
  };
}
