/** The finder on screen: what each question is for the outcome, which one opens, and that every outcome of the pack can be made or says what else to do. */
import { describe, expect, it } from 'vitest';
import { answersOf, questionToOpen, standingOf, without } from '../../../renderer/features/finder/answers.ts';
import { requestsOf, startsOf } from '../../../renderer/features/finder/starts.ts';
import { type FinderAnswers, finderData } from '../../../shared/domain/finder.ts';
import { find } from '../../../shared/rules/finder/find.ts';
import { inStep } from '../../../shared/rules/in-step.ts';
import { packOf, templatesInFull } from '../../helpers/packs.ts';

const finder = finderData.parse(packOf('finder').entries[0]);
const templates = new Map(templatesInFull().map((one) => [one.id, one]));
const chair: FinderAnswers = { where: 'netherlands', task: 'disaster', what: 'people', asker: 'chairSafetyRegion' };

describe('the questions', () => {
  it('keep the answers that this pack knows and drop what else the form holds', () => {
    expect(answersOf(finder, { ...chair, startIncident: 'Brand', gone: 'people', task: 'notThere' })).toEqual({ where: 'netherlands', what: 'people', asker: 'chairSafetyRegion' });
    expect(without(chair, 'what')).toEqual({ where: 'netherlands', task: 'disaster', asker: 'chairSafetyRegion' });
  });

  it('are needed most, needed, answered, or idle once the outcome is settled', () => {
    const open = find(finder, { where: 'netherlands' });
    const [next, later] = open.state === 'open' ? open.next : [];
    expect([standingOf('where', { where: 'netherlands' }, open), standingOf(next ?? '', {}, open), standingOf(later ?? '', {}, open)]).toEqual(['answered', 'next', 'open']);
    expect(questionToOpen(open)).toBe(next);
    const found = find(finder, chair);
    expect(found.state).toBe('found');
    expect(standingOf('forWhom', chair, found)).toBe('idle');
    expect(questionToOpen(found)).toBeUndefined();
  });

  it('are named when their answers contradict, and one of them opens', () => {
    const clash = find(finder, { where: 'netherlands', asker: 'islandGovernor' });
    expect(clash.state).toBe('contradiction');
    expect(standingOf('asker', { asker: 'islandGovernor' }, clash)).toBe('contradicts');
    expect(standingOf('task', {}, clash)).toBe('idle');
    expect(questionToOpen(clash)).toBe('where');
  });
});

describe('the drafts that an outcome gives', () => {
  const startsFor = (answers: FinderAnswers): readonly unknown[] => {
    const result = find(finder, answers);
    return result.state === 'found' ? startsOf(result.outcome, templates) : [];
  };

  it('carry who asks, and nothing that their template has no field for', () => {
    expect(startsFor(chair)).toEqual([{ templateId: 'wvr-51', values: { 'applicant.actor': 'chairSafetyRegion' } }]);
  });

  it('are those of the competent authority where another asked, and none where no request is the answer', () => {
    const staff = find(finder, { ...chair, asker: 'regionStaff' });
    expect(staff.state === 'found' && staff.outcome.kind).toBe('wrongApplicant');
    expect(startsFor({ ...chair, asker: 'regionStaff' })).toEqual(startsFor(chair));
    const explosives = find(finder, { ...chair, what: 'explosives' });
    expect(explosives.state === 'found' && requestsOf(explosives.outcome)).toEqual([]);
  });

  it('can be made on this post whatever was answered, and linked ones share the incident and what happened', () => {
    const several = new Set<string>();
    const all = (id: string): readonly string[] => finder.questions.find((question) => question.id === id)?.options.map(({ value }) => value) ?? [];
    for (const where of all('where')) for (const task of all('task')) for (const asker of all('asker')) for (const alsoTask of all('alsoTask')) for (const what of ['people', 'both']) {
      const result = find(finder, { where, task, asker, alsoTask, what, forWhom: 'ownTask' });
      if (result.state !== 'found') continue;
      const starts = startsOf(result.outcome, templates);
      expect(starts).toHaveLength(requestsOf(result.outcome).length);
      if (result.outcome.kind === 'several') several.add(starts.map(({ templateId }) => templateId).toSorted().join(' '));
    }
    expect(several.size).toBeGreaterThan(20);
    for (const ids of several) {
      const parts = ids.split(' ').flatMap((id) => templates.get(id) ?? []);
      for (const one of parts) for (const other of parts) expect([...inStep(one, other)], ids).toEqual(expect.arrayContaining(['applicant.incident', 'situation.description', 'situation.locations']));
    }
  });
});
