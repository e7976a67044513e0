/** Numbers and moments in Dutch or English form; moments always in Dutch time, with the zone where it matters. */
import { useMemo } from 'react';
import type { Locale } from '../../../shared/domain/basics.ts';
import { useAppLocale } from '../../ui/say.ts';

const tags: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };
const timeZone = 'Europe/Amsterdam';

export interface Format {
  readonly number: (value: number) => string;
  /** euros as € 1.234,50 */
  readonly euros: (value: number) => string;
  /** '2025-07-15' as 15-07-2025 or 15 Jul 2025; what is only a month or a year, as far as it goes */
  readonly date: (isoDate: string) => string;
  /** instant or zoned moment as 14-07-2021 18:00 */
  readonly dateTime: (moment: string) => string;
  /** instant or zoned moment as 14-07-2021 18:00 CEST */
  readonly dateTimeZone: (moment: string) => string;
  /** instant as 14:03, with its day where that is not the day of `now` */
  readonly moment: (moment: string, now: string) => string;
  /** instant as 14:03:12 */
  readonly clock: (moment: string) => string;
  /** 'de burgemeester en de voorzitter' */
  readonly list: (items: readonly string[]) => string;
}

const formats = new Map<Locale, Format>();

export function formatFor(locale: Locale): Format {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = makeFormat(locale)));
  return format;
}

export function useFormat(): Format {
  const locale = useAppLocale();
  return useMemo(() => formatFor(locale), [locale]);
}

function makeFormat(locale: Locale): Format {
  const tag = tags[locale];
  const day: Intl.DateTimeFormatOptions = locale === 'nl' ? { day: '2-digit', month: '2-digit', year: 'numeric' } : { day: 'numeric', month: 'short', year: 'numeric' };
  const numbers = new Intl.NumberFormat(tag);
  const money = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' });
  const dates = new Intl.DateTimeFormat(tag, { ...day, timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(tag, { ...day, timeZone });
  const hours = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const seconds = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone });
  const months = new Intl.DateTimeFormat(tag, { ...day, day: undefined, timeZone: 'UTC' });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const dateTime = (moment: string): string => {
    const at = instantOf(moment);
    return `${days.format(at)} ${hours.format(at)}`;
  };
  return {
    number: (value) => numbers.format(value),
    euros: (value) => money.format(value),
    date: (isoDate) => {
      const [year = '', month, date] = isoDate.split('-');
      if (month === undefined) return year;
      return (date === undefined ? months : dates).format(Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1)));
    },
    dateTime,
    dateTimeZone: (moment) => `${dateTime(moment)} ${zoneAt(instantOf(moment))}`,
    moment: (moment, now) => (days.format(instantOf(moment)) === days.format(instantOf(now)) ? hours.format(instantOf(moment)) : dateTime(moment)),
    clock: (moment) => seconds.format(instantOf(moment)),
    list: (items) => lists.format(items),
  };
}

/** An RFC 9557 moment without its zone in brackets is what Date reads. */
function instantOf(moment: string): Date {
  return new Date(moment.replace(/\[.*\]$/, ''));
}

const offsets = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' });

function zoneAt(at: Date): string {
  const offset = offsets.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value;
  return offset === 'GMT+2' ? 'CEST' : 'CET';
}
