import './seed.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldValue, FieldValues } from '../../shared/domain/request.ts';
import { applyDifference, difference } from '../../shared/rules/difference.ts';
import { sequence } from '../../shared/rules/sequence.ts';
import { template } from '../helpers/request.ts';

const words = fc.array(fc.constantFrom('de ', 'brand ', 'in ', 'het ', 'veen\n', '  ', 'één'), { maxLength: 30 }).map((some) => some.join(''));
const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 40 })).filter((one) => one !== '');
const line = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), description: words, quantity: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: ['id', 'description'] });
const lines = fc.uniqueArray(line, { selector: ({ id }) => id, minLength: 1 });
const codes = fc.uniqueArray(fc.constantFrom('GM0001', 'GM0002', 'GM0003'), { minLength: 1 });

const values = fc.record(
  {
    'effect.text': text,
    'applicant.incident': text,
    'applicant.exercise': fc.boolean(),
    'applicant.municipalities': codes,
    'capabilities.lines': lines,
    'applicant.contact': fc.record({ function: words, phone: words }, { requiredKeys: [] }),
    'of no template': text,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, FieldValue>> as fc.Arbitrary<FieldValues>;

test('the first version with the difference applied is the second, and back; a version differs in nothing from itself', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      expect(applyDifference(one, difference(one, other, template))).toEqual(other);
      expect(applyDifference(other, difference(other, one, template))).toEqual(one);
      expect(difference(one, structuredClone(one), template)).toEqual([]);
    }),
  );
});

test('a text without what was added is the old one, without what was removed the new one, and no shorter way leads there', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (from, to) => {
      const found = sequence(from, to);
      expect(found.flatMap(({ kind, item }) => (kind === 'added' ? [] : [item]))).toEqual(from);
      expect(found.flatMap(({ kind, item }) => (kind === 'removed' ? [] : [item]))).toEqual(to);
      expect(found.filter(({ kind }) => kind === 'same')).toHaveLength(longestCommon(from, to));
    }),
  );
});

/** By the book, slowly. */
function longestCommon(from: readonly string[], to: readonly string[]): number {
  const table = Array.from({ length: from.length + 1 }, () => Array.from({ length: to.length + 1 }, () => 0));
  from.forEach((one, i) => {
    to.forEach((other, j) => {
      table[i + 1]![j + 1] = one === other ? table[i]![j]! + 1 : Math.max(table[i]![j + 1]!, table[i + 1]![j]!);
    });
  });
  return table.at(-1)!.at(-1)!;
}
