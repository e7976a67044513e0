/** File names that every system takes: no folder, no sign that Windows or Linux refuses, nothing invisible, not too long. */

/** Longest name without extension; leaves room below the 255 bytes of a file name also when every letter takes three. */
export const longest = 80;

/** Names that Windows keeps for devices, whatever stands behind the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name without extension made of any text: never empty, no device of Windows, not too long. */
export function safeName(text: string): string {
  const name = clean([...clean(text)].slice(0, longest).join(''));
  if (name === '') return '_';
  return reserved.test(name) ? `_${name}` : name;
}

/** Letters, figures, marks and a few signs stay; everything else, also controls and writing-direction marks, becomes one hyphen or space. */
export function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{M} ._()+,=@!-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[ .-]+|[ .-]+$/g, '');
}
