// 在线超过24小时: more online time on one day than a day has.
import { compare, fraction } from '../../model/fraction.ts';
import { type FindClues, personOf } from './clue.ts';
import { patrolCells, recordedDays } from './recorded-days.ts';
import { DAY_SECONDS } from './thresholds.ts';
import { figureText } from './words.ts';

const DAY = fraction(DAY_SECONDS);

export const over24h: FindClues = (office, paid) =>
  [...recordedDays(paid)].flatMap(([person, days]) =>
    days.flatMap(
      ([
        day,
        {
          figures: { onlineTime },
        },
      ]) =>
        onlineTime === null || compare(onlineTime, DAY) <= 0
          ? []
          : [
              {
                clue: 'over24h' as const,
                people: [personOf(person)],
                text: `${day} ${figureText('onlineTime', onlineTime)}，超过 24 小时`,
                sources: patrolCells(office, person.id, new Set([day]), ['onlineTime']),
              },
            ],
    ),
  );
