/**
 * Words that survive a bad line. Every number is followed by its figures one by one, months are words, times are hours and minutes, a
 * reference is spelled in the alphabet that fire service, police and forces share (ICAO/NATO).
 */
import type { Locale } from '../domain/basics.ts';
import { say } from '../messages/index.ts';

const alphabet = (
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'
).split(' ');

const figure = (locale: Locale, digit: string): string => say(locale, 'document.readout.digits').split(' ')[Number(digit)] ?? digit;

/** `Victor, Romeo, twee, vier, streepje, twee, nul, twee, zes` */
export function spelled(locale: Locale, code: string): string {
  return [...code]
    .flatMap((sign) => {
      if (/\d/.test(sign)) return [figure(locale, sign)];
      const letter = alphabet[sign.toUpperCase().charCodeAt(0) - 65];
      if (letter !== undefined) return [letter];
      if (sign === '-') return [say(locale, 'document.readout.dash')];
      if (sign === '/') return [say(locale, 'document.readout.slash')];
      if (sign === '.') return [say(locale, 'document.readout.point')];
      return sign.trim() === '' ? [] : [sign];
    })
    .join(', ');
}

/** The figures of a number, `100.000` as one long number, `2,5` with its comma. */
function figures(locale: Locale, number: string): string {
  const grouped = /^\d{1,3}(\.\d{3})+$/.test(number) && locale === 'nl' ? number.replaceAll('.', '') : /^\d{1,3}(,\d{3})+$/.test(number) && locale === 'en' ? number.replaceAll(',', '') : number;
  return [...grouped]
    .map((sign) => (sign === ',' ? say(locale, 'document.readout.comma') : sign === '.' ? say(locale, 'document.readout.point') : figure(locale, sign)))
    .join(', ');
}

/** A number of ours, not of the text: one figure as its word, a longer one with its figures behind it. */
export function figured(locale: Locale, number: string): string {
  return number.length === 1 ? figure(locale, number) : `${number} (${figures(locale, number)})`;
}

const date = String.raw`(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})`;
/** A day before the name of a month: the year behind it needs no figures. */
const named = (locale: Locale): string => String.raw`(?<nday>\d{1,2}) (?<nmonth>${say(locale, 'document.readout.months').split(' ').join('|')})(?<nyear> \d{4})?`;
const clock = String.raw`(?<hour>\d{1,2})(?::(?<minute>\d{2})(?![\d:])|[.:](?<uminute>\d{2}) (?:uur|hours)\b)`;
const zone = String.raw`\((?<zone>CEST|CET)\)`;
const number = String.raw`(?<number>\d+(?:[.,]\d+)*)`;
const spoken = (locale: Locale): RegExp => new RegExp(String.raw`(?<![\d-])${date}(?![\d-])|${named(locale)}|(?<![\d:.])${clock}|${zone}|${number}`, 'gu');

/** The text with every date, time, zone and number in it made safe to say. */
export function aloud(locale: Locale, text: string): string {
  return text.replace(spoken(locale), (found: string, ...rest: unknown[]) => {
    const part = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (part['day'] !== undefined) return dateAloud(locale, part['day'], part['month'] ?? '', part['year'] ?? '', found);
    if (part['nday'] !== undefined) return `${part['nday']} (${figures(locale, part['nday'])}) ${part['nmonth'] ?? ''}${part['nyear'] ?? ''}`;
    if (part['hour'] !== undefined) return clockAloud(locale, part['hour'], part['minute'] ?? part['uminute'] ?? '');
    if (part['zone'] !== undefined) return say(locale, part['zone'] === 'CEST' ? 'document.readout.summer' : 'document.readout.winter');
    return `${found} (${figures(locale, found)})`;
  });
}

function dateAloud(locale: Locale, day: string, month: string, year: string, found: string): string {
  const name = say(locale, 'document.readout.months').split(' ')[Number(month) - 1];
  return name === undefined ? found : `${Number(day)} (${figures(locale, String(Number(day)))}) ${name} ${year},`;
}

function clockAloud(locale: Locale, hour: string, minute: string): string {
  return `${say(locale, 'document.readout.time', { hour, minute })} (${figures(locale, hour)}, ${figures(locale, minute)})`;
}

/** Text cut into sentences, so that a listener can ask for one of them again. 'art. 51' and 'ca. 400' stay whole: a sentence begins with a capital. */
export function sentences(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…][)’”"']?)\s+(?=[‘“"'(]?\p{Lu})/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
