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
let connected = false;

/**
 * The draft of the document: the one in memory when that is at least as new as what was opened. Otherwise the document changed
 * elsewhere (a line put in from the catalogue): a fresh draft, with what the old one had not saved yet on top.
 */
export function openDraft(document: RequestDocument): Draft {
  connect();
  const known = drafts.get(document.id);
  if (known && known.store.getState().seq >= document.seq) return known;
  const unsaved = known?.dispose() ?? {};
  const draft = createDraft({
    values: document.values,
    seq: document.seq,
    savedAt: document.savedAt,
    send: (changes) => link.call('request.save', { id: document.id, changes }),
  });
  draft.store.subscribe((state, before) => {
    if (state.save === before.save && state.savedAt === before.savedAt) return;
    if (state.save.kind === 'failing') reportSave({ state: 'failed', error: state.save.error });
    else if (state.save.kind === 'pending') reportSave({ state: 'saving' });
    else reportSave({ state: 'saved', at: state.savedAt, seq: state.seq });
  });
  draft.change(unsaved);
  drafts.set(document.id, draft);
  return draft;
}

/** Ends the draft of a document that no longer is one: it was finalised. */
export function closeDraft(id: string): void {
  drafts.get(id)?.dispose();
  drafts.delete(id);
}

async function flushDrafts(): Promise<void> {
  const flushed = await Promise.all([...drafts.values()].map((draft) => draft.flush()));
  if (flushed.includes(false)) throw new Error('a draft holds what is not saved yet');
}

function connect(): void {
  if (connected) return;
  connected = true;
  registerFlusher(flushDrafts);
  useSession.subscribe((session, before) => {
    if (session.phase === 'open' || before.phase !== 'open') return;
    for (const [id, draft] of drafts) if (draft.isDurable()) closeDraft(id);
  });
}
