/** The words of the interface in the language of the window. Locale comes from the I18nProvider at the root, as it does for React Aria. */
import { useCallback } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import type { Bilingual, Locale } from '../../shared/domain/basics.ts';
import { type MessageId, type MessageValues, say } from '../../shared/messages/index.ts';

export type Say = (id: MessageId, values?: MessageValues) => string;

export function useAppLocale(): Locale {
  return useLocale().locale.startsWith('en') ? 'en' : 'nl';
}

/** `say('frame.lock')`, `say('packs.validUntil', { date })`: the message in the current language. */
export function useSay(): Say {
  const locale = useAppLocale();
  return useCallback((id, values) => say(locale, id, values), [locale]);
}

/** Picks the current language of a text from a pack. */
export function useBilingual(): (text: Bilingual) => string {
  const locale = useAppLocale();
  return useCallback((text) => text[locale], [locale]);
}
