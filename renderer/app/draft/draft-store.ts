/**
 * One open draft: what stands in its fields, how it got there and what of it is durable. It lives outside the screen, so that going
 * to another screen and back loses nothing.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallError, Result } from '../../../shared/errors.ts';
import type { FieldValue } from '../../../shared/domain/request.ts';
import { type Changes, type History, type Values, applyChanges, emptyHistory, emptyToNull, record, seal, stepBack, stepForward } from './history.ts';
import { type Acknowledged, type QueueState, createSaveQueue } from './save-queue.ts';

export interface DraftState<V = FieldValue> {
  readonly values: Values<V>;
  readonly seq: number;
  readonly savedAt: string;
  readonly save: QueueState;
  /** values that the store will not take, by field: kept on screen, said at the field */
  readonly refused: Readonly<Record<string, CallError>>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A working copy as the store holds it. */
export interface Stored<V = FieldValue> {
  readonly values: Values<V>;
  readonly seq: number;
  readonly savedAt: string;
}

export interface DraftParts<V = FieldValue> extends Stored<V> {
  send(changes: Changes<V>): Promise<Result<Acknowledged>>;
  /** milliseconds; only tells a pause in typing from typing on */
  readonly clock?: () => number;
}

export interface Draft<V = FieldValue> {
  readonly store: StoreApi<DraftState<V>>;
  /** a change of one field by typing: coalesced into one step of undo until a pause or a blur */
  type(field: string, value: V | null): void;
  /** a change in one go: a choice, a line added, several fields together */
  change(changes: Changes<V>): void;
  /** the fields that went back, or nothing when there was nothing to undo */
  undo(): readonly string[];
  redo(): readonly string[];
  /** leaving a field: ends the step of undo and saves at once */
  leave(): void;
  /** true when everything typed is durable */
  flush(): Promise<boolean>;
  isDurable(): boolean;
  /** what was typed and is not durable, by field: on its way, waiting, or refused */
  unsaved(): Changes<V>;
  /** takes over what was written elsewhere (another request of its group, a line from the catalogue); what is being typed stays, and so does undo */
  takeOver(stored: Stored<V>): void;
  /** ends the draft; what was never acknowledged is given back */
  dispose(): Changes<V>;
}

const same = (left: unknown, right: unknown): boolean => left === right || JSON.stringify(left) === JSON.stringify(right);

export function createDraft<V = FieldValue>(parts: DraftParts<V>): Draft<V> {
  const clock = parts.clock ?? Date.now;
  let history: History<V> = emptyHistory;
  const store = createStore<DraftState<V>>(() => ({
    values: parts.values,
    seq: parts.seq,
    savedAt: parts.savedAt,
    save: { kind: 'saved' },
    refused: {},
    canUndo: false,
    canRedo: false,
  }));
  const queue = createSaveQueue<V>({
    send: parts.send,
    onAcknowledged: ({ seq, savedAt }) => store.setState({ seq, savedAt }),
    onState: (save) => store.setState({ save }),
    onRefused: (field, error) => store.setState((state) => ({ refused: { ...state.refused, [field]: error } })),
  });

  /** `changes` without what changes nothing, empties as null */
  const clean = (changes: Changes<V>): Changes<V> => {
    const { values } = store.getState();
    return Object.fromEntries(
      Object.entries(changes)
        .map(([field, value]) => [field, emptyToNull(value)] as const)
        .filter(([field, value]) => !same(values[field] ?? null, value)),
    );
  };

  const put = (changes: Changes<V>, next: History<V>): void => {
    history = next;
    const { values, refused } = store.getState();
    const stillRefused = Object.fromEntries(Object.entries(refused).filter(([field]) => !(field in changes)));
    store.setState({ values: applyChanges(values, changes), refused: stillRefused, canUndo: next.past.length > 0, canRedo: next.future.length > 0 });
    queue.put(changes);
  };

  const commit = (changes: Changes<V>, typing: string | undefined): void => {
    const real = clean(changes);
    if (Object.keys(real).length === 0) return;
    put(real, record(history, store.getState().values, real, typing, clock()));
  };

  const go = (step: ReturnType<typeof stepBack<V>>): readonly string[] => {
    if (!step) return [];
    put(step.changes, step.history);
    void queue.flush();
    return Object.keys(step.changes);
  };

  const nothingRefused = (): boolean => Object.keys(store.getState().refused).length === 0;

  return {
    store,
    type: (field, value) => commit({ [field]: value }, field),
    change: (changes) => commit(changes, undefined),
    undo: () => go(stepBack(history)),
    redo: () => go(stepForward(history)),
    leave() {
      history = seal(history);
      void queue.flush();
    },
    flush: async () => (await queue.flush()) && nothingRefused(),
    isDurable: () => queue.isEmpty() && nothingRefused(),
    unsaved() {
      const { refused, values } = store.getState();
      return { ...Object.fromEntries(Object.keys(refused).map((field) => [field, values[field] ?? null])), ...queue.unacknowledged() };
    },
    takeOver({ values, seq, savedAt }) {
      const state = store.getState();
      if (seq < state.seq) return;
      // A value that the store refused is still on screen, to be mended there.
      const refused = Object.fromEntries(Object.keys(state.refused).map((field) => [field, state.values[field] ?? null]));
      const merged = applyChanges(values, { ...refused, ...queue.unacknowledged() });
      // A field that says the same keeps its very value, so that nothing on screen is drawn again for it.
      const next = Object.fromEntries(Object.entries(merged).map(([field, value]) => [field, same(state.values[field], value) ? (state.values[field] ?? value) : value]));
      store.setState({ values: same(next, state.values) ? state.values : next, seq, savedAt });
    },
    dispose: () => queue.dispose(),
  };
}
