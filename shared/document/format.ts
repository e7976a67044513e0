/** How numbers, durations and lists stand on paper, in the language of the document. Dates and times: shared/domain/moment.ts. */
import type { Locale } from '../domain/basics.ts';
import { say } from '../messages/index.ts';

const tags: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** `100.000` in Dutch, `100,000` in English; as many decimals as were typed, up to six. */
export function numberText(locale: Locale, value: number): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 6 }).format(value);
}

/** `Meerssen, Vaals en Valkenburg aan de Geul` */
export function listText(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(items);
}

/** Hours up to two days, then days with the hours that remain: `24 uur`, `3 dagen en 6 uur`. */
export function durationText(locale: Locale, hours: number): string {
  if (hours <= 48) return say(locale, 'document.hours', { hours });
  const days = Math.floor(hours / 24);
  const rest = Math.round((hours - days * 24) * 10) / 10;
  return rest === 0 ? say(locale, 'document.days', { days }) : say(locale, 'document.daysHours', { days, hours: rest });
}
