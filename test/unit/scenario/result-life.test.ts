import { describe, expect, it } from 'vitest';
import { adviceDifferences, lifeDifferences } from '../../../build/scenario/result-life.ts';

describe('what came of an advice and a life beside what the case expects', () => {
  const life = { state: 'granted', tasks: ['startPassed'], differs: 'same', lines: [{ asked: 6, granted: 4 }], changed: [], steps: [] };
  const advice = { outcome: 'positive', checks: [{ id: 'advice.complete', severity: 'ok', field: 'outcome', source: '', messageId: 'checks.advice.complete', message: '' }], suggestions: { legality: 'favourable', costs: null } };

  it('says nothing where it came true, or where nothing is expected', () => {
    expect(lifeDifferences({ state: 'granted', tasks: ['startPassed'], differs: 'same', lines: [{ asked: 6, granted: 4 }] }, life)).toEqual([]);
    expect(lifeDifferences(undefined, life)).toEqual([]);
    expect(adviceDifferences({ suggestions: { legality: 'favourable' }, checks: [{ id: 'advice.complete' }], blocks: 0 }, advice)).toEqual([]);
  });

  it('tells each difference in a sentence', () => {
    expect(lifeDifferences({ state: 'rejected', tasks: [], differs: 'differs', lines: [{ asked: 6 }], changed: ['effect.period'] }, life)).toHaveLength(5);
    expect(adviceDifferences({ suggestions: { legality: 'unfavourable', safety: 'favourable' }, absent: [{ id: 'advice.complete' }], blocks: 1 }, advice)).toEqual([
      'proposal for legality: expected "unfavourable", came "favourable"',
      'proposal for safety: expected "favourable", came null',
      'advice, check not expected: advice.complete; it said: ',
      'advice, remarks that block: expected 1, came 0',
    ]);
  });
});
