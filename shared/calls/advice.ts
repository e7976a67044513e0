/** The part of the contract that is about advice (internal: of a request, or of a question before there is one) and about the life of a request. */
import { z } from 'zod';
import { adviceChanges, adviceDocument, adviceSuggestion } from '../domain/advice.ts';
import { finding } from '../domain/assessment.ts';
import { documentId, revisionId, zonedDateTime } from '../domain/basics.ts';
import { announcement, life, lifeStep, newLifeStep } from '../domain/life.ts';
import { advicePage, adviceQuery, lifePage, lifeQuery } from '../domain/listing.ts';
import { logText } from '../domain/log-entry.ts';
import { call, nothing, saved } from './call.ts';

export const adviceCalls = {
  // — advice: internal, of a request or of a question before there is one
  /** a page of the advice that the query finds, the newest work first */
  'advice.list': call({ owner: 'store', repeatable: true, input: adviceQuery, output: advicePage }),
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
  /** a draft in another space that names this advice as its origin; of no request, which lies in the other */
  'advice.copy': call({ owner: 'store', input: z.strictObject({ id: documentId, spaceId: z.uuid() }), output: adviceDocument }),
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
  /** a page of the requests as they fare, and of what was announced and no request follows yet */
  'life.overview': call({ owner: 'store', repeatable: true, input: lifeQuery, output: lifePage }),
  /** a pre-announcement before there is a request: in the log of a dossier, or on its own */
  'life.announce': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ id: z.uuid(), at: zonedDateTime.optional(), text: logText, by: z.string().trim().min(1).max(500).optional(), dossierId: documentId.optional() }),
    output: announcement,
  }),
  'life.announcements': call({ owner: 'store', repeatable: true, input: nothing, output: z.array(announcement) }),
} as const;
