/** The part of the contract that is about requests, and what stands in a form and is not entered yet. */
import { z } from 'zod';
import { assessment } from '../domain/assessment.ts';
import { documentId, instant, municipalityCode, revisionId, slug } from '../domain/basics.ts';
import { capabilityClaim } from '../domain/claim.ts';
import { fieldId } from '../domain/template.ts';
import { typedChanges, typedForms, typingPlace } from '../domain/half-typed.ts';
import { requestAttention, requestPage, requestQuery } from '../domain/listing.ts';
import { fieldChanges, requestDocument, requestJoining, requestSummary, revisionSummary } from '../domain/request.ts';
import { call, saved } from './call.ts';

export const requestCalls = {
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
  /** what the requests of both sides would share and do not say alike, for a person to choose from before `request.join` */
  'request.joining': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, otherId: documentId }), output: requestJoining }),
  /**
   * two drafts that are there become one group, kept in step from then on. `choices` says of each fact on which both sides say something
   * else whose stands; the other stays in the history of its request. `seq` and `otherSeq` are the working copies that the person saw.
   */
  'request.join': call({
    owner: 'store',
    input: z.strictObject({ id: documentId, otherId: documentId, seq: z.int().nonnegative(), otherSeq: z.int().nonnegative(), choices: z.record(fieldId, z.enum(['own', 'other'])) }),
    output: requestDocument,
  }),
  /** what the open requests of this post ask; of one capability or of all */
  'capability.claims': call({ owner: 'store', repeatable: true, input: z.strictObject({ capabilityId: slug.optional() }), output: z.array(capabilityClaim) }),

  // — what stands in a form and is not entered yet: of this post alone, kept as it is typed
  'typing.open': call({ owner: 'store', repeatable: true, input: z.strictObject({ place: typingPlace }), output: typedForms }),
  /** acknowledged only when durable; null empties a form */
  'typing.keep': call({ owner: 'store', repeatable: true, input: z.strictObject({ place: typingPlace, changes: typedChanges }), output: z.strictObject({ savedAt: instant }) }),
} as const;
