/**
 * Names as people type them. Folding removes what a keyboard or a habit changes: case, accents, apostrophes, hyphens. `spellings`
 * gives the forms that one written name goes by without being another name; other names (Den Haag) are aliases in the packs.
 */

const isPlain = /^[\x20-\x7e\n]*$/;

/** Words of a text, folded: `Súdwest-Fryslân` gives sudwest, fryslan; `'s-Gravenhage` gives s, gravenhage. */
export function words(text: string): string[] {
  // most texts need no more than their case changed
  if (isPlain.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return (
    text
      .toWellFormed()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A pasted page must not become a query of a thousand conditions. */
const mostAsked = 8;

/** The words by which a list is searched. */
export function wordsAsked(find = ''): readonly string[] {
  return words(find).slice(0, mostAsked);
}

/** Folded words with a space before and after each: ` w` finds the beginning of a word in it, ` w ` a whole one. */
export type Folded = string;

export function spaced(text: string): Folded {
  // twice as fast as to take the words apart and join them
  return isPlain.test(text) ? ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} ` : ` ${words(text).join(' ')} `;
}

export function fold(text: string): string {
  return words(text).join(' ');
}

export function reversed(word: string): string {
  return [...word].toReversed().join('');
}

/** What people write short, on folded text; each pair goes both ways. */
const abbreviations: readonly (readonly [long: RegExp, short: string])[] = [
  [/\baan den?\b/g, 'a d'],
  [/\baan den?\b/g, 'ad'],
  [/\bsint\b/g, 'st'],
  [/\bsaint\b/g, 'st'],
];
/** What stands behind a name to tell two of them apart: Bergen (NH.), Bergen (L.). */
const provinces: Readonly<Record<string, string>> = {
  nh: 'noord holland',
  zh: 'zuid holland',
  nb: 'noord brabant',
  l: 'limburg',
  gld: 'gelderland',
  ov: 'overijssel',
  fr: 'friesland',
  gr: 'groningen',
  dr: 'drenthe',
  ut: 'utrecht',
  zld: 'zeeland',
};

/** Every folded form of one written name, the plain one first. */
export function spellings(name: string): string[] {
  const plain = fold(name);
  const forms = new Set([plain]);
  const add = (form: string): void => void forms.add(form.trim());

  const bare = plain.replace(/^[st] /, '');
  add(bare);
  for (const [long, short] of abbreviations) add(plain.replace(long, short));
  const last = plain.split(' ').at(-1) ?? '';
  const province = provinces[last];
  if (province !== undefined && plain !== last) {
    add(plain.slice(0, -last.length) + province);
    add(plain.slice(0, -last.length) + last.split('').join(' '));
  }
  // a set is walked with what is added on the way, so that both changes can meet in one form
  for (const form of forms) {
    add(form.replaceAll('ij', 'y'));
    if (form.includes(' ')) add(form.replaceAll(' ', ''));
  }
  return [...forms].filter((form) => form !== '');
}
