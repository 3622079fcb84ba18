// 测评: the rates of the row in force (三（四）要求3, 要求5).
import type { Figure, Figures } from '../../model/decision.ts';
import { parseFraction } from '../../model/fraction.ts';
import { SURVEY_RATES, type SurveyRate } from '../../model/record.ts';
import { rowsOf, type Source } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, noData } from './figure.ts';

function sourcesOf(office: Office, { person, survey }: Subject, rate: SurveyRate): readonly Source[] {
  if (survey === null) return [{ type: 'absence', what: '本季测评', searched: tablesOf(office, 'survey') }];
  if (survey.origin !== null) return rowsOf([survey.origin], rate);
  return [{ type: 'record', period: survey.period, person: person.id, item: rate }];
}

export function measureSurvey(office: Office, subject: Subject): Figures {
  return Object.fromEntries(
    SURVEY_RATES.map((rate): [string, Figure] => {
      const value = parseFraction(subject.survey?.[rate] ?? '');
      const sources = sourcesOf(office, subject, rate);
      return [rate, value === null ? noData(sources) : count(value, sources)];
    }),
  );
}
