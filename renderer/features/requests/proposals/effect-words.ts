/**
 * Which words of an effect can be looked up in the catalogue. People write 'overstroomde', the catalogue says 'overstroming': what
 * both begin with is what is searched. A word that resembles nothing in the catalogue is not searched at all.
 */
import type { Capability, Effect } from '../../../../shared/domain/capability.ts';

export interface EffectWord {
  /** as the person wrote it */
  readonly written: string;
  /** what to search: the beginning that text and catalogue share */
  readonly search: string;
}

const shortest = 4;
/** letters that two words must share before they count as the same word in another form */
const sharedAtLeast = 6;
/** and the part of the shorter word that this must be */
const sharedPart = 0.65;
const mostWords = 8;
/** Words of four letters or more that stand in any sentence; the catalogue has some of them in its names. */
const common: ReadonlySet<string> = new Set(
  'voor naar door over onder niet deze zijn wordt worden moet moeten kunnen tegen tussen langs binnen buiten vanaf alle meer veel geen waar daar want zodat totdat ongeveer mensen with from that this over'.split(' '),
);

const suffixes = /(?:eringen|ering|eren|eerde|eert|aties|atie|ingen|ing|den|de|ten|te|en|e|s|n|t|d)$/;

export function foldedWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= shortest && /\p{L}/u.test(word));
}

const stem = (word: string): string => {
  const cut = word.replace(suffixes, '');
  return cut.length >= shortest ? cut : word;
};

function sharedBeginning(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** The words by which the catalogue is searched: of effects their titles and terms, of capabilities their names and aliases. */
export function catalogueVocabulary(effects: readonly Effect[], capabilities: readonly Capability[]): ReadonlySet<string> {
  const texts = [
    ...effects.flatMap((effect) => [effect.title.nl, effect.title.en, ...effect.terms]),
    ...capabilities.flatMap((capability) => [capability.name.nl, capability.name.en, ...capability.aliases]),
  ];
  return new Set(texts.flatMap(foldedWords));
}

export function effectWords(text: string, vocabulary: ReadonlySet<string>): readonly EffectWord[] {
  const found = new Map<string, EffectWord>();
  for (const word of new Set(foldedWords(text).filter((one) => !common.has(one)))) {
    const search = searchFor(word, vocabulary);
    if (search !== undefined && !found.has(search)) found.set(search, { written: word, search });
  }
  return [...found.values()].slice(0, mostWords);
}

function searchFor(word: string, vocabulary: ReadonlySet<string>): string | undefined {
  if (vocabulary.has(word)) return word;
  const ours = stem(word);
  let best: string | undefined;
  for (const known of vocabulary) {
    const shared = sharedBeginning(word, known);
    const alike = stem(known) === ours || (shared.length >= sharedAtLeast && shared.length >= Math.min(word.length, known.length) * sharedPart);
    if (alike && shared.length > (best?.length ?? 0)) best = shared;
  }
  return best;
}
