/**
 * Finds what looks like a named person or a private address in a text. A net with wide meshes: it catches the forms in which names
 * slip into data (a title, a rank, initials, a personal mailbox), not every name there is.
 */
const title = /\b(?:de heer|mevrouw|dhr\.|mw\.|drs\.|ir\.|mr\.|dr\.|prof\.)\s+(?:[A-Z]\.\s*)*(?:(?:van|de|der|den|ter)\s+)*\p{Lu}\p{Ll}+/u;
// after a rank or office a name begins with a capital, its `Van` too: `minister van Defensie` is an office
const rank = /\b(?:generaal|kolonel|luitenant-kolonel|overste|majoor|kapitein|luitenant|sergeant|korporaal|adjudant|commandeur|burgemeester|minister|staatssecretaris)\s+(?:[A-Z]\.\s*)*\p{Lu}\p{Ll}{2,}/u;
const initials = /(?<![\p{L}.])(?:\p{Lu}\.\s?){1,4}(?:(?:van|de|der|den|ter)\s+)*\p{Lu}\p{Ll}{2,}/u;
const mail = /[\p{L}0-9._-]+@[\p{L}0-9.-]+\.\p{Ll}{2,}/u;
const mobile = /\b(?:\+316|06)[\s-]?(?:\d[\s-]?){8}\b/u;

export function personalName(text: string): string | undefined {
  for (const pattern of [title, rank, initials, mail, mobile]) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return undefined;
}
