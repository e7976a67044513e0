/** The forms of the log that are being typed in, between what they mean and the texts that are kept of them. */
import type { TypedFields } from '../../../shared/domain/half-typed.ts';
import { logEntryKinds } from '../../../shared/domain/choices.ts';
import type { LogEntryKind } from '../../../shared/domain/log-entry.ts';
import type { Typing } from './open-dossiers.ts';

export const quickForm = 'logEntry';
export const correctionForm = 'logCorrection';
export const nothingTyped: Typing = { text: '', kind: 'entry', at: null };

export interface Correction extends Typing {
  /** id of the entry that it puts right */
  readonly corrects: string;
}

export function isKind(value: string | null | undefined): value is LogEntryKind {
  return logEntryKinds.some((kind) => kind === value);
}

export function readTyping(fields: TypedFields | undefined): Typing {
  const { text = '', kind, at } = fields ?? {};
  return { text, kind: isKind(kind) ? kind : nothingTyped.kind, at: at ?? null };
}

/** Null where nothing is typed: then nothing is kept. */
export function writeTyping({ text, kind, at }: Typing): TypedFields | null {
  return text === '' && at === null && kind === nothingTyped.kind ? null : { text, kind, ...(at === null ? {} : { at }) };
}

export function readCorrection(fields: TypedFields | undefined): Correction | undefined {
  const corrects = fields?.['corrects'];
  return corrects === undefined ? undefined : { ...readTyping(fields), corrects };
}

export function writeCorrection(correction: Correction | undefined): TypedFields | null {
  return correction === undefined ? null : { ...writeTyping(correction), corrects: correction.corrects };
}
