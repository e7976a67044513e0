/** The law's own word: assistance (bijstand) or support (steunverlening). Press and people mix the two, and the basis hangs on it. */
import { answers } from '../citation.ts';
import { readText } from '../values.ts';
import { type Check, linesField, linesOf, remark } from './check.ts';

/** The word that belongs to the other term (answer 44 sets them apart). */
const foreign = { assistance: /\bsteunverlening\p{L}*/iu, support: /\bbijstand\p{L}*/iu } as const;

export const term: Check = (context) => {
  const { values, basis, shown } = context;
  const texts = [...shown.values()]
    .filter((field) => field.type === 'text' || field.type === 'longText')
    .map((field) => ({ field: field.id, text: readText(values, field.id) ?? '' }));
  const lines = { field: linesField, text: linesOf(context).map((line) => `${line.description} ${line.note ?? ''}`).join('\n') };
  return [...texts, lines].flatMap(({ field, text }) => {
    const found = foreign[basis.term].exec(text)?.[0];
    return found === undefined ? [] : [remark('informs', 'checks.wording.term', field, answers('44'), { found, term: basis.term, basis: basis.short })];
  });
};
