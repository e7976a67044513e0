/** The mutation run itself: it sees a check that a case holds, one that none holds, and a case that holds nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutateChecks } from '../../../build/scenario/mutate.ts';
import { knownFromPacks, referenceFromPacks } from '../../../build/scenario/packs.ts';
import { judgeByRules } from '../../../build/scenario/rules.ts';
import { type ScenarioCase, requestCase } from '../../scenarios/case.ts';

const known = knownFromPacks();
const reference = referenceFromPacks();
const zuidLimburg = requestCase(JSON.parse(readFileSync(new URL('../../scenarios/zuid-limburg-2021.json', import.meta.url), 'utf8')));

const heldBy = (cases: readonly ScenarioCase[], check: string): readonly string[] | undefined => mutateChecks(cases, known, reference).mutations.find((one) => one.check === check)?.heldBy;

describe('the mutation run', () => {
  it('finds the case that expects the remark of a check', () => {
    expect(heldBy([zuidLimburg], 'double-count.people')).toEqual(['zuid-limburg-2021']);
  });

  it('finds that a check survives when no case expects anything of it', () => {
    const silent = { ...zuidLimburg, expect: { legalBasis: 'wvr-51' } };
    expect(heldBy([silent], 'double-count.people')).toEqual([]);
  });

  it('lets a case that is wrong to begin with hold nothing, and says so', () => {
    const wrong = { ...zuidLimburg, expect: { ...zuidLimburg.expect, blocks: 99 } };
    expect(mutateChecks([wrong], known, reference).broken).toEqual(['zuid-limburg-2021']);
    expect(heldBy([wrong], 'double-count.people')).toEqual([]);
  });

  it('counts what another open request of the post asks', () => {
    const values = { 'capabilities.lines': zuidLimburg.values['capabilities.lines']!, 'effect.period': zuidLimburg.values['effect.period']! };
    const rivalled = { ...zuidLimburg, alsoOpen: [{ templateId: 'wvr-51', values }] };
    expect(judgeByRules(rivalled, known, reference).checks.map(({ messageId }) => messageId)).toContain('checks.claims.taken');
    expect(judgeByRules(zuidLimburg, known, reference).checks.map(({ messageId }) => messageId)).not.toContain('checks.claims.taken');
  });
});
