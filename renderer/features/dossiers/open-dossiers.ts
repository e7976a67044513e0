/**
 * The dossiers that are open in this window: the fields being typed in, the log entries on their way to the disk, and the entry that
 * is being typed. All of it outlives the screen, and what is half typed the window too.
 */
import type { DossierDocument } from '../../../shared/domain/dossier.ts';
import type { TypedFields } from '../../../shared/domain/half-typed.ts';
import type { LogEntry, LogEntryKind } from '../../../shared/domain/log-entry.ts';
import type { Draft } from '../../app/draft/draft-store.ts';
import type { EntryQueue, Typed } from '../../app/draft/entry-queue.ts';
import { type HalfTyped, openHalfTyped } from '../../app/draft/half-typed.ts';
import { type StoredDraft, createOpenDrafts } from '../../app/draft/open-drafts.ts';
import { createOpenQueues } from '../../app/draft/open-queues.ts';
import { link } from '../../link/index.ts';
import { type DossierFieldValue, toDossierChanges, toFieldValues } from './changes.ts';

/** An entry that is being typed. */
export interface Typing {
  readonly text: string;
  readonly kind: LogEntryKind;
  /** null while the moment is now; '' while another moment is asked and not filled in yet */
  readonly at: string | null;
}

/** An entry as it was entered. */
export interface TypedEntry extends Typed {
  readonly text: string;
  readonly kind: LogEntryKind;
  /** zoned moment at which it happened */
  readonly at: string;
  /** id of the entry that it puts right */
  readonly corrects?: string;
}

export type LogQueue = EntryQueue<TypedEntry, LogEntry>;

export interface OpenDossier {
  readonly draft: Draft<DossierFieldValue>;
  readonly log: LogQueue;
  /** the forms `logEntry` and `logCorrection` (typing.ts) */
  readonly typing: HalfTyped;
}

const drafts = createOpenDrafts<DossierFieldValue>({
  kind: 'dossier',
  save: (id, changes) => link.call('dossier.save', { id, changes: toDossierChanges(changes) }),
  read: async (id) => {
    const opened = await link.call('dossier.open', { id });
    return opened.ok ? stored(opened.value.dossier) : undefined;
  },
});
const logs = createOpenQueues<TypedEntry, LogEntry>({ send: (id, entry) => link.call('dossier.log', { id, ...entry }), words: ({ text }) => text, writtenAt: (entry) => entry.writtenAt });

const stored = ({ id, values, seq, savedAt }: DossierDocument): StoredDraft<DossierFieldValue> => ({ id, values: toFieldValues(values), seq, savedAt });

export function openDossier(document: DossierDocument, forms: Readonly<Record<string, TypedFields>>): OpenDossier {
  return { draft: drafts.open(stored(document)), log: logs.open(document.id), typing: openHalfTyped(document.id, forms) };
}

/** True when everything of the dossier that was typed and entered is durable. */
export async function flushDossier({ draft, log }: OpenDossier): Promise<boolean> {
  const flushed = await Promise.all([draft.flush(), log.flush()]);
  return !flushed.includes(false);
}
