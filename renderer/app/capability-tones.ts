/** How strongly a state of readiness or outlook speaks. The words beside it say what it means. */
import type { OutlookState, ReadinessState } from '../../shared/domain/capability.ts';
import type { TagTone } from '../ui/tag.tsx';

export const readinessTones: Readonly<Record<ReadinessState, TagTone>> = { ready: 'ok', notDemonstrable: 'bad', unknown: 'warn', notReported: 'neutral' };
export const outlookTones: Readonly<Record<OutlookState, TagTone>> = { limited: 'warn', possiblyNone: 'bad', notEstablished: 'neutral' };
