/**
 * Undo and redo over the whole draft, as values. A step holds what its fields were and what they became, so that going back and
 * forth never depends on anything but the step itself. Typing in one field is one step until a pause, a blur or another field.
 */
import type { FieldValue } from '../../../shared/domain/request.ts';

/** What stands in the fields of a document, by field; an empty field is absent. */
export type Values<V> = Readonly<Record<string, V>>;
/** Fields with their new value, null to empty one. */
export type Changes<V> = Readonly<Record<string, V | null>>;

export interface Step<V = FieldValue> {
  readonly before: Changes<V>;
  readonly after: Changes<V>;
  /** the field being typed in, while the step may still grow */
  readonly typing: string | undefined;
  /** milliseconds, of the last change in the step */
  readonly at: number;
}

export interface History<V = FieldValue> {
  readonly past: readonly Step<V>[];
  readonly future: readonly Step<V>[];
}

export const emptyHistory: History<never> = { past: [], future: [] };

/** a pause in typing that ends a step, milliseconds */
export const typingPause = 1000;
/** steps kept; older ones are forgotten, never the text itself */
export const stepsKept = 500;

/** An empty field is absent: empty text, an empty list and an object without any value are all 'nothing'. */
export function emptyToNull<V>(value: V | null | undefined): V | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  return Object.values(value).some((part) => part !== undefined && part !== '') ? value : null;
}

export function applyChanges<V>(values: Values<V>, changes: Changes<V>): Values<V> {
  const next: Record<string, V> = { ...values };
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete next[field];
    else next[field] = value;
  }
  return next;
}

/** What the changes would overwrite: applying the answer undoes them. */
export function inverse<V>(values: Values<V>, changes: Changes<V>): Changes<V> {
  return Object.fromEntries(Object.keys(changes).map((field) => [field, values[field] ?? null]));
}

export function record<V>(history: History<V>, values: Values<V>, changes: Changes<V>, typing: string | undefined, at: number): History<V> {
  const last = history.past.at(-1);
  if (last && typing !== undefined && last.typing === typing && at - last.at < typingPause) {
    return { past: [...history.past.slice(0, -1), { ...last, after: changes, at }], future: [] };
  }
  const step: Step<V> = { before: inverse(values, changes), after: changes, typing, at };
  return { past: [...history.past, step].slice(-stepsKept), future: [] };
}

/** Ends the step that is being typed: the next change starts a new one. */
export function seal<V>(history: History<V>): History<V> {
  const last = history.past.at(-1);
  if (last?.typing === undefined) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, typing: undefined }] };
}

/** The changes to apply, and the history after them; nothing when there is no step that way. */
export function stepBack<V>(history: History<V>): { readonly changes: Changes<V>; readonly history: History<V> } | undefined {
  const step = history.past.at(-1);
  if (!step) return undefined;
  return { changes: step.before, history: { past: history.past.slice(0, -1), future: [{ ...step, typing: undefined }, ...history.future] } };
}

export function stepForward<V>(history: History<V>): { readonly changes: Changes<V>; readonly history: History<V> } | undefined {
  const [step, ...future] = history.future;
  if (!step) return undefined;
  return { changes: step.after, history: { past: [...history.past, step], future } };
}
