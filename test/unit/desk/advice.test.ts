/** Advice in the window: its fields between draft and contract, and what stands in which part. */
import { expect, it } from 'vitest';
import { findingField, toAdviceChanges, toAdviceValues, toFieldValues, withItem, withPart } from '../../../renderer/features/advice/advice-values.ts';
import { partOf, partsShown, stateOf } from '../../../renderer/features/advice/parts.ts';
import { requestLines } from '../../../renderer/features/advice/use-checks.ts';
import { adviceChanges } from '../../../shared/domain/advice.ts';

it('knows each criterion as a field of its own, and gives them to the store together', () => {
  const values = toFieldValues({ reason: 'Haalbaar', findings: { legality: { finding: 'favourable' } } });
  expect(values).toEqual({ reason: 'Haalbaar', 'findings.legality': { finding: 'favourable' } });
  expect(toAdviceValues(values)).toEqual({ reason: 'Haalbaar', findings: { legality: { finding: 'favourable' } } });
  const changes = toAdviceChanges({ outcome: null, [findingField('legality')]: null, [findingField('costs')]: { reason: 'FNIK' } });
  expect(changes).toEqual({ outcome: null, findings: { legality: null, costs: { reason: 'FNIK' } } });
  expect(adviceChanges.safeParse(changes).error).toBeUndefined();
  expect(toAdviceChanges({ reason: 'x' })).toEqual({ reason: 'x' });
});

it('leaves an empty part out, and puts an item in the place of the one that it changes', () => {
  expect(withPart<{ finding?: string; reason?: string }, 'reason'>({ finding: 'favourable', reason: 'x' }, 'reason', '')).toEqual({ finding: 'favourable' });
  expect(withItem([{ id: 'a', n: 1 }, { id: 'b', n: 1 }], { id: 'a', n: 2 })).toEqual([{ id: 'a', n: 2 }, { id: 'b', n: 1 }]);
  expect(withItem([{ id: 'a', n: 1 }], { id: 'c', n: 3 })).toHaveLength(2);
});

it('leads each remark to the part in which its field stands', () => {
  expect(['subject', 'findings.legality', 'availability', 'proposals', 'conditions', 'reason'].map(partOf)).toEqual(['question', 'criteria', 'availability', 'proposals', 'outcome', 'outcome']);
  expect(partsShown(false)).not.toContain('proposals');
  const open = { checkId: 'c', outcome: 'warns' as const, messageId: 'm', values: {}, field: 'findings.legality', source: '' };
  expect(stateOf('criteria', {}, [open])).toBe('empty');
  expect(stateOf('criteria', { 'findings.legality': {} }, [open])).toBe('open');
  expect(stateOf('criteria', { 'findings.legality': {} }, [{ ...open, outcome: 'informs' }])).toBe('complete');
});

it('finds the capability lines of a request whatever its template calls them', () => {
  expect(requestLines({ values: { 'capabilities.lines': [{ id: 'l', capabilityId: 'boats', description: 'Boten' }], 'applicant.municipalities': ['GM0994'] } })).toEqual([{ id: 'l', capabilityId: 'boats', description: 'Boten' }]);
});
