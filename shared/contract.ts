/**
 * The contract between the window and the application: every call and every event, with its schemas. The preload is generated
 * from the names (build/bundle.ts), main checks sender and input once (electron/main/gate.ts), the store dispatches by name
 * (electron/store/dispatch.ts). A call that is not here does not exist. How to add one: CONTRIBUTING.md.
 *
 * `owner` says which process answers: 'store' (the store process) or 'shell' (main: windows, dialogs, files the person chose).
 * `whenLocked` marks the calls that a locked post answers; all others give `post.locked`.
 * `repeatable` marks the calls that do no harm when they are made twice: main makes them again when the store process died under them.
 */
import { z } from 'zod';
import { call, nothing, takenFile } from './call.ts';
import { adviceChanges, adviceCriterion, adviceDocument, adviceSuggestion, adviceSummary } from './domain/advice.ts';
import { assessment, finding } from './domain/assessment.ts';
import { attachment } from './domain/attachment.ts';
import { documentId, instant, locale, municipalityCode, regionCode, revisionId, slug, zonedDateTime } from './domain/basics.ts';
import { capability, capabilityNote, effect } from './domain/capability.ts';
import { capabilityClaim } from './domain/claim.ts';
import { contact, contactCompletion, duty } from './domain/contact.ts';
import { dossierChanges, dossierDocument, dossierFields } from './domain/dossier.ts';
import { typedChanges, typedForms, typingPlace } from './domain/half-typed.ts';
import { finderData } from './domain/finder.ts';
import { exchangeProgress, importReport } from './domain/exchange.ts';
import { legalBasis } from './domain/legal-basis.ts';
import { announcement, life, lifeOverview, lifeReason, lifeStep, newLifeStep } from './domain/life.ts';
import { dossierPage, dossierQuery, requestAttention, requestPage, requestQuery } from './domain/listing.ts';
import { logEntry, logEntryKind, logText } from './domain/log-entry.ts';
import { packSummary } from './domain/pack.ts';
import { passphrase, postIdentity, preferences } from './domain/post.ts';
import { municipality, region } from './domain/region.ts';
import { fieldChanges, requestDocument, requestSummary, revisionSummary } from './domain/request.ts';
import { searchHit, searchKind } from './domain/search.ts';
import { template } from './domain/template.ts';
import { type Result, errorCodes } from './errors.ts';
import { exchangeCalls } from './exchange-calls.ts';

export type { TakenFile } from './call.ts';

export const exportFormat = z.enum(['docx', 'pdf', 'lcms', 'readout']);
export type ExportFormat = z.infer<typeof exportFormat>;


const saved = z.strictObject({ seq: z.int().nonnegative(), savedAt: instant });

/** A whole map: the pack was checked value by value when it was loaded, so here its kind is enough. */
const topology = z.custom<z.core.util.JSONType>((map) => typeof map === 'object' && map !== null && 'type' in map && map.type === 'Topology');

export const postStatus = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('new') }),
  z.strictObject({ state: z.literal('locked') }),
  z.strictObject({ state: z.literal('open'), identity: postIdentity, fingerprint: z.string() }),
]);
export type PostStatus = z.infer<typeof postStatus>;

export const calls = {
  // — the application
  'app.info': call({ owner: 'shell', whenLocked: true, input: nothing, output: z.strictObject({ version: z.string(), electron: z.string(), chromium: z.string(), node: z.string() }) }),
  'app.preferences': call({ owner: 'shell', whenLocked: true, input: nothing, output: preferences }),
  'app.setPreferences': call({ owner: 'shell', whenLocked: true, input: preferences.partial(), output: preferences }),

  /** the answer to `app.closing`: everything typed is acknowledged, the window may go */
  'app.flushed': call({ owner: 'shell', whenLocked: true, input: nothing, output: nothing }),

  // — the post: first start, unlock, lock
  'post.status': call({ owner: 'store', whenLocked: true, repeatable: true, input: nothing, output: postStatus }),
  /** regions and municipalities for the first start, read from the packs before there is a store */
  'post.regionChoices': call({
    owner: 'store',
    whenLocked: true,
    repeatable: true,
    input: nothing,
    output: z.strictObject({ regions: z.array(region), municipalities: z.array(municipality) }),
  }),
  'post.create': call({
    owner: 'store',
    whenLocked: true,
    input: z.strictObject({ identity: postIdentity, passphrase }),
    output: z.strictObject({ recoveryCode: z.string(), status: postStatus }),
  }),
  'post.unlock': call({ owner: 'store', whenLocked: true, input: z.strictObject({ passphrase }), output: postStatus }),
  /** opens with the printed recovery code and sets a new passphrase; the code stays valid */
  'post.recover': call({ owner: 'store', whenLocked: true, input: z.strictObject({ recoveryCode: z.string().min(1).max(200), newPassphrase: passphrase }), output: postStatus }),
  /** closes the store, ends its process and with it every copy of the key, starts a locked one */
  'post.lock': call({ owner: 'shell', whenLocked: true, input: z.strictObject({ by: z.enum(['person', 'idle']).optional() }), output: postStatus }),

  // — reference
  'reference.packs': call({ owner: 'store', repeatable: true, input: nothing, output: z.array(packSummary) }),
  /** all but the capabilities, of which there may be thousands */
  'reference.all': call({
    owner: 'store',
    repeatable: true,
    input: nothing,
    output: z.strictObject({
      regions: z.array(region),
      municipalities: z.array(municipality),
      effects: z.array(effect),
      legalBases: z.array(legalBasis),
      templates: z.array(template),
      adviceCriteria: z.array(adviceCriterion),
      lifeReasons: z.array(lifeReason),
      /** absent when no pack of the kind is loaded */
      finder: finderData.optional(),
    }),
  }),
  /** the capabilities from the given place on, a part at a time; `total` counts all */
  'reference.capabilities': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ from: z.int().nonnegative().optional() }),
    output: z.strictObject({ capabilities: z.array(capability), total: z.int().nonnegative() }),
  }),
  /** TopoJSON with objects vr_features and gm_features; properties.code is VRxx or GMxxxx */
  'reference.map': call({ owner: 'store', repeatable: true, input: nothing, output: topology }),
  'search.find': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ text: z.string().max(200), kinds: z.array(searchKind).optional(), limit: z.int().min(1).max(50).optional() }),
    output: z.strictObject({ hits: z.array(searchHit), total: z.int().nonnegative(), tookMs: z.number().nonnegative() }),
  }),

  // — contacts: the pack's, and what this post knows beyond it
  'contacts.all': call({
    owner: 'store',
    repeatable: true,
    input: nothing,
    output: z.strictObject({ contacts: z.array(contact), completions: z.array(contactCompletion), duties: z.array(duty) }),
  }),
  /** takes the place of what was there; neither channels nor note removes it */
  'contacts.complete': call({ owner: 'store', repeatable: true, input: contactCompletion.omit({ savedAt: true }), output: contactCompletion }),
  /** with an id an existing duty changes */
  'contacts.saveDuty': call({ owner: 'store', input: duty.partial({ id: true }), output: duty }),
  'contacts.removeDuty': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: z.uuid() }), output: nothing }),

  /** saves a vCard 4.0 with what the post itself knows of the office */
  'contacts.vcard': call({ owner: 'shell', input: z.strictObject({ contactId: slug, locale: locale.optional() }), output: takenFile }),
  /** `label` says what it is, in the words of the screen; it is neither kept nor logged */
  'clipboard.copy': call({ owner: 'shell', input: z.strictObject({ text: z.string().min(1).max(500), label: z.string().max(200) }), output: z.strictObject({ characters: z.int() }) }),

  // — the post's own notes on the catalogue
  'catalogue.notes': call({ owner: 'store', repeatable: true, input: nothing, output: z.array(capabilityNote) }),
  /** an empty text removes the note */
  'catalogue.saveNote': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ capabilityId: slug, text: z.string().max(5000) }),
    output: z.strictObject({ savedAt: instant }),
  }),

  // — what stands in a form and is not entered yet: of this post alone, kept as it is typed
  'typing.open': call({ owner: 'store', repeatable: true, input: z.strictObject({ place: typingPlace }), output: typedForms }),
  /** acknowledged only when durable; null empties a form */
  'typing.keep': call({ owner: 'store', repeatable: true, input: z.strictObject({ place: typingPlace, changes: typedChanges }), output: z.strictObject({ savedAt: instant }) }),

  // — requests
  /** a page of the requests that the query finds */
  'request.list': call({ owner: 'store', repeatable: true, input: requestQuery, output: requestPage }),
  /** for the workboard; `now` is for tests and exercises, without it the post's clock */
  'request.attention': call({ owner: 'store', repeatable: true, input: z.strictObject({ now: instant.optional() }), output: requestAttention }),
  'request.create': call({
    owner: 'store',
    input: z.strictObject({ templateId: slug, values: fieldChanges.optional(), dossierId: documentId.optional(), spaceId: z.uuid().optional() }),
    output: requestDocument,
  }),
  'request.open': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId }), output: requestDocument }),
  /** autosave: acknowledged only when durable, in the drafts of its group too. Absolute values, so a repeat after a crash is harmless. */
  'request.save': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, changes: fieldChanges }), output: saved }),
  /** the rules' view of the working copy as stored; the window runs the same pure function live */
  'request.assess': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, now: instant.optional() }), output: assessment }),
  /** snapshot of the working copy as an immutable revision; the same content gives the same revision */
  'request.revise': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId }), output: revisionSummary }),
  'request.revision': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, revisionId }), output: requestDocument }),
  /** vaststellen. `seq` is the working copy that the person saw; `despite` the written reason when checks block. */
  'request.finalise': call({
    owner: 'store',
    input: z.strictObject({ id: documentId, seq: z.int().nonnegative(), despite: z.string().trim().min(10).max(2000).optional() }),
    output: requestDocument,
  }),
  /** opens the next version of a finalised request as a new working copy; the finalised one stays as it is */
  'request.nextVersion': call({ owner: 'store', input: z.strictObject({ id: documentId }), output: requestDocument }),

  /** lays a request in a dossier, or in none */
  'request.place': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, dossierId: documentId.nullable() }), output: requestDocument }),
  /** a fresh draft that starts from an earlier request; who signed and who was informed are not copied. It lies in no dossier. */
  'request.duplicate': call({ owner: 'store', input: z.strictObject({ id: documentId, /** another space: the copy names its origin */ spaceId: z.uuid().optional() }), output: requestDocument }),
  /** one request per municipality, linked as a group; this request is its first member. Gives all members under its template in order. */
  'request.split': call({
    owner: 'store',
    input: z.strictObject({ id: documentId, municipalities: z.array(municipalityCode).min(1).max(50) }),
    output: z.strictObject({ requests: z.array(requestSummary) }),
  }),
  /**
   * one incident, several legal bases: a draft under each template, all or none, with the facts that their templates share (`common`) in
   * step from the start. `values` goes to every template that asks for it; a shared fact stands there and not with one template.
   */
  'request.createLinked': call({
    owner: 'store',
    input: z.strictObject({
      templates: z.array(z.strictObject({ templateId: slug, values: fieldChanges.optional() })).min(2).max(20),
      values: fieldChanges.optional(),
      dossierId: documentId.optional(),
    }),
    output: z.strictObject({ requests: z.array(requestSummary) }),
  }),
  /** a new draft under another template beside this request, with the shared facts; kept in step while both are drafts */
  'request.link': call({ owner: 'store', input: z.strictObject({ id: documentId, templateId: slug }), output: requestDocument }),
  /** what the open requests of this post ask; of one capability or of all */
  'capability.claims': call({ owner: 'store', repeatable: true, input: z.strictObject({ capabilityId: slug.optional() }), output: z.array(capabilityClaim) }),

  // — advice: internal, of a request or of a question before there is one
  'advice.list': call({ owner: 'store', repeatable: true, input: z.strictObject({ requestId: documentId.optional(), dossierId: documentId.optional() }), output: z.array(adviceSummary) }),
  /** of a request it lies in the dossier of that request; without one it needs its question, which becomes its subject */
  'advice.create': call({
    owner: 'store',
    input: z.strictObject({ requestId: documentId.optional(), question: z.string().trim().min(1).max(500).optional(), dossierId: documentId.optional() }),
    output: adviceDocument,
  }),
  /** with what the rules say of it (`shared/rules/advice/`) and what the assessment of its request proposes */
  'advice.open': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ id: documentId }),
    output: z.strictObject({ advice: adviceDocument, findings: z.array(finding), suggestions: z.array(adviceSuggestion) }),
  }),
  /** a finalised version as it was */
  'advice.revision': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, revisionId }), output: adviceDocument }),
  /** autosave, as `request.save` */
  'advice.save': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, changes: adviceChanges }), output: saved }),
  /** links it to a request, or to none; also after it was finalised */
  'advice.link': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, requestId: documentId.nullable() }), output: adviceDocument }),
  /** `seq` is the working copy that the person saw; `despite` the written reason when the rules block */
  'advice.finalise': call({
    owner: 'store',
    input: z.strictObject({ id: documentId, seq: z.int().nonnegative(), despite: z.string().trim().min(10).max(2000).optional() }),
    output: adviceDocument,
  }),
  /** a new working copy on top of the finalised version, which is superseded when the new one is finalised */
  'advice.nextVersion': call({ owner: 'store', input: z.strictObject({ id: documentId }), output: adviceDocument }),
  /** writes the proposed value in the draft of the request and keeps who took it over, in one transaction; a repeat does nothing more */
  'advice.takeOver': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, proposalId: z.uuid() }), output: adviceDocument }),
  'advice.decline': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ id: documentId, proposalId: z.uuid(), reason: z.string().trim().min(1).max(2000).optional() }),
    output: adviceDocument,
  }),

  // — the life of a request
  'life.open': call({ owner: 'store', repeatable: true, input: z.strictObject({ requestId: documentId }), output: life }),
  /** adds a step; nothing of it is ever rewritten. A repeat with the same step id gives the step that is there. */
  'life.record': call({ owner: 'store', repeatable: true, input: z.strictObject({ requestId: documentId, step: newLifeStep }), output: lifeStep }),
  'life.overview': call({ owner: 'store', repeatable: true, input: nothing, output: lifeOverview }),
  /** a pre-announcement before there is a request: in the log of a dossier, or on its own */
  'life.announce': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ id: z.uuid(), at: zonedDateTime.optional(), text: logText, by: z.string().trim().min(1).max(500).optional(), dossierId: documentId.optional() }),
    output: announcement,
  }),
  'life.announcements': call({ owner: 'store', repeatable: true, input: nothing, output: z.array(announcement) }),

  // — dossiers
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

  /** asks for a file and keeps it encrypted in the store; its type is told by its content */
  'dossier.attach': call({ owner: 'shell', input: z.strictObject({ id: documentId }), output: z.strictObject({ cancelled: z.boolean(), attachment: attachment.optional() }) }),
  'dossier.saveAttachment': call({ owner: 'shell', input: z.strictObject({ id: documentId, attachmentId: z.uuid() }), output: takenFile }),
  /** everything of the dossier in one ZIP file: its paper, its requests in each form, the log as a table, attachments, and a manifest */
  'dossier.export': call({ owner: 'shell', input: z.strictObject({ id: documentId, locale }), output: takenFile }),

  // — printing
  /** noodset: contacts of the region with what the post knows of them, chosen catalogue pages and requests, as one PDF */
  'print.emergency': call({
    owner: 'shell',
    input: z.strictObject({ regionCode, capabilityIds: z.array(slug).max(100), requestIds: z.array(documentId).max(100), locale }),
    output: takenFile,
  }),

  // — export: the person chooses where; the window never sees or sends a path
  'export.save': call({
    owner: 'shell',
    input: z.strictObject({
      /** a request or an advice */
      id: documentId,
      formats: z.array(exportFormat).min(1).max(4),
      locale,
      /** of a request: its standing advice as an annex. Advice is internal, so only when it is asked for. */
      withAdvice: z.boolean().optional(),
      /** of a request: the timeline of its life as a paper of its own beside it */
      withLife: z.boolean().optional(),
    }),
    output: z.strictObject({ cancelled: z.boolean(), folder: z.string(), files: z.array(z.strictObject({ format: exportFormat, name: z.string(), bytes: z.int() })) }),
  }),
  'export.copy': call({ owner: 'shell', input: z.strictObject({ id: documentId, format: z.enum(['lcms', 'readout']), locale }), output: z.strictObject({ characters: z.int() }) }),

  ...exchangeCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;

/** What the store process is doing, as the status bar says it. */
export const storeState = z.strictObject({
  state: z.enum(['starting', 'ready', 'restarting', 'failed']),
  /** how often the process was restarted since the application started */
  restarts: z.int().nonnegative(),
});

export const events = {
  'store.state': storeState,
  /** long work, for a progress bar: `done` of `total` steps of `job` */
  'job.progress': z.strictObject({ job: z.enum(['packs', 'export', 'integrity']), done: z.int(), total: z.int(), label: z.string() }),
  'document.changed': z.strictObject({ id: documentId, seq: z.int(), savedAt: instant }),
  'exchange.progress': exchangeProgress,
  /** with its report, or with why it ended */
  'exchange.ended': z.strictObject({ job: z.uuid(), report: importReport, error: z.strictObject({ code: z.enum(errorCodes), message: z.string() }).optional() }),
  /** another post's work reached a document: the fields of the working copy that it changed, and whether a person must decide */
  'document.arrived': z.strictObject({ id: documentId, fields: z.array(z.string()), differs: z.boolean() }),
  /** the post was locked, by a person, by idleness or by the system */
  'post.locked': z.strictObject({ by: z.enum(['person', 'idle', 'system']) }),
  /** the window must save what is typed and then call `app.flushed`: the application is about to close or lock */
  'app.closing': nothing,
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.output<Events[N]>;

/** A listener that comes later than the last of these events still hears it: they tell a state, not a happening. */
export const rememberedEvents: readonly EventName[] = ['store.state'];

/** What `window.steunpunt` is: one function per call, one subscription per event. Nothing else crosses. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

