/**
 * An honest word about a passphrase: what can be seen of it, not a score. Guessing happens offline by whoever holds the file, so
 * length counts most; words that belong together, keyboard rows and repeats count for little.
 */
import { passphraseMinimum } from '../../../shared/domain/limits.ts';
import { plainText } from '../../app/plain-text.ts';

export type PassphraseHint =
  | { readonly verdict: 'empty' }
  | { readonly verdict: 'short'; readonly missing: number }
  /** long enough to be accepted, easy to guess all the same */
  | { readonly verdict: 'guessable'; readonly because: 'repeats' | 'sequence' | 'known' }
  | { readonly verdict: 'fair' }
  | { readonly verdict: 'good' };

/** What a guesser tries first. Whole texts only: one of these inside a longer sentence does no harm. */
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'];
const known = ['wachtwoord', 'welkom', 'geheim', 'password', 'steunpunt', 'defensie', 'veiligheidsregio'];
const fairLength = 16;
const goodLength = 24;
const goodWords = 4;

/** `own`: words of this post that a guesser knows too, such as its name and region. */
export function passphraseHint(passphrase: string, own: readonly string[]): PassphraseHint {
  const length = [...passphrase].length;
  if (length === 0) return { verdict: 'empty' };
  if (length < passphraseMinimum) return { verdict: 'short', missing: passphraseMinimum - length };
  const plain = plainText(passphrase);
  const letters = plain.replaceAll(' ', '');
  if (new Set(letters).size <= 4 || /^(.{1,6}?)\1{2,}/u.test(letters)) return { verdict: 'guessable', because: 'repeats' };
  if (rows.some((row) => longestRun(letters, row) >= letters.length / 2)) return { verdict: 'guessable', because: 'sequence' };
  const left = [...known, ...own.map(plainText).filter((word) => word.length > 2)].reduce((rest, word) => rest.replaceAll(word.replaceAll(' ', ''), ''), letters);
  if (left.replaceAll(/\d/g, '').length < 6) return { verdict: 'guessable', because: 'known' };
  const words = plain.split(' ').filter((word) => word.length > 2).length;
  if (length >= goodLength || (length >= fairLength && words >= goodWords)) return { verdict: 'good' };
  return { verdict: 'fair' };
}

/** Length of the longest piece of `text` that stands in `row`, forwards or backwards. */
function longestRun(text: string, row: string): number {
  const both = [row, [...row].toReversed().join('')];
  let longest = 0;
  for (let start = 0; start < text.length; start += 1) {
    let end = start + longest + 1;
    while (end <= text.length && both.some((line) => line.includes(text.slice(start, end)))) end += 1;
    longest = Math.max(longest, end - 1 - start);
  }
  return longest;
}
