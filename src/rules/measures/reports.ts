// 信息: effective reports of the month, each 编号 once (三（六）2).
import type { Figures } from '../../model/decision.ts';
import { rowsOf } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, counted } from './figure.ts';

export function measureReports(office: Office, subject: Subject): Figures {
  const reports = subject.reports();
  const effective = reports.filter((report) => report.effective);
  const searched = tablesOf(office, 'reports');
  return {
    effectiveReports: count(
      effective.length,
      counted(
        rowsOf(
          effective.map(({ origin }) => origin),
          'effective',
        ),
        { type: 'absence', what: '有效信息', searched },
      ),
    ),
    reports: count(
      reports.length,
      counted(
        rowsOf(
          reports.map(({ origin }) => origin),
          'id',
        ),
        { type: 'absence', what: '上报信息', searched },
      ),
    ),
  };
}
