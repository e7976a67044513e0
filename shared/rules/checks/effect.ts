/** Effect first: the forces are told what must be reached and choose the means themselves. */
import { answers } from '../citation.ts';
import { readText } from '../values.ts';
import { type Check, nothing, remark } from './check.ts';
import { aimWords, meansWords } from './means-words.ts';

const effectField = 'effect.text';

const means = new Set(meansWords);

/** The word itself or its plural: militair-en, zandzak-ken, helikopter-s, compagnie-ën. */
function isMeans(word: string): boolean {
  if (means.has(word)) return true;
  const single = /^(.+?)(?:s|en|n|ën)$/.exec(word)?.[1];
  return single !== undefined && (means.has(single) || means.has(single.replace(/(.)\1$/, '$1')));
}

/**
 * The minister: for each case it is settled with the asker which effect must be reached (answer 8), and that is what the RMOA takes
 * stock of (answer 22). The check speaks only when the text names means and nothing in it is an aim: it had rather miss than nag.
 */
export const notMeans: Check = ({ values }) => {
  const text = readText(values, effectField);
  if (text === undefined) return nothing;
  const words = text.toLocaleLowerCase('nl-NL').match(/[\p{L}\p{N}-]+/gu) ?? [];
  const named = words.find(isMeans);
  if (named === undefined || words.some((word) => aimWords.some((stem) => word.startsWith(stem)))) return nothing;
  return [remark('warns', 'checks.effect.onlyMeans', effectField, answers('8 en 22'), { means: named })];
};
