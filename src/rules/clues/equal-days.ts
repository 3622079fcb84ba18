// 连续多日数字相同: recorded days in a row that agree to the second and the metre, as no track does by itself.
import { exactText } from '../../model/fraction.ts';
import type { PatrolDay } from '../measures/patrol-days.ts';
import { type FindClues, personOf } from './clue.ts';
import { patrolCells, type RecordedDay, recordedDays } from './recorded-days.ts';
import { EQUAL_DAYS } from './thresholds.ts';
import { figureText, WORK_FIGURES } from './words.ts';

export const equalDays: FindClues = (office, paid) =>
  [...recordedDays(paid)].flatMap(([person, days]) =>
    runsOf(days).map((run) => {
      const [[, { figures }]] = run as [RecordedDay];
      const dates = run.map(([day]) => day);
      const known = WORK_FIGURES.flatMap((figure) => {
        const value = figures[figure];
        return value === null ? [] : [{ figure, text: figureText(figure, value) }];
      });
      return {
        clue: 'equalDays',
        people: [personOf(person)],
        text: `连续 ${run.length} 个有记录日（${dates.join('、')}）数字相同：${known.map(({ text }) => text).join('、')}`,
        sources: patrolCells(
          office,
          person.id,
          new Set(dates),
          known.map(({ figure }) => figure),
        ),
      };
    }),
  );

/** What makes two days equal; null where there is no time or no distance. */
function signatureOf({ figures }: PatrolDay): string | null {
  const { onlineTime, mileage } = figures;
  if (onlineTime === null || mileage === null || onlineTime.n === 0n || mileage.n === 0n) return null;
  return WORK_FIGURES.map((figure) => {
    const value = figures[figure];
    return value === null ? '' : exactText(value);
  }).join(' ');
}

function runsOf(days: readonly RecordedDay[]): readonly (readonly RecordedDay[])[] {
  const runs: RecordedDay[][] = [];
  let before: string | null = null;
  for (const day of days) {
    const signature = signatureOf(day[1]);
    if (signature !== null && signature === before) runs.at(-1)?.push(day);
    else runs.push([day]);
    before = signature;
  }
  return runs.filter(({ length }) => length >= EQUAL_DAYS);
}
