/**
 * Canonical JSON (RFC 8785): one value has one text, so that a hash or a signature means the content and not the way it was written.
 * Keys are sorted by UTF-16 code units, numbers are written as ECMAScript writes them, nothing stands between the tokens.
 * A key whose value is undefined is left out. What JSON cannot say (NaN, infinity, a function, a lone surrogate) is refused.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no word for this number');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`canonical JSON has no word for a ${typeof value}`);
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON refuses a lone surrogate');
  return JSON.stringify(text);
}
