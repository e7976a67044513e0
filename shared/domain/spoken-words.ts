/**
 * Words that are read aloud and typed over: five letters each, consonant and vowel in turn (after Wilkerson's proquints). Here is what the
 * window says of them while they are typed; their bytes and their check: db/exchange/words.ts.
 */
export const consonants = 'bdfghjklmnprstvz';
export const vowels = 'aiou';

/** How many words each thing has that is read aloud. */
export const spokenLength = { card: 34, invitation: 16 } as const;
export type Spoken = keyof typeof spokenLength;

/** Words in a line where they are shown: as many as a person repeats at once. */
export const wordsInLine = 4;

/** Capitals, hyphens, commas and line ends do not matter. */
export const spokenWords = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

const shape = new RegExp(`^[${consonants}][${vowels}][${consonants}][${vowels}][${consonants}]$`);
export const isSpokenWord = (word: string): boolean => shape.test(word);

/** How far the typing of words is. */
export interface Heard {
  readonly count: number;
  readonly needed: number;
  /** the first that cannot be one of the words; the last one only when something follows it, because it may still be growing */
  readonly wrong: { readonly word: string; readonly number: number } | undefined;
  readonly state: 'empty' | 'going' | 'wrong' | 'complete' | 'tooMany';
}

export function heard(text: string, what: Spoken): Heard {
  const words = spokenWords(text);
  const needed = spokenLength[what];
  const isGrowing = /[a-zA-Z]$/.test(text);
  const wrongAt = words.findIndex((word, index) => !isSpokenWord(word) && !(isGrowing && index === words.length - 1 && couldBecomeOne(word)));
  const word = words[wrongAt];
  const wrong = word === undefined ? undefined : { word, number: wrongAt + 1 };
  const done = words.filter(isSpokenWord).length;
  const state = words.length === 0 ? 'empty' : wrong ? 'wrong' : words.length > needed ? 'tooMany' : done === needed ? 'complete' : 'going';
  return { count: done, needed, wrong, state };
}

const couldBecomeOne = (word: string): boolean => word.length < 5 && [...word].every((letter, index) => (index % 2 === 0 ? consonants : vowels).includes(letter));

/** In lines, each with the number of its first word. */
export function inLines(words: readonly string[]): readonly { readonly from: number; readonly words: readonly string[] }[] {
  return Array.from({ length: Math.ceil(words.length / wordsInLine) }, (_, line) => ({ from: line * wordsInLine + 1, words: words.slice(line * wordsInLine, (line + 1) * wordsInLine) }));
}
