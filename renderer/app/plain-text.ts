/** Text as people compare it: without case, accents, apostrophes and hyphens. `'s-Hertogenbosch` becomes `s hertogenbosch`. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
