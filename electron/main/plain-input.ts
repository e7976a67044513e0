/**
 * The first look at what a window sends, before any schema: plain data only, bounded in size and depth, and no key that reaches for
 * a prototype. A schema describes what may stand in an object; it does not bound how much of it there is.
 */
export const inputBounds = { values: 50_000, characters: 4_000_000, depth: 16 } as const;

const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** The reason to refuse `input`, or undefined when it is plain and within bounds. */
export function whyNotPlain(input: unknown): string | undefined {
  let values = 0;
  let characters = 0;

  const look = (value: unknown, depth: number): string | undefined => {
    values += 1;
    if (values > inputBounds.values) return 'too many values';
    if (depth > inputBounds.depth) return 'nested too deep';
    if (typeof value === 'string') {
      characters += value.length;
      return characters > inputBounds.characters ? 'too long' : undefined;
    }
    if (value === null || value === undefined || typeof value === 'boolean') return undefined;
    if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'a number that is not finite';
    if (typeof value !== 'object') return `a ${typeof value}`;
    if (Array.isArray(value)) return lookAll(value, depth);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return 'an object that is not plain';
    for (const key of Reflect.ownKeys(value)) {
      if (typeof key !== 'string' || prototypeKeys.has(key)) return 'a key that is not allowed';
      characters += key.length;
    }
    return lookAll(Object.values(value), depth);
  };

  const lookAll = (items: readonly unknown[], depth: number): string | undefined => {
    if (items.length > inputBounds.values) return 'too many values';
    for (const item of items) {
      const reason = look(item, depth + 1);
      if (reason) return reason;
    }
    return undefined;
  };

  return look(input, 0);
}
