/**
 * The drafts that are open in this window. A draft outlives its screen: it keeps its undo, and what could not be saved yet goes on
 * trying. Before the post locks or the window closes everything is flushed; after a lock nothing that is durable stays in memory.
 */
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { registerFlusher, reportSave } from '../../app/save-state.ts';
import { useSession } from '../../app/session.ts';
import { link } from '../../link/index.ts';
import { type Draft, createDraft } from '../../app/draft/draft-store.ts';

const drafts = new Map<string, Draft>();
/** the newest save that was heard of while an own one was under way, by document */
const behind = new Map<string, number>();
let connected = false;

/** The draft of the document: the one in memory, with what was written elsewhere since (a line put in from the catalogue, a shared field). */
export function openDraft(document: RequestDocument): Draft {
  connect();
  const known = drafts.get(document.id);
  if (known) {
    if (known.store.getState().seq < document.seq) known.takeOver(document);
    return known;
  }
  const draft: Draft = createDraft({
    values: document.values,
    seq: document.seq,
    savedAt: document.savedAt,
    send: async (changes) => {
      const from = draft.store.getState().seq;
      const saved = await link.call('request.save', { id: document.id, changes });
      // Own saves count one by one: a gap means that something else was written in between.
      if (saved.ok && (saved.value.seq > from + 1 || (behind.get(document.id) ?? 0) > saved.value.seq)) void follow(document.id);
      return saved;
    },
  });
  draft.store.subscribe((state, before) => {
    if (state.save === before.save && state.savedAt === before.savedAt) return;
    if (state.save.kind === 'failing') reportSave({ state: 'failed', error: state.save.error });
    else if (state.save.kind === 'pending') reportSave({ state: 'saving' });
    else reportSave({ state: 'saved', at: state.savedAt, seq: state.seq });
  });
  drafts.set(document.id, draft);
  return draft;
}

/** Ends the draft of a document that no longer is one: it was finalised. */
export function closeDraft(id: string): void {
  drafts.get(id)?.dispose();
  drafts.delete(id);
  behind.delete(id);
}

/** The draft takes over what the store holds. Quiet when it cannot be asked: the next change, or opening it again, does the same. */
async function follow(id: string): Promise<void> {
  const opened = await link.call('request.open', { id });
  if (!opened.ok || opened.value.state !== 'draft') return;
  const known = drafts.get(id);
  // The answer stands for this moment: own saves that were acknowledged meanwhile make it old.
  if (known && opened.value.seq >= known.store.getState().seq) known.takeOver(opened.value);
}

function heard(id: string, seq: number): void {
  const known = drafts.get(id);
  if (!known || seq <= known.store.getState().seq) return;
  // It may be the own save that is under way; its acknowledgement tells.
  if (known.isDurable()) void follow(id);
  else behind.set(id, Math.max(seq, behind.get(id) ?? 0));
}

async function flushDrafts(): Promise<void> {
  const flushed = await Promise.all([...drafts.values()].map((draft) => draft.flush()));
  if (flushed.includes(false)) throw new Error('a draft holds what is not saved yet');
}

function connect(): void {
  if (connected) return;
  connected = true;
  registerFlusher(flushDrafts);
  link.on('document.changed', ({ id, seq }) => heard(id, seq));
  useSession.subscribe((session, before) => {
    if (session.phase === 'open' || before.phase !== 'open') return;
    for (const [id, draft] of drafts) if (draft.isDurable()) closeDraft(id);
  });
}
