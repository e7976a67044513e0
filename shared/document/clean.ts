/** Text that every format can carry. Typed and pasted text can hold controls that XML forbids and marks that turn the writing direction. */

/** Controls and line separators become a space; direction marks, half surrogates and non-characters go. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\uFFFD-\uFFFF]/gu, '');
}

/** The same value with every text in it cleaned. */
export function cleaned<T>(value: T): T {
  // The structure stays as it is: only strings change, into strings.
  return deep(value) as T;
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]));
  return value;
}
