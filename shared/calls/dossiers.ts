/** The part of the contract that is about dossiers. */
import { z } from 'zod';
import { attachment } from '../domain/attachment.ts';
import { documentId, locale, revisionId, zonedDateTime } from '../domain/basics.ts';
import { dossierChanges, dossierDocument, dossierFields } from '../domain/dossier.ts';
import { dossierPage, dossierQuery } from '../domain/listing.ts';
import { logEntry, logEntryKind, logText } from '../domain/log-entry.ts';
import { requestSummary } from '../domain/request.ts';
import { call, saved, takenFile } from './call.ts';

export const dossierCalls = {
  /** a page of the dossiers that the query finds */
  'dossier.list': call({ owner: 'store', repeatable: true, input: dossierQuery, output: dossierPage }),
  'dossier.create': call({ owner: 'store', input: z.strictObject({ title: dossierFields.title, regions: dossierFields.regions.optional(), spaceId: z.uuid().optional() }), output: dossierDocument }),
  'dossier.open': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ id: documentId }),
    output: z.strictObject({ dossier: dossierDocument, requests: z.array(requestSummary), log: z.array(logEntry), attachments: z.array(attachment) }),
  }),
  /** autosave, as `request.save` */
  'dossier.save': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, changes: dossierChanges }), output: saved }),
  /** adds to the log; nothing in it is ever rewritten. With `entry` (made where it was typed) a repeat gives the entry that is there. */
  'dossier.log': call({
    owner: 'store',
    input: z.strictObject({ id: documentId, text: logText, kind: logEntryKind, at: zonedDateTime.optional(), corrects: revisionId.optional(), entry: z.uuid().optional() }),
    output: logEntry,
  }),

  /** an open dossier in another space that names this one as its origin, with its log and attachments; its requests and advice stay */
  'dossier.copy': call({ owner: 'store', input: z.strictObject({ id: documentId, spaceId: z.uuid() }), output: dossierDocument }),

  /** asks for a file and keeps it encrypted in the store; its type is told by its content */
  'dossier.attach': call({ owner: 'shell', input: z.strictObject({ id: documentId }), output: z.strictObject({ cancelled: z.boolean(), attachment: attachment.optional() }) }),
  'dossier.saveAttachment': call({ owner: 'shell', input: z.strictObject({ id: documentId, attachmentId: z.uuid() }), output: takenFile }),
  /** everything of the dossier in one ZIP file: its paper, its requests in each form, the log as a table, attachments, and a manifest */
  'dossier.export': call({ owner: 'shell', input: z.strictObject({ id: documentId, locale }), output: takenFile }),
} as const;
