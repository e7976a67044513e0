/** Advice (adviezen) as the window works with it: create, open, save, link. List: advice-list.ts; versions: versions.ts; proposals: proposals.ts. */
import { type AdviceChanges, type AdviceDocument, type AdviceProposal, type AdviceSuggestion, flatAdvice } from '../../shared/domain/advice.ts';
import type { Finding } from '../../shared/domain/assessment.ts';
import { moment } from '../../shared/domain/moment.ts';
import { AppError } from '../../shared/errors.ts';
import { checkAdvice } from '../../shared/rules/advice/check.ts';
import { suggestFindings } from '../../shared/rules/advice/suggest.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { type Desk, documentOf, documentToWrite, mustBeDraft } from '../documents/desk.ts';
import { newId } from '../documents/ids.ts';
import { nextReference } from '../documents/reference-number.ts';
import { assessRequest } from '../documents/requests.ts';
import type { Space } from '../documents/spaces.ts';
import { spaceForNew } from '../documents/view.ts';
import { type StoredValue, writeFields } from '../documents/working-copies.ts';
import { sql } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { addAct } from './acts.ts';
import { adviceValuesOf, contextOf, linksOf, readAdvice } from './read.ts';

/** An advice has no template. The table asks for a word. */
const noTemplate = 'advice';

export interface NewAdvice {
  readonly requestId?: string | undefined;
  readonly question?: string | undefined;
  readonly dossierId?: string | undefined;
}

/** Of a request, or of a question before there is one. Throws `input.invalid` when it is of neither. */
export function createAdvice(desk: Desk, { requestId, question, dossierId }: NewAdvice): AdviceDocument {
  if (requestId === undefined && question === undefined) throw new AppError('input.invalid', 'an advice is of a request or of a question', { field: 'question' });
  return desk.file.atomically(() => {
    const request = requestId === undefined ? undefined : documentOf(desk, requestId);
    const dossier = dossierId === undefined ? undefined : documentOf(desk, dossierId, 'dossier');
    if (request && dossier && request.space !== dossier.space) throw new AppError('space.other', 'the dossier is of another space');
    const place = spaceForNew(desk.file, request?.space ?? dossier?.space);
    const id = addAdvice(desk, place, { requestId, dossierId });
    writeFields(desk.file, documentOf(desk, id, 'advice'), checkedAdvice(desk, id, question === undefined ? {} : { subject: question }), desk.now().toISOString());
    return readAdvice(desk, id);
  });
}

/** An advice in which nothing stands yet; gives its id. Call inside a transaction. */
export function addAdvice(desk: Desk, place: Space, of: { readonly requestId?: string | undefined; readonly dossierId?: string | undefined; readonly origin?: string }): string {
  const now = desk.now();
  const at = now.toISOString();
  const id = newId(now);
  const reference = nextReference(desk, now, 'advice', place);
  desk.file.run(sql`
    INSERT INTO document (id, space, kind, reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions, dossier)
    VALUES (${id}, ${place.id}, 'advice', ${reference}, ${noTemplate}, ${noTemplate}, 'draft', 1, 0, ${at}, ${at},
      ${canonicalJson(desk.reference.packVersions)}, ${of.dossierId ?? null})`);
  desk.file.run(sql`INSERT INTO advice (document, request) VALUES (${id}, ${of.requestId ?? null})`);
  record(desk.file, { at, act: 'created', document: id, details: { reference, ...(of.requestId === undefined ? {} : { request: of.requestId }), ...(of.origin === undefined ? {} : { origin: of.origin }) } });
  return id;
}

/** The advice with what the rules say of it, and what the assessment of its request proposes. */
export function openAdvice(desk: Desk, id: string): { readonly advice: AdviceDocument; readonly findings: Finding[]; readonly suggestions: AdviceSuggestion[] } {
  const advice = readAdvice(desk, id);
  const criteria = desk.reference.all.adviceCriteria;
  const context = contextOf(desk, advice.requestId);
  const remarks = context.request === undefined || advice.requestId === undefined ? [] : assessRequest(desk, advice.requestId).findings;
  return { advice, findings: checkAdvice(advice.values, criteria, context), suggestions: context.request === undefined ? [] : suggestFindings(criteria, remarks, context) };
}

/** Returns when the changes are on the disk. Throws `document.finalised`, `input.invalid`, `reference.unknown`. */
export function saveAdvice(desk: Desk, id: string, changes: AdviceChanges): { readonly seq: number; readonly savedAt: string } {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id, 'advice');
    mustBeDraft(document);
    const savedAt = desk.now().toISOString();
    if (!writeFields(desk.file, document, checkedAdvice(desk, id, changes), savedAt)) return { seq: document.seq, savedAt: document.saved_at };
    return { seq: document.seq + 1, savedAt };
  });
}

/** Links it to a request, or to none. Kept as an act of its own, since a finalised advice is linked too. */
export function linkAdvice(desk: Desk, id: string, requestId: string | null): AdviceDocument {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id, 'advice');
    if (requestId !== null && documentOf(desk, requestId).space !== document.space) throw new AppError('space.other', 'the request is of another space');
    if ((linksOf(desk.file, document).requestId ?? null) === requestId) return readAdvice(desk, id);
    const at = desk.now().toISOString();
    addAct(desk, document, { kind: 'linked', request: requestId }, at);
    desk.file.run(sql`UPDATE advice SET request = ${requestId} WHERE document = ${id}`);
    desk.file.run(sql`UPDATE document SET saved_at = ${at} WHERE id = ${id}`);
    record(desk.file, { at, act: 'linked', document: id, details: requestId === null ? {} : { request: requestId } });
    return readAdvice(desk, id);
  });
}

/** The changes as they may be stored, findings under an id of their own; what has nothing in it becomes null. */
function checkedAdvice(desk: Desk, id: string, changes: AdviceChanges): ReadonlyMap<string, StoredValue | null> {
  const { proposals, ...rest } = changes;
  if (typeof rest.askedAt === 'string' && !moment(rest.askedAt)) throw new AppError('input.invalid', 'no such moment', { field: 'askedAt' });
  for (const { asOf, capabilityId } of rest.availability ?? []) {
    if (asOf !== undefined && !moment(asOf)) throw new AppError('input.invalid', 'no such moment', { field: 'availability' });
    if (capabilityId !== undefined && !Object.hasOwn(desk.reference.forAssessment.capabilities, capabilityId)) {
      throw new AppError('reference.unknown', `no pack holds ${capabilityId}`, { field: 'availability', details: { id: capabilityId } });
    }
  }
  const flat = Object.entries({ ...flatAdvice(rest), ...(proposals === undefined ? {} : { proposals: proposals === null ? null : stamped(desk, id, proposals) }) });
  return new Map(
    flat.flatMap(([field, value]): [string, StoredValue | null][] => {
      if (value === undefined) return [];
      if (!isWellFormed(value)) throw new AppError('input.invalid', `${field} holds half a character`, { field });
      // the schema of the call gave each value its shape
      return [[field, isEmpty(value) ? null : (value as StoredValue)]];
    }),
  );
}

type TypedProposals = NonNullable<AdviceChanges['proposals']>;

/** Who proposed what and when is said by the store: a proposal that did not change keeps what it said. */
function stamped(desk: Desk, id: string, proposals: TypedProposals): AdviceProposal[] {
  if (new Set(proposals.map((one) => one.id)).size !== proposals.length) throw new AppError('input.invalid', 'two proposals of one id', { field: 'proposals' });
  const held = new Map((adviceValuesOf(desk.file, id).proposals ?? []).map((one) => [one.id, one]));
  const by = { post: desk.post.identity.name, function: desk.post.identity.function };
  const at = desk.now().toISOString();
  return proposals.map(({ id: proposal, field, value, why }) => {
    const before = held.get(proposal);
    const same = before !== undefined && before.field === field && before.why === why && canonicalJson(before.value) === canonicalJson(value);
    return same ? before : { id: proposal, field, value, why, by, at };
  });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value).length === 0);
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  return typeof value !== 'object' || value === null || Object.values(value).every(isWellFormed);
}
