/** What the tour was asked for, for every part of it: where to, in which themes and language, and which screens. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type MessageId, type MessageValues, say } from '../../shared/messages/index.ts';

export const themes = ['light', 'dark', 'night'] as const;
export type Theme = (typeof themes)[number];
const languages = ['nl', 'en'] as const;
const usage = `usage: npm run tour -- --out DIR [--theme ${themes.join('|')}] [--language ${languages.join('|')}] [--only NAME,NAME: screens whose name begins so]`;

const { values } = parseArgs({ options: { out: { type: 'string' }, theme: { type: 'string' }, language: { type: 'string', default: 'nl' }, only: { type: 'string' } } });
const chosenThemes = themes.filter((theme) => values.theme === undefined || values.theme === theme);
const language = languages.find((known) => known === values.language);
if (values.out === undefined || chosenThemes.length === 0 || language === undefined) {
  console.error(usage);
  process.exit(2);
}
const beginnings = values.only?.split(',');

export const tour = {
  out: path.resolve(values.out),
  themes: chosenThemes,
  language,
  /** whether the screen was asked for: all are when nothing was said */
  wants: (screen: string): boolean => beginnings?.some((beginning) => screen.startsWith(beginning)) ?? true,
} as const;

/** The words of the window in the language of this tour. */
export const word = (id: MessageId, given?: MessageValues): string => say(tour.language, id, given);
