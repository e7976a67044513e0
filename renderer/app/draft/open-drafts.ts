/**
 * The drafts of one kind that are open in this window. A draft outlives its screen: it keeps its undo, and what could not be saved yet
 * goes on trying. Before the post locks or the window closes everything is flushed; after a lock nothing that is durable stays in memory.
 */
import type { Result } from '../../../shared/errors.ts';
import { link } from '../../link/index.ts';
import { type Unsaved, registerFlusher, reportSave } from '../save-state.ts';
import { useSession } from '../session.ts';
import { type Draft, type Stored, createDraft } from './draft-store.ts';
import type { Changes } from './history.ts';
import { type Acknowledged, refusedBySpace } from './save-queue.ts';

/** A working copy with the name by which the store knows it. */
export interface StoredDraft<V> extends Stored<V> {
  readonly id: string;
}

export interface OpenDraftsParts<V> {
  readonly kind: Unsaved['of'];
  save(id: string, changes: Changes<V>): Promise<Result<Acknowledged>>;
  /** what the store holds; nothing when it is no draft any more or cannot be asked. Absent: nobody else writes it. */
  readonly read?: (id: string) => Promise<StoredDraft<V> | undefined>;
}

export interface OpenDrafts<V> {
  /** the one in memory, with what was written elsewhere since (a line put in from the catalogue, a proposal taken over) */
  open(stored: StoredDraft<V>): Draft<V>;
  /** something was typed in it that is not saved: it must stay where it can be read, also when nothing may be written there any more */
  holdsTyping(id: string): boolean;
  /** ends the draft of a document that no longer is one: it was finalised */
  close(id: string): void;
}

export function createOpenDrafts<V>({ kind, save, read }: OpenDraftsParts<V>): OpenDrafts<V> {
  const drafts = new Map<string, Draft<V>>();
  /** the newest save that was heard of while an own one was under way, by document */
  const behind = new Map<string, number>();
  let connected = false;

  /** Quiet when the store cannot be asked: the next change, or opening it again, does the same. */
  async function follow(id: string): Promise<void> {
    const stored = await read?.(id);
    const known = drafts.get(id);
    // The answer stands for this moment: own saves that were acknowledged meanwhile make it old.
    if (stored && known && stored.seq >= known.store.getState().seq) known.takeOver(stored);
  }

  function heard(id: string, seq: number): void {
    const known = drafts.get(id);
    if (!known || seq <= known.store.getState().seq) return;
    // It may be the own save that is under way; its acknowledgement tells.
    if (known.isDurable()) void follow(id);
    else behind.set(id, Math.max(seq, behind.get(id) ?? 0));
  }

  function close(id: string): void {
    drafts.get(id)?.dispose();
    drafts.delete(id);
    behind.delete(id);
  }

  async function flush(): Promise<void> {
    const flushed = await Promise.all([...drafts.values()].map(async (draft) => (await draft.flush()) || isRefused(draft)));
    if (flushed.includes(false)) throw new Error('a draft holds what is not saved yet');
  }

  const unsaved = (): readonly Unsaved[] =>
    [...drafts.values()].flatMap((draft) => {
      const values = draft.unsaved();
      const { save: saving, refused } = draft.store.getState();
      const error = saving.kind === 'failing' ? saving.error : Object.values(refused)[0];
      return Object.keys(values).length === 0 ? [] : [{ of: kind, values, error }];
    });

  function connect(): void {
    if (connected) return;
    connected = true;
    registerFlusher(flush, unsaved);
    if (read) link.on('document.changed', ({ id, seq }) => heard(id, seq));
    useSession.subscribe((session, before) => {
      if (session.phase === 'open' || before.phase !== 'open') return;
      for (const [id, draft] of drafts) if (draft.isDurable()) close(id);
    });
  }

  return {
    open(stored) {
      connect();
      const { id } = stored;
      const known = drafts.get(id);
      if (known) {
        if (known.store.getState().seq < stored.seq) known.takeOver(stored);
        return known;
      }
      const draft: Draft<V> = createDraft<V>({
        values: stored.values,
        seq: stored.seq,
        savedAt: stored.savedAt,
        send: async (changes) => {
          const from = draft.store.getState().seq;
          const saved = await save(id, changes);
          // Own saves count one by one: a gap means that something else was written in between.
          if (saved.ok && (saved.value.seq > from + 1 || (behind.get(id) ?? 0) > saved.value.seq)) void follow(id);
          return saved;
        },
      });
      reportSaves(draft);
      drafts.set(id, draft);
      return draft;
    },
    holdsTyping: (id) => drafts.get(id)?.isDurable() === false,
    close,
  };
}

function isRefused<V>({ store }: Draft<V>): boolean {
  const { save } = store.getState();
  return save.kind === 'failing' && refusedBySpace(save.error);
}

/** The status bar shows when what was typed became durable. */
function reportSaves<V>(draft: Draft<V>): void {
  draft.store.subscribe((state, before) => {
    if (state.save === before.save && state.savedAt === before.savedAt) return;
    if (state.save.kind === 'failing') reportSave({ state: 'failed', error: state.save.error });
    else if (state.save.kind === 'pending') reportSave({ state: 'saving' });
    // what has no working copy has no number of saves either
    else reportSave({ state: 'saved', at: state.savedAt, ...(state.seq === 0 ? {} : { seq: state.seq }) });
  });
}
