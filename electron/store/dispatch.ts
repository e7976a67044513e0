/**
 * Which function answers which call. The type of `answers` is made from the contract: a call of the store that is missing here, or one
 * too many, or an answer of another shape, does not compile.
 */
import { listAdvices } from '../../db/advices/advice-list.ts';
import { createAdvice, linkAdvice, openAdvice, saveAdvice } from '../../db/advices/advices.ts';
import { copyAdvice } from '../../db/advices/copy-advice.ts';
import { decline, takeOver } from '../../db/advices/proposals.ts';
import { adviceRevision, finaliseAdvice } from '../../db/advices/versions.ts';
import { assessRequest, createRequest, openRequest, saveRequest } from '../../db/documents/requests.ts';
import { openClaims } from '../../db/documents/claims.ts';
import { duplicateRequest, placeRequest } from '../../db/documents/copies.ts';
import { joinRequests, joiningOf } from '../../db/documents/joins.ts';
import { createLinked, linkRequest } from '../../db/documents/links.ts';
import { listRequests, requestAttention, requestsById, requestsOfDossier } from '../../db/documents/request-list.ts';
import { splitRequest } from '../../db/documents/split.ts';
import { attachmentsOf } from '../../db/dossiers/attachments.ts';
import { copyDossier } from '../../db/dossiers/copy-dossier.ts';
import { listDossiers } from '../../db/dossiers/dossier-list.ts';
import { createDossier, readDossier, saveDossier } from '../../db/dossiers/dossiers.ts';
import { logOf, writeEntry } from '../../db/dossiers/log.ts';
import { nextAdviceWithProposals, nextVersionWithProposals } from '../../db/exchange/next-version.ts';
import { finaliseRequest, openRevision, reviseRequest } from '../../db/documents/versions.ts';
import { indexSaved } from '../../db/documents/projection.ts';
import { announce, announcementsOf } from '../../db/life/announcements.ts';
import { openLife } from '../../db/life/life.ts';
import { lifeOverview } from '../../db/life/overview.ts';
import { recordStep } from '../../db/life/steps.ts';
import { completeContact, completions, duties, removeDuty, saveDuty } from '../../db/local/contacts.ts';
import { halfTyped, keepTyped } from '../../db/local/half-typed.ts';
import { notes, saveNote } from '../../db/local/notes.ts';
import { bringReferenceIndexUpToDate } from '../../db/search/index-reference.ts';
import { search } from '../../db/search/search.ts';
import { AppError } from '../../shared/errors.ts';
import { type Answer, type StoreCall, always, tell, whenOpen } from './answer.ts';
import { exchangeAnswers } from './exchange-answers.ts';
import { exerciseAnswers } from './exercise-answers.ts';
import type { Emit, Session } from './session.ts';

/** A post of today has some fifty; a part of this size takes the window no longer than a frame or two. */
const capabilitiesAtATime = 200;

const answers: { readonly [N in StoreCall]: Answer<N> } = {
  'post.status': always('post.status', (session) => session.status()),
  'post.regionChoices': always('post.regionChoices', (session) => {
    const { regions, municipalities } = session.regionChoices();
    return { regions, municipalities };
  }),
  'post.create': always('post.create', (session, { identity, passphrase }) => session.create(identity, passphrase)),
  'post.unlock': always('post.unlock', (session, { passphrase }) => session.unlock(passphrase)),
  'post.recover': always('post.recover', (session, { recoveryCode, newPassphrase }) => session.recover(recoveryCode, newPassphrase)),

  'reference.packs': whenOpen('reference.packs', ({ reference }) => reference.summaries),
  'reference.all': whenOpen('reference.all', ({ reference: { others, laid } }) => ({ ...others, laid })),
  'reference.capabilities': whenOpen('reference.capabilities', ({ reference: { all: { capabilities } } }, { from = 0 }) => ({
    capabilities: capabilities.slice(from, from + capabilitiesAtATime),
    total: capabilities.length,
  })),
  'reference.map': whenOpen('reference.map', ({ reference }) => reference.map()),
  'search.find': whenOpen('search.find', ({ file, reference }, query) => {
    const start = performance.now();
    bringReferenceIndexUpToDate(file, reference);
    indexSaved(file, reference);
    const found = search(file, query);
    return { ...found, tookMs: performance.now() - start };
  }),

  'contacts.all': whenOpen('contacts.all', ({ file, reference }) => ({ contacts: reference.contacts, completions: completions(file), duties: duties(file) })),
  'contacts.complete': whenOpen('contacts.complete', completeContact),
  'contacts.saveDuty': whenOpen('contacts.saveDuty', saveDuty),
  'contacts.removeDuty': whenOpen('contacts.removeDuty', ({ file }, { id }) => {
    removeDuty(file, id);
    return {};
  }),

  'catalogue.notes': whenOpen('catalogue.notes', ({ file }) => notes(file)),
  'catalogue.saveNote': whenOpen('catalogue.saveNote', (desk, { capabilityId, text }) => saveNote(desk, capabilityId, text)),

  'typing.open': whenOpen('typing.open', ({ file }, { place }) => halfTyped(file, place)),
  'typing.keep': whenOpen('typing.keep', (desk, { place, changes }) => keepTyped(desk, place, changes)),

  'request.list': whenOpen('request.list', listRequests),
  'request.attention': whenOpen('request.attention', (desk, { now }) => requestAttention(desk, now)),
  'request.create': whenOpen('request.create', (desk, { templateId, values, dossierId, spaceId }, emit) => {
    const document = createRequest(desk, templateId, values ?? {}, dossierId, spaceId);
    tell(emit, document, ...(dossierId === undefined ? [] : [readDossier(desk, dossierId)]));
    return document;
  }),
  'request.open': whenOpen('request.open', (desk, { id }) => openRequest(desk, id)),
  'request.save': whenOpen('request.save', (desk, { id, changes }, emit) => {
    const { followers, ...saved } = saveRequest(desk, id, changes);
    tell(emit, { id, ...saved }, ...followers);
    return saved;
  }),
  'request.assess': whenOpen('request.assess', (desk, { id, now }) => assessRequest(desk, id, now)),
  'request.revise': whenOpen('request.revise', (desk, { id }) => reviseRequest(desk, id)),
  'request.revision': whenOpen('request.revision', (desk, { id, revisionId }) => openRevision(desk, id, revisionId)),
  'request.finalise': whenOpen('request.finalise', (desk, { id, seq, despite }, emit) => {
    const document = finaliseRequest(desk, id, { seq, despite });
    tell(emit, document);
    return document;
  }),
  'request.nextVersion': whenOpen('request.nextVersion', (desk, { id }, emit) => {
    const document = nextVersionWithProposals(desk, id);
    tell(emit, document);
    return document;
  }),
  'request.place': whenOpen('request.place', (desk, { id, dossierId }, emit) => {
    const { request, dossiers } = placeRequest(desk, id, dossierId);
    tell(emit, request, ...dossiers.map((dossier) => readDossier(desk, dossier)));
    return request;
  }),
  'request.duplicate': whenOpen('request.duplicate', (desk, { id, spaceId }, emit) => {
    const document = duplicateRequest(desk, id, spaceId);
    tell(emit, document);
    return document;
  }),
  'request.split': whenOpen('request.split', (desk, { id, municipalities }, emit) => {
    const { members, touched } = splitRequest(desk, id, municipalities);
    tell(emit, ...touched);
    return { requests: requestsById(desk, members) };
  }),
  'request.createLinked': whenOpen('request.createLinked', (desk, wanted, emit) => {
    const made = createLinked(desk, wanted);
    tell(emit, ...made.map(({ id, seq, saved_at }) => ({ id, seq, savedAt: saved_at })), ...(wanted.dossierId === undefined ? [] : [readDossier(desk, wanted.dossierId)]));
    return { requests: requestsById(desk, made.map(({ id }) => id)) };
  }),
  'request.link': whenOpen('request.link', (desk, { id, templateId }, emit) => {
    const made = linkRequest(desk, id, templateId);
    tell(emit, made, openRequest(desk, id), ...(made.dossierId === undefined ? [] : [readDossier(desk, made.dossierId)]));
    return made;
  }),
  'request.joining': whenOpen('request.joining', (desk, { id, otherId }) => joiningOf(desk, id, otherId)),
  'request.join': whenOpen('request.join', (desk, join, emit) => {
    const { request, touched } = joinRequests(desk, join);
    tell(emit, ...touched);
    return request;
  }),
  'capability.claims': whenOpen('capability.claims', ({ file, now }, { capabilityId }) => openClaims(file, now().toISOString(), capabilityId)),

  'advice.list': whenOpen('advice.list', listAdvices),
  'advice.create': whenOpen('advice.create', (desk, input, emit) => {
    const advice = createAdvice(desk, input);
    tell(emit, advice);
    return advice;
  }),
  'advice.open': whenOpen('advice.open', (desk, { id }) => openAdvice(desk, id)),
  'advice.revision': whenOpen('advice.revision', (desk, { id, revisionId }) => adviceRevision(desk, id, revisionId)),
  'advice.save': whenOpen('advice.save', (desk, { id, changes }, emit) => {
    const saved = saveAdvice(desk, id, changes);
    tell(emit, { id, ...saved });
    return saved;
  }),
  'advice.link': whenOpen('advice.link', (desk, { id, requestId }, emit) => {
    const advice = linkAdvice(desk, id, requestId);
    tell(emit, advice);
    return advice;
  }),
  'advice.finalise': whenOpen('advice.finalise', (desk, { id, seq, despite }, emit) => {
    const advice = finaliseAdvice(desk, id, { seq, despite });
    tell(emit, advice);
    return advice;
  }),
  'advice.nextVersion': whenOpen('advice.nextVersion', (desk, { id }, emit) => {
    const advice = nextAdviceWithProposals(desk, id);
    tell(emit, advice);
    return advice;
  }),
  'advice.copy': whenOpen('advice.copy', (desk, { id, spaceId }, emit) => {
    const advice = copyAdvice(desk, id, spaceId);
    tell(emit, advice);
    return advice;
  }),
  'advice.takeOver': whenOpen('advice.takeOver', (desk, { id, proposalId }, emit) => {
    const { advice, touched } = takeOver(desk, id, proposalId);
    tell(emit, advice, ...touched);
    return advice;
  }),
  'advice.decline': whenOpen('advice.decline', (desk, { id, proposalId, reason }, emit) => {
    const advice = decline(desk, id, proposalId, reason);
    tell(emit, advice);
    return advice;
  }),

  'life.open': whenOpen('life.open', (desk, { requestId }) => openLife(desk, requestId)),
  'life.record': whenOpen('life.record', (desk, { requestId, step: typed }, emit) => {
    const { step, touched } = recordStep(desk, requestId, typed);
    tell(emit, touched);
    return step;
  }),
  'life.overview': whenOpen('life.overview', lifeOverview),
  'life.announce': whenOpen('life.announce', (desk, input, emit) => {
    const { announcement, touched } = announce(desk, input);
    tell(emit, touched);
    return announcement;
  }),
  'life.announcements': whenOpen('life.announcements', announcementsOf),

  'dossier.list': whenOpen('dossier.list', listDossiers),
  'dossier.create': whenOpen('dossier.create', (desk, { title, regions, spaceId }, emit) => {
    const dossier = createDossier(desk, title, regions, spaceId);
    tell(emit, dossier);
    return dossier;
  }),
  'dossier.open': whenOpen('dossier.open', (desk, { id }) => ({
    dossier: readDossier(desk, id),
    requests: requestsOfDossier(desk, id),
    log: logOf(desk, id),
    attachments: attachmentsOf(desk.file, id),
  })),
  'dossier.save': whenOpen('dossier.save', (desk, { id, changes }, emit) => {
    const saved = saveDossier(desk, id, changes);
    tell(emit, { id, ...saved });
    return saved;
  }),
  'dossier.log': whenOpen('dossier.log', (desk, { id, ...entry }, emit) => {
    const { entry: written, touched } = writeEntry(desk, id, entry);
    tell(emit, touched);
    return written;
  }),
  'dossier.copy': whenOpen('dossier.copy', (desk, { id, spaceId }, emit) => {
    const dossier = copyDossier(desk, id, spaceId);
    tell(emit, dossier);
    return dossier;
  }),

  ...exchangeAnswers,
  ...exerciseAnswers,
};

const byName = new Map<string, Answer<StoreCall>>(Object.entries(answers));

/** Throws AppError; anything else that it throws is a defect. */
export async function dispatch(session: Session, emit: Emit, name: string, input: unknown): Promise<unknown> {
  const answer = byName.get(name);
  if (!answer) throw new AppError('input.invalid', 'the store has no such call');
  return answer.give(session, emit, input);
}
