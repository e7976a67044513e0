/**
 * The recovery code as it is printed and typed back: 27 random Crockford characters (135 bits) and a check character in seven groups
 * of four. Whatever a person makes of it (small letters, O for 0, I or L for 1, spaces, no hyphens) reads as the same code.
 */
import { randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O and U, so that nothing looks like something else. */
export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomCharacters = 27;

export function newRecoveryCode(): string {
  const random = randomBytes(randomCharacters);
  const characters = Array.from(random, (byte) => crockford.charAt(byte & 31)).join('');
  random.fill(0);
  return inGroups(characters + checkCharacter(characters));
}

/** The code without its form, or undefined when a character is wrong or missing. */
export function readRecoveryCode(typed: string): string | undefined {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (characters.length !== randomCharacters + 1) return undefined;
  if ([...characters].some((character) => !crockford.includes(character))) return undefined;
  const body = characters.slice(0, -1);
  return checkCharacter(body) === characters.at(-1) ? characters : undefined;
}

/** Luhn over 32 characters: finds every single wrong character and almost every swap of two neighbours. */
function checkCharacter(body: string): string {
  const base = crockford.length;
  let sum = 0;
  [...body].toReversed().forEach((character, index) => {
    const addend = crockford.indexOf(character) * (index % 2 === 0 ? 2 : 1);
    sum += Math.floor(addend / base) + (addend % base);
  });
  return crockford.charAt((base - (sum % base)) % base);
}

/** ABCD-EFGH-… */
export function inGroups(characters: string): string {
  return characters.match(/.{1,4}/g)?.join('-') ?? '';
}
