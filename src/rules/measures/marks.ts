// 评分: the month's 巡查质量 marks, summed and counted so that a quarter's mean stays exact (三（六）4), and 清单掌握.
import type { Figures } from '../../model/decision.ts';
import { sum } from '../../model/fraction.ts';
import { rowsOf } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, counted, noData } from './figure.ts';

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
  const known = subject.scores.filter(({ knowsDutyList }) => knowsDutyList !== null);
  const cells = rowsOf(
    known.map(({ origin }) => origin),
    'knowsDutyList',
  );
  const listAbsence = { type: 'absence', what: '清单掌握', searched: tablesOf(office, 'scores') } as const;
  return {
    dutyListKnown:
      known.length === 0
        ? noData([listAbsence])
        : count(known.every(({ knowsDutyList }) => knowsDutyList) ? 1 : 0, cells),
    qualityMarks: count(sum(marked.map(({ mark }) => mark)), sources),
    qualityMarkCount: count(marked.length, sources),
  };
}
