/** Reading and writing moments in the zone of the Netherlands. */
import { CalendarDateTime, type ZonedDateTime, toZoned } from '@internationalized/date';

export const amsterdam = 'Europe/Amsterdam';

/** `CET` or `CEST`: the difference of an hour decides whether a helicopter is in time, so the zone always shows. */
export function zoneName(moment: ZonedDateTime): string {
  const hours = moment.offset / 3_600_000;
  if (moment.timeZone === amsterdam) return hours === 2 ? 'CEST' : 'CET';
  return `UTC${hours < 0 ? '−' : '+'}${String(Math.abs(hours))}`;
}

/** The same clock time with the other offset, in the hour that comes twice when summer time ends; otherwise null. */
export function otherReading(moment: ZonedDateTime): ZonedDateTime | null {
  const wall = new CalendarDateTime(moment.year, moment.month, moment.day, moment.hour, moment.minute);
  const earlier = toZoned(wall, moment.timeZone, 'earlier');
  const later = toZoned(wall, moment.timeZone, 'later');
  if (earlier.offset === later.offset || earlier.hour !== later.hour) return null;
  return moment.offset === earlier.offset ? later : earlier;
}

const typed = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})[ ,T]+(\d{1,2})[:.](\d{2})\s*(?:uur|u|h)?\s*$/i;

/** '14-07-2021 18:00' as people write it, to our zoned string; undefined when it is no such moment. */
export function momentFromText(text: string): string | undefined {
  const parts = typed.exec(text);
  if (!parts) return undefined;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  if (hour > 23 || minute > 59) return undefined;
  const moment = toZoned(new CalendarDateTime(year, month, day, hour, minute), amsterdam);
  // a day that the month lacks, or the hour that is skipped when summer time begins, comes back as another moment
  const kept = moment.day === day && moment.month === month && moment.hour === hour;
  return kept ? moment.toString() : undefined;
}
