/**
 * The dossiers that are open in this window: the fields being typed in, the log entries on their way to the disk, and the entry that
 * is being typed. They outlive the screen, so that going to a request and back loses nothing. Before the post locks or the window
 * closes all of it is flushed; after a lock nothing that is durable stays in memory.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DossierDocument } from '../../../shared/domain/dossier.ts';
import type { LogEntryKind } from '../../../shared/domain/log-entry.ts';
import { type Draft, createDraft } from '../../app/draft/draft-store.ts';
import { registerFlusher, reportSave } from '../../app/save-state.ts';
import { useSession } from '../../app/session.ts';
import { link } from '../../link/index.ts';
import { type DossierFieldValue, toDossierChanges, toFieldValues } from './changes.ts';
import { type LogQueue, createLogQueue } from './log-queue.ts';

/** An entry that is being typed. */
export interface Typing {
  readonly text: string;
  readonly kind: LogEntryKind;
  /** null while the moment is now; '' while another moment is asked and not filled in yet */
  readonly at: string | null;
}

export interface TypingState {
  readonly quick: Typing;
  readonly correction: (Typing & { readonly corrects: string }) | undefined;
}

export interface OpenDossier {
  readonly draft: Draft<DossierFieldValue>;
  readonly log: LogQueue;
  readonly typing: StoreApi<TypingState>;
}

export const nothingTyped: Typing = { text: '', kind: 'entry', at: null };

const dossiers = new Map<string, OpenDossier>();
let connected = false;

/**
 * What is open of the document: what is in memory when that is at least as new as the document, or holds what is not durable yet.
 * Otherwise the fields changed elsewhere and are taken from the document; log and typing stay.
 */
export function openDossier(document: DossierDocument): OpenDossier {
  connect();
  const known = dossiers.get(document.id);
  if (known && (known.draft.store.getState().seq >= document.seq || !known.draft.isDurable())) return known;
  known?.draft.dispose();
  const draft = draftOf(document);
  const opened: OpenDossier = known ? { ...known, draft } : { draft, log: queueOf(document.id), typing: createStore(() => ({ quick: nothingTyped, correction: undefined })) };
  dossiers.set(document.id, opened);
  return opened;
}

/** True when everything of the dossier that was typed and entered is durable. */
export async function flushDossier({ draft, log }: OpenDossier): Promise<boolean> {
  const flushed = await Promise.all([draft.flush(), log.flush()]);
  return !flushed.includes(false);
}

function draftOf(document: DossierDocument): Draft<DossierFieldValue> {
  const draft = createDraft<DossierFieldValue>({
    values: toFieldValues(document.values),
    seq: document.seq,
    savedAt: document.savedAt,
    send: (changes) => link.call('dossier.save', { id: document.id, changes: toDossierChanges(changes) }),
  });
  draft.store.subscribe((state, before) => {
    if (state.save === before.save && state.savedAt === before.savedAt) return;
    if (state.save.kind === 'failing') reportSave({ state: 'failed', error: state.save.error });
    else if (state.save.kind === 'pending') reportSave({ state: 'saving' });
    else reportSave({ state: 'saved', at: state.savedAt, seq: state.seq });
  });
  return draft;
}

function queueOf(id: string): LogQueue {
  const queue = createLogQueue({ send: (entry) => link.call('dossier.log', { id, ...entry }) });
  queue.store.subscribe(({ waiting, written }, before) => {
    const failed = waiting.find(({ state }) => state !== 'waiting');
    const last = written.at(-1);
    if (failed?.error) reportSave({ state: 'failed', error: failed.error });
    else if (waiting.length > 0) reportSave({ state: 'saving' });
    else if (last && written !== before.written) reportSave({ state: 'saved', at: last.writtenAt });
  });
  return queue;
}

async function flushAllDossiers(): Promise<void> {
  const flushed = await Promise.all([...dossiers.values()].map(flushDossier));
  if (flushed.includes(false)) throw new Error('a dossier holds what is not saved yet');
}

function connect(): void {
  if (connected) return;
  connected = true;
  registerFlusher(flushAllDossiers);
  useSession.subscribe((session, before) => {
    if (session.phase === 'open' || before.phase !== 'open') return;
    for (const [id, open] of dossiers) {
      if (!open.draft.isDurable() || !open.log.isEmpty() || isTyping(open.typing.getState())) continue;
      open.draft.dispose();
      open.log.dispose();
      dossiers.delete(id);
    }
  });
}

/** A half-typed entry is nowhere else than here: it survives the lock, as it would on a note beside the keyboard. */
function isTyping({ quick, correction }: TypingState): boolean {
  return quick.text.trim() !== '' || correction !== undefined;
}
