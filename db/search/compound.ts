/** Dutch writes compounds as one word: of natuurbrandbestrijding the parts are known where the whole is not. */
import type { StoreFile } from '../file/driver.ts';
import { beginsTerm, isTerm } from './near.ts';

/** Shorter parts are in too many words by chance. */
const shortestPart = 4;
/** A first part that stands alone, with no known second one, must tell more. */
const shortestAlone = 6;
/** What may stand between two parts: overstroming-s-gebied, bom-men-ruimer. */
const links = ['', 's', 'n', 'en'];

/** The parts of a word that is no known word itself: first and second, or the first alone; none when no part is known. */
export function partsOf(file: StoreFile, word: string): readonly string[] {
  const letters = [...word];
  let alone: string | undefined;
  for (let at = letters.length; at >= shortestPart; at -= 1) {
    const first = knownIn(file, letters.slice(0, at).join(''));
    if (first === undefined) continue;
    const second = letters.slice(at).join('');
    if (letters.length - at >= shortestPart && beginsTerm(file, second)) return [first, second];
    if (first.length >= shortestAlone) alone ??= first;
  }
  return alone === undefined ? [] : [alone];
}

/** The known word that this is, with or without what links it to the next part. */
function knownIn(file: StoreFile, beginning: string): string | undefined {
  return links
    .filter((link) => beginning.endsWith(link))
    .map((link) => beginning.slice(0, beginning.length - link.length))
    .find((stem) => stem.length >= shortestPart && isTerm(file, stem));
}
