/** The life of a request in the window: what comes next, what is recorded of what was typed, how it is read, who counts on what. */
import { expect, it } from 'vitest';
import { passedText } from '../../../renderer/app/life-words.ts';
import { claimGroups } from '../../../renderer/features/life/claim-groups.ts';
import { proposedKind, stepsToCome } from '../../../renderer/features/life/next.ts';
import { fieldsOf, partsOf, stepOf, withField, withQuantity } from '../../../renderer/features/life/step-fields.ts';
import { timelineRows } from '../../../renderer/features/life/timeline-rows.ts';
import type { CapabilityClaim } from '../../../shared/domain/claim.ts';
import { lifeStates, lifeStepKinds } from '../../../shared/domain/choices.ts';
import { type LifeStep, newLifeStep } from '../../../shared/domain/life.ts';
import { type MessageId, type MessageValues, say } from '../../../shared/messages/index.ts';

const id = '018f0000-0000-7000-8000-000000000001';
const line = '018f0000-0000-7000-8000-000000000002';
const at = (clock: string, day = '14'): string => `2021-07-${day}T${clock}:00+02:00[Europe/Amsterdam]`;
const step = (revisionId: string, clock: string, more: Partial<LifeStep> = {}): LifeStep => ({ id, revisionId, kind: 'sent', at: at(clock), recordedAt: '2021-07-14T18:00:00.000Z', author: { post: 'ZL-01', function: 'rmoa' }, ...more });

it('shows the road that is left, and proposes the first step of it that can be recorded', () => {
  expect(stepsToCome({ state: 'draft', allowed: [] })[0]).toBe('sent');
  expect(stepsToCome({ state: 'granted', allowed: [] })).toEqual(['deployed', 'ended', 'settled']);
  expect(stepsToCome({ state: 'settled', allowed: ['expenditure'] })).toEqual([]);
  expect(stepsToCome({ state: 'withdrawn', allowed: [] })).toEqual([]);
  expect(stepsToCome({ state: 'withdrawn', allowed: ['settled'] })).toEqual(['settled']);
  expect(proposedKind({ state: 'sent', allowed: ['granted', 'inDecision'] })).toBe('inDecision');
  expect(proposedKind({ state: 'rejected', allowed: ['change'] })).toBe('change');
  expect(proposedKind({ state: 'settled', allowed: [] })).toBeUndefined();
  for (const state of lifeStates) expect(stepsToCome({ state, allowed: [...lifeStepKinds] }).length, state).toBeLessThanOrEqual(7);
});

it('records only what the kind of step asks, and nothing that was left empty', () => {
  const typed = withQuantity({ kind: 'granted', by: ' minister van Defensie ', remark: '  ', carrier: 'mail', euros: '12.5', until: at('18:00', '16') }, line, 70);
  expect(stepOf(id, 'granted', at('14:00'), typed, {})).toEqual({ id, kind: 'granted', at: at('14:00'), by: 'minister van Defensie', lines: [{ lineId: line, quantity: 70 }], until: at('18:00', '16') });
  expect(stepOf(id, 'expenditure', at('14:00'), typed, {})).toEqual({ id, kind: 'expenditure', at: at('14:00'), by: 'minister van Defensie', expenditure: { euros: 12.5 } });
  expect(stepOf(id, 'sent', at('14:00'), typed, { version: 2 })).toMatchObject({ carrier: 'mail', version: 2 });
  for (const kind of lifeStepKinds) expect(newLifeStep.safeParse(stepOf(id, kind, at('14:00'), typed, {})).error, kind).toBeUndefined();
});

it('gives the texts of a step back to type its correction from', () => {
  const recorded = step('r', '14:00', { kind: 'granted', by: 'LOCC', lines: [{ lineId: line, quantity: 70 }], version: 1 });
  const fields = fieldsOf(recorded);
  expect(fields).toMatchObject({ kind: 'granted', by: 'LOCC', version: '1', corrects: 'r' });
  const again = stepOf(id, 'granted', recorded.at, fields, { corrects: fields['corrects'] });
  expect(again).toMatchObject({ by: 'LOCC', lines: recorded.lines, corrects: 'r' });
  expect(partsOf('retraction')).toEqual([]);
});

it('keeps an empty field out of the form, so that an empty form is none', () => {
  expect(withField({ remark: 'x' }, 'remark', '')).toEqual({});
  expect(withField({}, 'remark', 'x')).toEqual({ remark: 'x' });
  expect(withQuantity(withQuantity({}, line, 3), line, null)).toEqual({});
});

it('reads from top to bottom in time, document and steps in one row, each correction beside what it corrects', () => {
  const wrong = step('wrong', '14:00', { correctedBy: 'right' });
  const right = step('right', '14:05', { corrects: 'wrong', recordedAt: '2021-07-14T12:06:00.000Z' });
  const rows = timelineRows({ steps: [wrong, right] }, { createdAt: '2021-07-13T22:30:00.000Z', revisions: [{ id: 'v1', number: 1, version: 1, state: 'finalised', author: { post: 'ZL-01', function: 'rmoa' }, at: '2021-07-14T11:59:00.000Z' }] });
  expect(rows.map(({ key }) => key)).toEqual(['begun', 'v1', 'wrong', 'right']);
  // half past midnight in the Netherlands is that day already
  expect(rows.map(({ day }) => day)).toEqual(['2021-07-14', undefined, undefined, undefined]);
  expect(rows[2]).toMatchObject({ isRecordedLater: true });
  expect(rows[3]).toMatchObject({ isRecordedLater: false, corrects: { revisionId: 'wrong' } });
});

it('counts as rivals who ask the same at the same time, and not those of one group or without a time', () => {
  const claim = (reference: string, start: string | undefined, end: string | undefined, groupId?: string): CapabilityClaim => ({
    requestId: reference,
    reference,
    templateId: 'wvr-51',
    capabilityId: 'boats',
    period: { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) },
    ...(groupId === undefined ? {} : { groupId }),
  });
  const rivals = (...claims: CapabilityClaim[]): number | undefined => claimGroups(claims)[0]?.rivals;
  expect(rivals(claim('a', at('10:00'), at('12:00')), claim('b', at('11:00'), undefined))).toBe(2);
  expect(rivals(claim('a', at('10:00'), at('12:00')), claim('b', at('12:00'), at('14:00')))).toBe(0);
  expect(rivals(claim('a', at('10:00'), at('12:00'), 'g'), claim('b', at('10:00'), at('12:00'), 'g'))).toBe(0);
  expect(rivals(claim('a', undefined, undefined), claim('b', at('10:00'), at('12:00')))).toBe(0);
});

it('tells time that passed as people in an operations room do', () => {
  const words = (minutes: number): string =>
    passedText('2021-07-14T12:00:00.000Z', new Date(Date.parse('2021-07-14T12:00:00.000Z') + minutes * 60_000).toISOString(), (message: MessageId, values?: MessageValues) => say('nl', message, values));
  expect([-5, 0, 59, 130, 47 * 60, 76 * 60, 12 * 24 * 60 + 300].map(words)).toEqual(['0 min', '0 min', '59 min', '2 u 10 min', '47 u 0 min', '3 dagen 4 u', '12 dagen']);
});
