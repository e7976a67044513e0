import { describe, expect, it } from 'vitest';
import type { CapabilityLine } from '../../../shared/domain/request.ts';
import { difference } from '../../../shared/rules/difference.ts';
import { sequence } from '../../../shared/rules/sequence.ts';
import { template, values } from '../../helpers/request.ts';

const one: CapabilityLine = { id: '018f0000-0000-7000-8000-000000000001', description: 'Boten', quantity: 4 };
const two: CapabilityLine = { id: '018f0000-0000-7000-8000-000000000002', description: 'Tolken' };
const of = (before: Parameters<typeof values>[0], after: Parameters<typeof values>[0]) => difference(values(before), values(after), template);

describe('the difference of two versions', () => {
  it('is empty when they say the same, whatever the order of keys', () => {
    expect(of({}, {})).toEqual([]);
    expect(of({ 'applicant.contact': { function: 'a', phone: 'b' } }, { 'applicant.contact': { phone: 'b', function: 'a' } })).toEqual([]);
  });

  it('names fields in the order of the template, with its labels, and those of no template at the end', () => {
    const found = of({ 'old.field': 'x', 'effect.priority': undefined }, { 'applicant.incident': 'Anders', 'effect.priority': 'high' });
    expect(found.map(({ field, kind }) => [field, kind])).toEqual([['applicant.incident', 'changed'], ['effect.priority', 'added'], ['old.field', 'removed']]);
    expect(found[0]?.label?.nl).toMatch(/\w/);
    expect(found[2]).not.toHaveProperty('label');
  });

  it('tells a text word by word', () => {
    const [found] = of({ 'effect.text': 'Alle inwoners zijn in veiligheid' }, { 'effect.text': 'Alle zieke inwoners zijn buiten gevaar' });
    expect(found?.words).toEqual([
      { kind: 'same', item: 'Alle ' },
      { kind: 'added', item: 'zieke ' },
      { kind: 'same', item: 'inwoners ' },
      { kind: 'same', item: 'zijn ' },
      { kind: 'removed', item: 'in ' },
      { kind: 'removed', item: 'veiligheid' },
      { kind: 'added', item: 'buiten ' },
      { kind: 'added', item: 'gevaar' },
    ]);
  });

  it('tells lines by their id and which part of a line changed', () => {
    const [found] = of({ 'capabilities.lines': [one, two] }, { 'capabilities.lines': [{ ...one, quantity: 6, note: 'met bemanning' }] });
    expect(found?.items?.map(({ id, kind, parts }) => [id, kind, parts])).toEqual([[one.id, 'changed', ['quantity', 'note']], [two.id, 'removed', []]]);
  });

  it('tells municipalities one by one', () => {
    const [found] = of({ 'applicant.municipalities': ['GM0935', 'GM0994'] }, { 'applicant.municipalities': ['GM0994', 'GM0957'] });
    expect(found?.items?.map(({ id, kind }) => [id, kind])).toEqual([['GM0994', 'same'], ['GM0957', 'added'], ['GM0935', 'removed']]);
  });

  it('is made at once for the longest texts, also when nothing of them agrees', () => {
    const long = (word: string): string[] => Array.from({ length: 10_000 }, (_, index) => `${word}${index} `);
    const start = performance.now();
    expect(sequence(long('a'), long('b'))).toHaveLength(20_000);
    expect(sequence(long('a'), [...long('a').slice(0, 5000), 'tussen ', ...long('a').slice(5000)]).filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', item: 'tussen ' }]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
