/** What becomes of a field that two posts changed apart, by what the field means. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyValue, OpenDifferences } from '../../../shared/domain/difference.ts';
import { type Side, type State, merge } from '../../../shared/rules/merge/merge.ts';
import { type Values, keyOf, valueAt, withValue } from '../../../shared/rules/merge/parts.ts';
import '../../property/seed.ts';

const [r1, r2] = ['1'.repeat(64), '2'.repeat(64)];
const state = (values: Values, open: OpenDifferences = {}): State => ({ values, open });
const side = (revision: string, values: Values, open: OpenDifferences = {}): Side => ({ values, open, origin: () => revision });
const between = (base: Values, one: Values, other: Values) => merge([state(base)], side(r1, one), side(r2, other));

const line = (id: string, more: Record<string, AnyValue> = {}): AnyValue => ({ id, description: 'Boten', quantity: 70, unit: 'militairen', ...more });

describe('one side changed', () => {
  test.each<[string, Values, Values]>([
    ['a text', { a: 'oud' }, { a: 'nieuw' }],
    ['a number', { a: 1 }, { a: 2 }],
    ['an answer', { a: true }, { a: false }],
    ['a field that was emptied', { a: 'x', b: 'y' }, { b: 'y' }],
    ['a field that was filled', {}, { a: 'x' }],
    ['a period', { a: { start: 's', end: 'e' } }, { a: { start: 's', end: 'f' } }],
    ['a list of places', { a: ['GM1', 'GM2'] }, { a: ['GM2', 'GM3'] }],
    ['an order of places', { a: ['GM1', 'GM2'] }, { a: ['GM2', 'GM1'] }],
    ['lines', { a: [line('x'), line('y')] }, { a: [line('y', { note: 'n' }), line('z')] }],
    ['a contact', { a: { name: 'x', phone: '1' } }, { a: { name: 'y', phone: '2' } }],
  ])('%s: that stands', (_, base, changed) => {
    expect(between(base, changed, base)).toMatchObject({ values: changed, open: {} });
    expect(between(base, base, changed)).toMatchObject({ values: changed, open: {} });
    expect(between(base, changed, changed)).toEqual({ values: changed, open: {}, joined: [] });
    expect(between(base, base, changed).joined.every(({ from }) => from === 'other')).toBe(true);
  });
});

describe('both sides changed', () => {
  test('different fields: both stand', () => {
    expect(between({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 })).toMatchObject({ values: { a: 2, b: 2 }, open: {} });
  });

  test('one field: both values stay open, with the revisions that brought them, and one of them shows', () => {
    const { values, open } = between({ a: 'oud' }, { a: 'links' }, { a: 'rechts' });
    expect(open).toEqual({ a: [{ value: 'links', revision: r1 }, { value: 'rechts', revision: r2 }] });
    expect(values).toEqual({ a: 'links' });
  });

  test('emptied here and changed there: what was written shows, both stay open', () => {
    const { values, open } = between({ a: 'oud' }, {}, { a: 'nieuw' });
    expect(values).toEqual({ a: 'nieuw' });
    expect(open['a']?.map(({ value }) => value)).toEqual(['nieuw', null]);
  });

  test('other paragraphs of a text: joined', () => {
    const base = 'een\n\ntwee\n\ndrie';
    expect(between({ a: base }, { a: 'EEN\n\ntwee\n\ndrie' }, { a: 'een\n\ntwee\n\nDRIE' }).values).toEqual({ a: 'EEN\n\ntwee\n\nDRIE' });
    expect(between({ a: base }, { a: 'EEN\n\ntwee\n\ndrie' }, { a: 'één\n\ntwee\n\ndrie' }).open['a']).toHaveLength(2);
  });

  test('both ends of a period: each from who changed it', () => {
    expect(between({ p: { start: 'a', end: 'b' } }, { p: { start: 'x', end: 'b' } }, { p: { start: 'a', end: 'y' } }).values).toEqual({ p: { start: 'x', end: 'y' } });
  });

  test('a contact is one thing: no name of one with the telephone of the other', () => {
    expect(Object.keys(between({ c: { name: 'a', phone: '1' } }, { c: { name: 'b', phone: '1' } }, { c: { name: 'a', phone: '2' } }).open)).toEqual(['c']);
  });

  test('a list of places: what was added on either side is there, what was taken away is not', () => {
    expect(between({ a: ['1', '2'] }, { a: ['1', '2', '3'] }, { a: ['2', '4'] }).values).toEqual({ a: ['2', '3', '4'] });
  });

  test('quantities are never added up: both stay open at their line', () => {
    const { values, open } = between({ l: [line('x')] }, { l: [line('x', { quantity: 100 })] }, { l: [line('x', { quantity: 85 })] });
    expect(open).toEqual({
      'l/x/quantity': [
        { value: { quantity: 100, unit: 'militairen' }, revision: r1 },
        { value: { quantity: 85, unit: 'militairen' }, revision: r2 },
      ],
    });
    expect(valueAt(values, 'l/x/quantity')).toEqual({ quantity: 100, unit: 'militairen' });
  });

  test('a quantity and its unit belong together; a note of the same line is joined', () => {
    const { values, open } = between({ l: [line('x')] }, { l: [line('x', { quantity: 100 })] }, { l: [line('x', { unit: 'voertuigen', note: 'n' })] });
    expect(Object.keys(open)).toEqual(['l/x/quantity']);
    expect(valueAt(values, 'l/x/note')).toBe('n');
  });

  test('lines added on both sides are both there; a line taken away here and changed there stays open', () => {
    const { values, open } = between({ l: [line('x'), line('y')] }, { l: [line('x'), line('y'), line('p')] }, { l: [line('y', { note: 'n' }), line('q')] });
    expect(open).toEqual({});
    expect((values['l'] as { id: string }[]).map(({ id }) => id)).toEqual(['y', 'p', 'q']);
    const gone = between({ l: [line('x')] }, {}, { l: [line('x', { note: 'n' })] });
    expect(gone.open).toEqual({ 'l/x': [{ value: line('x', { note: 'n' }), revision: r2 }, { value: null, revision: r1 }] });
    expect(gone.values).toEqual({ l: [line('x', { note: 'n' })] });
  });
});

describe('decisions', () => {
  const open = { a: [{ value: 'links', revision: r1 }, { value: 'rechts', revision: r2 }] };
  test('a decision on one side closes it', () => {
    expect(merge([state({ a: 'links' }, open)], side(r1, { a: 'rechts' }), side(r2, { a: 'links', b: 1 }, open))).toMatchObject({ values: { a: 'rechts', b: 1 }, open: {} });
  });
  test('two that decide otherwise stand against each other again', () => {
    const again = merge([state({ a: 'links' }, open)], side(r1, { a: 'rechts' }), side(r2, { a: 'links' }));
    expect(again.open['a']?.map(({ value }) => value)).toEqual(['rechts', 'links']);
    const filled = merge([state({ a: 'links' }, open)], side(r1, { a: 'rechts' }), side(r2, { a: 'midden' }));
    expect(filled.open['a']?.map(({ value }) => value)).toEqual(['rechts', 'midden']);
  });
  test('a decision here and a third value there: the decided one and the new one', () => {
    const third = { a: [...open.a, { value: 'derde', revision: '3'.repeat(64) }] };
    expect(merge([state({ a: 'links' }, open)], side(r1, { a: 'rechts' }), side(r2, { a: 'links' }, third)).open['a']?.map(({ value }) => value)).toEqual(['rechts', 'derde']);
  });
  test('what stands open on both sides stays as it is', () => {
    expect(merge([state({ a: 'links' }, open)], side(r1, { a: 'links', b: 1 }, open), side(r2, { a: 'links', c: 1 }, open))).toMatchObject({ values: { a: 'links', b: 1, c: 1 }, open });
  });
});

test('where two nearest ancestors say different things, two values stay open and equal ones stand', () => {
  const bases = [state({ a: 1, b: 1 }), state({ a: 2, b: 1 })];
  const { values, open } = merge(bases, side(r1, { a: 1, b: 2 }), side(r2, { a: 3, b: 1 }));
  expect(values['b']).toBe(2);
  expect(open['a']?.map(({ value }) => value)).toEqual([1, 3]);
  expect(merge(bases, side(r1, { a: 2 }), side(r2, { a: 2 })).open).toEqual({});
});

test('a value set at a path is read there again, and null takes it away', () => {
  const values: Values = { l: [line('x')], p: { start: 'a' } };
  expect(valueAt(withValue(values, 'l/x/quantity', { quantity: 5 }), 'l/x/quantity')).toEqual({ quantity: 5 });
  expect(withValue(values, 'l/x', null)).toEqual({ p: { start: 'a' } });
  expect(withValue(values, 'p/end', 'b')['p']).toEqual({ start: 'a', end: 'b' });
  expect(withValue(withValue(values, 'p/start', null), 'l', null)).toEqual({});
  expect(withValue({}, 'p/end', 'b')).toEqual({ p: { end: 'b' } });
});

const text = fc.constantFrom('a', 'b', 'c', 'a\nb\nc', 'a\nB\nc', 'a\nb\nC');
const item = fc.record({ id: fc.constantFrom('x', 'y', 'z'), description: fc.constantFrom('d', 'e'), quantity: fc.constantFrom(1, 2, 3) });
const anyValues: fc.Arbitrary<Values> = fc.record(
  { t: text, n: fc.nat(3), codes: fc.uniqueArray(fc.constantFrom('p', 'q', 'r'), { minLength: 1 }), lines: fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1 }) },
  { requiredKeys: [] },
);

test('whatever two sides say: nothing that one of them brought is lost, and a merge with what it came from changes nothing', () => {
  fc.assert(
    fc.property(anyValues, anyValues, anyValues, (base, one, other) => {
      const made = between(base, one, other);
      expect(between(base, base, other).values).toEqual(other);
      expect(between(base, one, base).values).toEqual(one);
      const all = JSON.stringify([made.values, made.open]);
      for (const [from, to] of [[one, other], [other, one]] as const) {
        for (const path of ['n', 't']) {
          const value = valueAt(from, path);
          if (value === undefined || keyOf(value) === keyOf(valueAt(base, path)) || keyOf(value) === keyOf(valueAt(to, path))) continue;
          // of a text each paragraph that is new
          const brought = typeof value === 'string' ? value.split('\n').filter((part) => !String(valueAt(base, path) ?? '').includes(part)) : [value];
          for (const part of brought) expect(all).toContain(typeof part === 'string' ? part : keyOf(part));
        }
        for (const code of (from['codes'] as string[] | undefined) ?? []) if (!((base['codes'] as string[] | undefined) ?? []).includes(code)) expect(made.values['codes']).toContain(code);
        for (const { id, quantity } of (from['lines'] as { id: string; quantity: number }[] | undefined) ?? []) {
          if (keyOf(valueAt(base, `lines/${id}/quantity`)) === keyOf({ quantity })) continue;
          const held = [valueAt(made.values, `lines/${id}/quantity`), ...Object.entries(made.open).flatMap(([path, found]) => (path.startsWith(`lines/${id}`) ? found.map(({ value }) => value) : []))];
          expect(JSON.stringify(held)).toContain(`"quantity":${quantity}`);
        }
      }
    }),
  );
});
