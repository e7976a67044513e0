/** The parts of an advice, and which of its fields stand in which. */
import type { Finding } from '../../../shared/domain/assessment.ts';
import type { Step } from '../../ui/index.ts';
import type { AdviceFieldValue } from './advice-values.ts';

export const partIds = ['question', 'criteria', 'availability', 'proposals', 'outcome'] as const;
export type PartId = (typeof partIds)[number];

const fieldsOfQuestion = ['subject', 'askedBy', 'askedAt', 'wishes', 'effect', 'limits', 'possibilities'];

export function partOf(field: string): PartId {
  if (fieldsOfQuestion.includes(field)) return 'question';
  if (field.startsWith('findings.')) return 'criteria';
  return field === 'availability' || field === 'proposals' ? field : 'outcome';
}

/** Proposals are made at the fields of a request; without one there are none. */
export const partsShown = (hasRequest: boolean): readonly PartId[] => partIds.filter((part) => hasRequest || part !== 'proposals');

/** Empty while nothing stands in it; open while a check asks something of it. */
export function stateOf(part: PartId, values: Readonly<Record<string, AdviceFieldValue>>, findings: readonly Finding[]): Step['state'] {
  const isTyped = Object.keys(values).some((field) => partOf(field) === part);
  const isAsked = findings.some(({ field, outcome }) => field !== undefined && (outcome === 'blocks' || outcome === 'warns') && partOf(field) === part);
  if (!isTyped) return 'empty';
  return isAsked ? 'open' : 'complete';
}

/** Id of the element around a field, for jumping to it. */
export const elementId = (field: string): string => `advice.${field}`;
