/** What a check is: a pure function from a draft with its reference to findings. Checks know nothing of each other. */
import type { AssessmentInput, Finding, Outcome } from '../../domain/assessment.ts';
import type { Bilingual } from '../../domain/basics.ts';
import type { Capability } from '../../domain/capability.ts';
import type { CapabilityLine } from '../../domain/request.ts';
import type { TemplateField } from '../../domain/template.ts';
import type { MessageId, MessageValues } from '../../messages/index.ts';
import { read } from '../values.ts';

export interface CheckContext extends AssessmentInput {
  /** fields that this draft shows, by id */
  readonly shown: ReadonlyMap<string, TemplateField>;
}

/** A finding without the id of its check, which the table adds. */
export type Remark = Omit<Finding, 'checkId'>;
export type Check = (context: CheckContext) => readonly Remark[];

export const nothing: readonly Remark[] = [];

export function remark(outcome: Outcome, messageId: MessageId, field: string, source: string, values: MessageValues = {}): Remark {
  return { outcome, messageId, values, field, source };
}

/** A name in both languages as values of a message: the Dutch text says {name}, the English {nameEn}. */
export function both<K extends string>(key: K, text: Bilingual): Record<K | `${K}En`, string> {
  return { [key]: text.nl, [`${key}En`]: text.en } as Record<K | `${K}En`, string>;
}

/** Stands in a message value for 'not known': ICU can select on it, not on an empty text. */
export const none = 'none';

export const linesField = 'capabilities.lines';

export function linesOf(context: CheckContext): readonly CapabilityLine[] {
  const lines = context.shown.has(linesField) ? read(context.values, linesField, 'capabilityLines') : undefined;
  return lines ?? [];
}

/** The catalogue entries that the request asks for, each once, with the first line that names it. */
export function askedCapabilities(context: CheckContext): readonly { readonly line: CapabilityLine; readonly capability: Capability }[] {
  const found = new Map<string, { line: CapabilityLine; capability: Capability }>();
  for (const line of linesOf(context)) {
    const id = line.capabilityId;
    if (id === undefined || found.has(id) || !Object.hasOwn(context.reference.capabilities, id)) continue;
    const capability = context.reference.capabilities[id];
    if (capability) found.set(id, { line, capability });
  }
  return [...found.values()];
}
