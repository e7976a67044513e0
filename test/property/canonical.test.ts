import './seed.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../db/documents/canonical.ts';

const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => JSON.stringify(value).isWellFormed() && !/\\ud[89a-f]/i.test(JSON.stringify(value)));

/** The same value with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, member]) => [key, turned(member)]));
}

test('canonical JSON says the value and nothing else: it reads back, and writing it again changes nothing', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test('the order in which keys were written does not matter', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
    }),
  );
});

test('two values have one text only when they are equal', () => {
  fc.assert(
    fc.property(json, json, (left, right) => {
      const same = JSON.stringify(turnedSorted(left)) === JSON.stringify(turnedSorted(right));
      expect(canonicalJson(left) === canonicalJson(right)).toBe(same);
    }),
  );
});

function turnedSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedSorted);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  return Object.keys(value)
    .toSorted((left, right) => (left < right ? -1 : 1))
    .map((key) => ['key', key, turnedSorted(Reflect.get(value, key))])
    .concat([['object']]);
}

test('keys are sorted by UTF-16 code units and numbers written as ECMAScript does, as RFC 8785 shows them', () => {
  const value = { '€': 'Euro Sign', '\r': 'Carriage Return', '\uFB33': 'Hebrew', '1': 'One', '😀': 'Emoji', '\u0080': 'Control', 'ö': 'Latin' };
  expect(Object.keys(JSON.parse(canonicalJson(value)))).toHaveLength(7);
  expect(canonicalJson(value)).toBe('{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin","€":"Euro Sign","😀":"Emoji","\uFB33":"Hebrew"}');
  expect(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
});

test('an absent value is left out, and what JSON cannot say is refused', () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('x'), () => 1, '\uD800', { '\uD800': 1 }, undefined]) expect(() => canonicalJson(value)).toThrow(TypeError);
});
