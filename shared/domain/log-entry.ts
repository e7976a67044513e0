/**
 * The log (journaal) of a dossier. An entry is a signed revision of its own, named by its content: nothing of it is ever rewritten.
 * What was wrong is put right by a new entry that names the wrong one; both stay readable.
 */
import { z } from 'zod';
import { logEntryKinds } from './choices.ts';
import { documentId, instant, revisionId, zonedDateTime } from './basics.ts';
import { author } from './request.ts';

/** entry: what happened; preAnnouncement: vooraankondiging, told by telephone that a request follows; decision; call: a conversation. */
export const logEntryKind = z.enum(logEntryKinds);
export type LogEntryKind = z.infer<typeof logEntryKind>;

export const logText = z.string().trim().min(1).max(10_000);

export const logEntry = z.strictObject({
  id: revisionId,
  dossierId: documentId,
  kind: logEntryKind,
  /** when it happened, as the writer says */
  at: zonedDateTime,
  /** when it was written, on the post's clock */
  writtenAt: instant,
  text: z.string().min(1).max(10_000),
  author,
  /** in the log of a copied dossier: who copied it there; author and moment are those of the other log */
  copiedBy: author.optional(),
  /** the entry that this one puts right */
  corrects: revisionId.optional(),
  /** the newest entry that puts this one right */
  correctedBy: revisionId.optional(),
});
export type LogEntry = z.infer<typeof logEntry>;
