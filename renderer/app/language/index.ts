/** Words, numbers and dates in the language of the window. */
export { type Say, useAppLocale, useBilingual, useSay } from '../../ui/say.ts';
export { type Format, formatFor, useFormat } from './format.ts';
