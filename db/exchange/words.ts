/**
 * Bytes as words that can be read aloud: five letters each, consonant and vowel in turn ('lusab babad', after Wilkerson's proquints), so
 * that they can be said, spelled and typed in any language. The last word is a check: one wrong, missing or exchanged word is found.
 */
import { createHash } from 'node:crypto';
import { consonants, spokenWords, vowels } from '../../shared/domain/spoken-words.ts';
import { AppError } from '../../shared/errors.ts';

/** `bytes` must be of even length. */
export function wordsOf(bytes: Uint8Array): string[] {
  const checked = Buffer.concat([bytes, checkOf(bytes)]);
  return Array.from({ length: checked.length / 2 }, (_, index) => word(checked.readUInt16BE(index * 2)));
}

/** Throws `words.wrong`. Capitals, hyphens, commas and line ends do not matter. */
export function bytesOf(text: string): Buffer {
  const words = spokenWords(text);
  const bytes = Buffer.alloc(words.length * 2);
  for (const [index, one] of words.entries()) bytes.writeUInt16BE(number(one), index * 2);
  const body = bytes.subarray(0, -2);
  if (words.length < 2 || !checkOf(body).equals(bytes.subarray(-2))) throw new AppError('words.wrong', 'the words do not fit together', { details: { words: words.length } });
  return body;
}

function checkOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update('steunpunt-words/1').update(bytes).digest().subarray(0, 2);
}

function word(value: number): string {
  const letter = (from: string, shift: number, mask: number): string => from.charAt((value >> shift) & mask);
  return letter(consonants, 12, 15) + letter(vowels, 10, 3) + letter(consonants, 6, 15) + letter(vowels, 4, 3) + letter(consonants, 0, 15);
}

function number(one: string): number {
  const places = [...one].map((letter, index) => (index % 2 === 0 ? consonants : vowels).indexOf(letter));
  if (one.length !== 5 || places.some((place) => place < 0)) throw new AppError('words.wrong', 'not one of the words', { details: { word: one.slice(0, 20) } });
  return places.reduce((sum, place, index) => sum * (index % 2 === 0 ? 16 : 4) + place, 0);
}
