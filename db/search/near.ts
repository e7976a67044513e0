/**
 * Words one typing error away: a letter too many, too few, another one, or two that changed places (Damerau distance 1). Looks them
 * up instead of comparing with every word: one error leaves the first or the last half of a word as it is.
 */
import { type StoreFile, sql } from '../file/driver.ts';
import { reversed } from './fold.ts';
import { ofWord } from './held.ts';

/** Shorter words are too close to each other: vr24 is no error for vr25. */
const shortest = 4;
const mostCompared = 2000;
const mostGiven = 4;
const lastCodePoint = '\u{10FFFF}';

/** Whether it is a word of reference data. */
export function isTerm(file: StoreFile, word: string): boolean {
  return ofWord(file, 'term', word, () => file.row(sql`SELECT 1 FROM search_term WHERE term = ${word}`) !== undefined);
}

/** Whether a word of reference data begins so. */
export function beginsTerm(file: StoreFile, word: string): boolean {
  return file.row(sql`SELECT 1 FROM search_term WHERE term >= ${word} AND term < ${word + lastCodePoint} LIMIT 1`) !== undefined;
}

/** Words of reference data that were meant, or begin with what was meant; best first. None for a word with a digit: codes are typed to the letter. */
export function nearTerms(file: StoreFile, word: string): readonly string[] {
  const letters = [...word];
  if (letters.length < shortest || /\p{N}/u.test(word)) return [];
  const kept = Math.max(1, Math.floor((letters.length - 1) / 2));
  const beginning = letters.slice(0, kept).join('');
  const end = reversed(letters.slice(-kept).join(''));
  const terms = file.rows<{ term: string }>(sql`
    SELECT term FROM search_term WHERE term >= ${beginning} AND term < ${beginning + lastCodePoint}
    UNION SELECT term FROM search_term WHERE reversed >= ${end} AND reversed < ${end + lastCodePoint} LIMIT ${mostCompared}`);
  const whole: string[] = [];
  const begun: string[] = [];
  for (const { term } of terms) {
    if (/\p{N}/u.test(term)) continue;
    const other = [...term];
    if (isNear(letters, other)) whole.push(term);
    else if (letters.length > shortest && other.length > letters.length && [0, 1, -1].some((more) => isNear(letters, other.slice(0, letters.length + more)))) begun.push(term);
  }
  const best = whole.length > 0 ? whole : begun.toSorted((one, another) => one.length - another.length);
  return best.slice(0, mostGiven);
}

/** True when one letter more, less, other, or two exchanged make the one from the other. */
export function isNear(one: readonly string[], other: readonly string[]): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.length - start - end;
  const right = other.length - start - end;
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start];
}
