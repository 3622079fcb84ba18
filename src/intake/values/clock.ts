// The time of day behind a date (时刻): 9:05, 9时5分, 下午3点半, 3:05 PM.

const CLOCK = /^(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?$/;
const SPOKEN_CLOCK = /^(?<hour>\d{1,2})[时点](?:整|(?<half>半)|(?<minute>\d{1,2})分(?:(?<second>\d{1,2})秒)?)?$/;
const PART_OF_DAY = /^(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|[AP]M)(?=\d)|(?<=\d)[AP]M$/i;

/** The hour of the day; null where part of day and hour do not go together, or 12 may be noon or midnight. */
function hourIn(part: string | undefined, hour: number): number | null {
  switch (part) {
    case undefined:
      return hour;
    case 'AM':
      return hour > 12 ? null : hour % 12;
    case 'PM':
      return hour === 0 ? null : hour < 12 ? hour + 12 : hour;
    case '中午':
      return hour === 11 || hour === 12 ? hour : hour === 1 || hour === 2 ? hour + 12 : hour === 13 ? 13 : null;
    case '下午':
      return hour === 0 ? null : hour < 12 ? hour + 12 : hour;
    case '傍晚':
    case '晚上':
      return hour >= 5 && hour < 12 ? hour + 12 : hour >= 17 ? hour : null;
    default:
      return hour < 12 ? hour : null;
  }
}

/** HH:MM:SS, null where there is no time, undefined where it cannot be read. */
export function timeOfDay(text: string): string | null | undefined {
  const written = text.replace(/\s+/g, '');
  if (written === '') return null;
  const part = PART_OF_DAY.exec(written)?.[0].toUpperCase();
  const clock = written.replace(PART_OF_DAY, '');
  const read = (CLOCK.exec(clock) ?? SPOKEN_CLOCK.exec(clock))?.groups;
  if (!read) return undefined;
  const [minute, second] = [Number(read.half ? 30 : (read.minute ?? 0)), Number(read.second ?? 0)];
  const hour = hourIn(part, Number(read.hour));
  // 24:00 is the end of the day.
  const isEnd = hour === 24 && minute === 0 && second === 0 && part === undefined;
  if (hour === null || (hour > 23 && !isEnd) || minute > 59 || second > 59) return undefined;
  return [hour, minute, second].map((n) => String(n).padStart(2, '0')).join(':');
}
