/** The steps on their way to the disk and the ones that are being typed, by request. Both outlive the screen. */
import type { TypedFields } from '../../../shared/domain/half-typed.ts';
import type { LifeStep, NewLifeStep } from '../../../shared/domain/life.ts';
import type { EntryQueue, Typed } from '../../app/draft/entry-queue.ts';
import { type HalfTyped, openHalfTyped } from '../../app/draft/half-typed.ts';
import { createOpenQueues } from '../../app/draft/open-queues.ts';
import { link } from '../../link/index.ts';

export interface TypedStep extends Typed {
  readonly step: NewLifeStep;
}

export interface OpenLife {
  readonly queue: EntryQueue<TypedStep, LifeStep>;
  /** the forms `lifeStep` and `lifeCorrection` (step-fields.ts) */
  readonly typing: HalfTyped;
}

const queues = createOpenQueues<TypedStep, LifeStep>({
  send: (requestId, { step }) => link.call('life.record', { requestId, step }),
  words: ({ step: { by, remark } }) => [by, remark].filter(Boolean).join(': '),
  writtenAt: ({ recordedAt }) => recordedAt,
});

/** The forms of a request's life stand at a place of their own: its draft has the name of the request. */
export const typingPlace = (requestId: string): string => `life-${requestId}`;

export function openLife(requestId: string, forms: Readonly<Record<string, TypedFields>>): OpenLife {
  return { queue: queues.open(requestId), typing: openHalfTyped(typingPlace(requestId), forms) };
}
