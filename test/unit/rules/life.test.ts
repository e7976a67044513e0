/** The machine of a request's life: what can follow what, in which words it is refused, what is still to be done. */
import { describe, expect, it } from 'vitest';
import { lifeStepKinds } from '../../../shared/domain/choices.ts';
import type { LifeStepKind, NewLifeStep } from '../../../shared/domain/life.ts';
import { isMessageId } from '../../../shared/messages/index.ts';
import type { LifeContext, StepFact } from '../../../shared/rules/life/facts.ts';
import { compareWithAdvice, lifeOf } from '../../../shared/rules/life/life.ts';
import { countLines } from '../../../shared/rules/life/lines.ts';
import { type Phase, moveOf, moves, refusal } from '../../../shared/rules/life/machine.ts';
import { refusalOf } from '../../../shared/rules/life/record.ts';

const line = '018f0000-0000-7000-8000-000000000001';
const context: LifeContext = { requestState: 'finalised', now: '2026-11-22T12:00:00.000Z', oralSource: 'Regeling MSOB art. 4 lid 4', lines: [{ id: line, description: 'Boten', quantity: 6 }] };

const step = (hour: number, kind: LifeStepKind, more: Partial<NewLifeStep> = {}): StepFact => {
  const id = `018f0000-0000-7000-8000-${String(hour).padStart(4, '0')}${String(lifeStepKinds.indexOf(kind)).padStart(8, '0')}`;
  const two = String(hour).padStart(2, '0');
  return { id, kind, at: `2026-11-22T${two}:00+00:00[UTC]`, instant: `2026-11-22T${two}:00:00.000Z`, revisionId: `r${id}`, ...more };
};
const stateOf = (...steps: readonly StepFact[]) => lifeOf(steps, context);
const phases = [...new Set(Object.values(moves).flatMap((one) => Object.keys(one)))] as Phase[];

describe('the machine', () => {
  it('has a reason in words for every step that it refuses, and leads nowhere that it does not know', () => {
    for (const kind of lifeStepKinds) {
      for (const phase of [...phases, 'settled' as const, 'rejected' as const]) {
        const next = moveOf(kind, phase, false);
        if (next === undefined) expect(isMessageId(`life.refused.${refusal(kind, phase)}`), `${kind} from ${phase}`).toBe(true);
        else expect(Object.values(moves).some((one) => next in one) || next === 'settled' || next === 'rejected', next).toBe(true);
      }
    }
  });

  it('reaches every state of the issue, from nothing asked to settled', () => {
    const reached = new Set<Phase>(['open']);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const phase of reached) for (const kind of lifeStepKinds) reached.add(moveOf(kind, phase, false) ?? phase);
    }
    expect([...reached].toSorted()).toEqual(['askedOrally', 'deployed', 'ended', 'granted', 'grantedInPart', 'inDecision', 'lapsed', 'open', 'received', 'rejected', 'sent', 'settled', 'withdrawn']);
  });
});

describe('the state', () => {
  it('is that of the document while nothing was asked', () => {
    expect(lifeOf([], context).state).toBe('finalised');
    expect(lifeOf([step(1, 'preAnnouncement')], { ...context, requestState: 'draft' }).state).toBe('draft');
  });

  it('passes over a step that cannot be there, and says which and why', () => {
    const { state, doubts, tasks } = stateOf(step(1, 'sent'), step(2, 'rejected'), step(3, 'deployed'));
    expect(state).toBe('rejected');
    expect([...doubts.values()]).toEqual(['over']);
    expect(tasks).toEqual([{ kind: 'doubtfulStep', since: '2026-11-22T03:00:00.000Z' }]);
  });

  it('asks anew with a change after a rejection: then the old decision counts for nothing', () => {
    const { state, decision } = stateOf(step(1, 'sent'), step(2, 'rejected'), step(3, 'change', { version: 2 }), step(4, 'sent', { version: 2 }));
    expect([state, decision]).toEqual(['sent', undefined]);
  });

  it('keeps the decision on the request when an extension of it is rejected', () => {
    const { state, decision, amendments, amending } = stateOf(step(1, 'sent'), step(2, 'granted'), step(3, 'extension'), step(4, 'rejected'));
    expect([state, decision?.kind, amending, amendments.map((one) => one.decision)]).toEqual(['granted', 'granted', false, ['rejected']]);
  });

  it('lets a decision that names a version decide on what was asked up to it', () => {
    const { amendments, amending } = stateOf(step(1, 'sent'), step(2, 'granted'), step(3, 'extension', { version: 2 }), step(4, 'change', { version: 3 }), step(5, 'granted', { version: 2 }));
    expect([amending, amendments.map((one) => one.decision)]).toEqual([true, ['granted', undefined]]);
  });
});

describe('what is still to be done', () => {
  const kinds = (...steps: readonly StepFact[]) => stateOf(...steps).tasks.map(({ kind }) => kind);

  it('counts from the first oral request until paper is sent, also after the deployment', () => {
    const oral = [step(1, 'oralRequest'), step(2, 'oralRequest'), step(3, 'granted'), step(4, 'deployed')];
    expect(stateOf(...oral).tasks).toContainEqual({ kind: 'paperMustFollow', since: '2026-11-22T01:00:00.000Z', source: 'Regeling MSOB art. 4 lid 4' });
    expect(kinds(...oral, step(5, 'sent'))).toEqual([]);
    expect(kinds(step(1, 'oralRequest'), step(2, 'withdrawn'))).toEqual([]);
  });

  it('takes the word of the request that it was asked orally as long as nobody recorded it', () => {
    const said = { ...context, oralAt: '2026-11-22T00:30:00.000Z' };
    expect(lifeOf([], said).tasks).toEqual([{ kind: 'paperMustFollow', since: said.oralAt, source: context.oralSource }]);
    expect(lifeOf([step(1, 'sent')], said).tasks.map(({ kind }) => kind)).toEqual(['receiptUnknown']);
  });

  it('tells a start and an end that passed; an end that a decision gave takes the place of the one asked', () => {
    const timed = { ...context, start: '2026-11-22T03:00:00.000Z', end: '2026-11-22T06:00:00.000Z' };
    expect(lifeOf([step(1, 'sent'), step(2, 'granted')], timed).tasks).toEqual([{ kind: 'startPassed', since: timed.start }]);
    const running = [step(1, 'sent'), step(2, 'granted'), step(3, 'deployed')];
    expect(lifeOf(running, timed).tasks).toEqual([{ kind: 'endPassed', since: timed.end }]);
    const longer = [...running, step(4, 'extension', { version: 2 }), step(5, 'granted', { until: '2026-11-23T06:00+00:00[UTC]' })];
    expect(lifeOf(longer, timed).tasks).toEqual([]);
  });
});

describe('the numbers', () => {
  it('count all that is asked, granted or deployed where a step names no line', () => {
    expect(countLines([{ kind: 'granted' }, { kind: 'deployed' }, { kind: 'returned' }], context.lines)[0]).toMatchObject({ asked: 6, granted: 6, deployed: 6, returned: 6 });
    const parts = countLines([{ kind: 'grantedInPart', lines: [{ lineId: line, quantity: 4 }] }, { kind: 'deployed', lines: [{ lineId: line, quantity: 1 }] }, { kind: 'deployed', lines: [{ lineId: line, quantity: 2 }] }], context.lines);
    expect(parts[0]).toMatchObject({ asked: 6, granted: 4, deployed: 3 });
    expect(parts[0]).not.toHaveProperty('returned');
  });

  it('stay as they were when an extension is granted, and follow when a change is', () => {
    const part = [step(1, 'sent'), step(2, 'grantedInPart', { lines: [{ lineId: line, quantity: 4 }] })];
    expect(stateOf(...part, step(3, 'extension'), step(4, 'granted')).lines[0]).toMatchObject({ granted: 4 });
    expect(stateOf(...part, step(3, 'change'), step(4, 'granted')).lines[0]).toMatchObject({ granted: 6 });
  });
});

describe('recording', () => {
  it('refuses what would make a later step doubtful, and lets a correction mend one that is', () => {
    const steps = [step(1, 'sent'), step(3, 'granted'), step(4, 'deployed')];
    expect(refusalOf(steps, step(2, 'rejected'), context)).toBe('laterSteps');
    expect(refusalOf(steps, step(5, 'retraction', { corrects: steps[1]?.revisionId ?? '' }), context)).toBe('laterSteps');
    const doubtful = [step(1, 'sent'), step(2, 'rejected'), step(4, 'deployed')];
    expect(refusalOf(doubtful, step(3, 'granted', { corrects: doubtful[1]?.revisionId ?? '' }), context)).toBeUndefined();
    expect(refusalOf([], step(13, 'oralRequest'), context)).toBe('future');
  });
});

describe('advice beside decision', () => {
  it.each([
    ['positive', 'granted', 'same'],
    ['positive', 'grantedInPart', 'partly'],
    ['conditional', 'rejected', 'differs'],
    ['negative', 'granted', 'differs'],
    ['negative', 'rejected', 'same'],
    ['redirect', 'grantedInPart', 'differs'],
  ] as const)('%s and %s: %s', (outcome, kind, differs) => {
    expect(compareWithAdvice({ id: line, outcome }, step(1, kind)).differs).toBe(differs);
  });
  it('is open while one of the two is not there', () => {
    expect(compareWithAdvice(undefined, step(1, 'granted')).differs).toBe('open');
    expect(compareWithAdvice({ id: line, outcome: 'positive' }, undefined).differs).toBe('open');
  });
});
