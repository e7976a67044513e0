/**
 * The words of the application, in ICU message syntax, with typed ids. Dutch is the source: an id that English lacks, or has too
 * much, fails the type check. Law and catalogue texts are not here but in the packs.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../domain/basics.ts';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';

export type MessageId = keyof typeof nl;
export type MessageValues = Readonly<Record<string, string | number>>;

const catalogues: Record<Locale, Readonly<Record<MessageId, string>>> = { nl, en };
const localeTags: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };
const compiled = new Map<string, IntlMessageFormat>();

/** The message in the language, with its values filled in. Throws on a missing value: a message is never shown half. */
export function say(locale: Locale, id: MessageId, values: MessageValues = {}): string {
  const key = `${locale} ${id}`;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(catalogues[locale][id], localeTags[locale]);
    compiled.set(key, format);
  }
  return String(format.format(values));
}

export function isMessageId(id: string): id is MessageId {
  return id in nl;
}
