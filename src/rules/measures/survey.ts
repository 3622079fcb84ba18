// 测评: the rates of the row in force (三（四）要求3, 要求5).
import type { Figure, Figures } from '../../model/decision.ts';
import { parseFraction } from '../../model/fraction.ts';
import { SURVEY_RATES } from '../../model/record.ts';
import { rowsOf, type Source } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, noData } from './figure.ts';

export function measureSurvey(office: Office, { person, survey }: Subject): Figures {
  const row =
    survey?.period === office.period ? office.facts.survey.find((one) => one.person === person.id) : undefined;
  const absence: Source = { type: 'absence', what: '本季测评', searched: tablesOf(office, 'survey') };
  return Object.fromEntries(
    SURVEY_RATES.map((rate): [string, Figure] => {
      const sources: readonly Source[] = row
        ? rowsOf([row.origin], rate)
        : survey
          ? [{ type: 'record', period: survey.period, person: person.id, item: rate }]
          : [absence];
      const value = parseFraction(survey?.[rate] ?? '');
      return [rate, value === null ? noData(sources) : count(value, sources)];
    }),
  );
}
