/**
 * Arithmetic with the moments that people type. A period over the night on which the clock changes has 23 or 25 hours, so nothing
 * here subtracts wall clocks: every comparison is of instants, every calendar day is taken in the moment's own zone.
 */
import { type ZonedDateTime, parseAbsolute, parseZonedDateTime } from '@internationalized/date';

/** The zone of the Netherlands; a moment made from an instant is shown in it. */
export const homeZone = 'Europe/Amsterdam';

const hour = 3_600_000;

/** The moment that the text names, or nothing when it names none: wrong form, no such day, unknown zone, offset that the zone never had then. */
export function moment(text: string | undefined): ZonedDateTime | undefined {
  if (text === undefined) return undefined;
  try {
    return parseZonedDateTime(text);
  } catch {
    return undefined;
  }
}

/** An instant of the post's clock (ISO UTC) as a moment in the zone; nothing when it is no instant. */
export function momentOfInstant(instant: string, zone: string = homeZone): ZonedDateTime | undefined {
  try {
    return parseAbsolute(instant, zone);
  } catch {
    return undefined;
  }
}

/** Hours that really pass between two moments, negative when the second is earlier, rounded to a tenth. */
export function hoursBetween(from: ZonedDateTime, to: ZonedDateTime): number {
  return Math.round(((to.toDate().getTime() - from.toDate().getTime()) / hour) * 10) / 10;
}

/** The calendar day of the moment in its own zone, `2021-07-14`. */
export function dayOf(at: ZonedDateTime): string {
  return at.toString().slice(0, 10);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `14-07-2021`, from a moment or from a calendar date `2021-07-14`. */
export function dayText(day: ZonedDateTime | string): string {
  const [year = '', month = '', date = ''] = (typeof day === 'string' ? day : dayOf(day)).split('-');
  return `${date}-${month}-${year}`;
}

/** `18:00` */
export function clockText(at: ZonedDateTime): string {
  return `${two(at.hour)}:${two(at.minute)}`;
}

/** The name of the zone as it stands at that moment: CET or CEST at home, UTC with its offset elsewhere. */
export function zoneText(at: ZonedDateTime): string {
  const hours = at.offset / hour;
  if (at.timeZone === homeZone && hours === 1) return 'CET';
  if (at.timeZone === homeZone && hours === 2) return 'CEST';
  if (at.offset === 0) return 'UTC';
  const minutes = Math.abs(at.offset) / 60_000;
  return `UTC${at.offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(Math.round(minutes % 60))}`;
}

/** `14-07-2021 18:00 (CEST)`: a moment as paper says it, with its zone, because another time zone may read it. */
export function momentText(at: ZonedDateTime): string {
  return `${dayText(at)} ${clockText(at)} (${zoneText(at)})`;
}
